import { toIsoSeconds } from '../../platform/clock/clock.js';
import type { Tenant, User } from '../../modules/auth/index.js';
import type { MessageWithFiles } from '../../modules/messages/index.js';
import type { Ticket, TicketPerson } from '../../modules/tickets/index.js';
import { agencyOf } from './agency.js';
import { bookingOf, filesAndTime, messageId, partyOf, ticketHead, ticketRef, type UrlOf } from './to-wire.js';
import { PERMISSIONS, ROLE, STATUS } from './vocabulary.js';
import type {
  DaakeyAssignedTicket,
  DaakeyClosedTicket,
  DaakeyDashboardListedTicket,
  DaakeyDashboardSession,
  DaakeyDashboardTicket,
  DaakeyMovedTicket,
  DaakeyPostedMessage,
} from './wire/dashboard-answers.js';
import type { DaakeyPerson } from './wire/ticket-parts.js';

interface Session {
  readonly user: User;
  readonly tenant: Tenant;
  readonly token: string;
}

export function dashboardSession({ user, tenant, token }: Session): DaakeyDashboardSession {
  const { id, name, email, role } = user;
  const agency = agencyOf(tenant);
  return {
    user: {
      id,
      name,
      email,
      role: ROLE.say(role === 'admin' ? 'admin' : 'agent'),
      agency: { id: agency.id, name: tenant.name, code: agency.code },
      partner: null,
      permissions: PERMISSIONS,
    },
    token,
  };
}

export function listedForDashboard(ticket: Ticket): DaakeyDashboardListedTicket {
  const { requester, assignee } = ticket;
  const booking = bookingOf(ticket);
  return {
    ...ticketHead(ticket),
    client: { id: requester.id, name: requester.name, email: requester.email },
    booking: booking && { id: booking.id, reference: booking.reference },
    assigned_to: personOrNull(assignee),
    messages_count: ticket.lastSeq,
    last_message_at: toIsoSeconds(ticket.lastMessageAt),
    created_at: toIsoSeconds(ticket.createdAt),
  };
}

export function wholeForDashboard(
  ticket: Ticket,
  thread: readonly MessageWithFiles[],
  urlOf: UrlOf,
): DaakeyDashboardTicket {
  const { requester, assignee } = ticket;
  const booking = bookingOf(ticket);
  return {
    ...ticketHead(ticket),
    client: { id: requester.id, name: requester.name, email: requester.email, phone: null },
    booking: booking && {
      id: booking.id,
      reference: booking.reference,
      vehicle: booking.vehicle,
      status: booking.status,
    },
    assigned_to: personOrNull(assignee),
    messages: thread.map((message) => ({
      ...messageHead(ticket, message),
      ...(message.publicSeq === null && { internal: true as const }),
      ...filesAndTime(message, urlOf),
    })),
    created_at: toIsoSeconds(ticket.createdAt),
    updated_at: toIsoSeconds(ticket.updatedAt),
  };
}

export function postedMessage(
  ticket: Pick<Ticket, 'number'>,
  message: MessageWithFiles,
  urlOf: UrlOf,
): DaakeyPostedMessage {
  return {
    ...messageHead(ticket, message),
    internal: message.publicSeq === null,
    ...filesAndTime(message, urlOf),
  };
}

export function assignedTicket(ticket: Ticket): DaakeyAssignedTicket {
  return {
    ...ticketRef(ticket),
    assigned_to: personOrNull(ticket.assignee),
    updated_at: toIsoSeconds(ticket.updatedAt),
  };
}

export function movedTicket(ticket: Ticket): DaakeyMovedTicket {
  return { ...ticketRef(ticket), status: STATUS.say(ticket.status), updated_at: toIsoSeconds(ticket.updatedAt) };
}

export function resolvedTicket(ticket: Ticket, by: TicketPerson | null): DaakeyMovedTicket {
  return {
    ...ticketRef(ticket),
    status: STATUS.say(ticket.status),
    resolved_at: toIsoSeconds(ticket.resolvedAt ?? ticket.updatedAt),
    resolved_by: personOrNull(by),
    updated_at: toIsoSeconds(ticket.updatedAt),
  };
}

export function closedTicket(ticket: Ticket, by: DaakeyPerson, reason: string | null): DaakeyClosedTicket {
  return {
    ...ticketRef(ticket),
    status: STATUS.say('closed'),
    closed_at: toIsoSeconds(ticket.closedAt ?? ticket.updatedAt),
    closed_by: { id: by.id, name: by.name },
    closure_reason: reason,
  };
}

function messageHead(ticket: Pick<Ticket, 'number'>, message: MessageWithFiles) {
  const { author, body } = message;
  return {
    id: messageId(ticket, message),
    message: body,
    sender: { type: partyOf(message), id: author.id, name: author.name },
  };
}

function personOrNull(person: DaakeyPerson | null): DaakeyPerson | null {
  return person && { id: person.id, name: person.name };
}
