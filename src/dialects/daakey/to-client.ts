import { type Instant, toIsoSeconds } from '../../platform/clock/clock.js';
import type { User } from '../../modules/auth/index.js';
import type { MessageWithFiles } from '../../modules/messages/index.js';
import { DESCRIPTION_SEQ, type Ticket } from '../../modules/tickets/index.js';
import { MESSAGE_ID } from './ids.js';
import { bookingOf, filesAndTime, messageId, partyOf, ticketHead, type UrlOf } from './to-wire.js';
import type {
  DaakeyClientListedTicket,
  DaakeyClientMessage,
  DaakeyClientSession,
  DaakeyClientTicket,
  DaakeyOpenedTicket,
} from './wire/client-answers.js';

/** How messages are shown to clients: the support under one name, files by URLs made for them. */
export interface Showing {
  readonly supportName: string;
  readonly urlOf: UrlOf;
}

const EXCERPT = 100;

export function clientSession({ user, token }: { readonly user: User; readonly token: string }): DaakeyClientSession {
  const { id, name, email, createdAt } = user;
  return {
    user: { id, name, email, phone: null, phone_verified_at: null, email_verified_at: toIsoSeconds(createdAt) },
    token,
  };
}

/** A ticket that the client has just opened. */
export function openedTicket(ticket: Ticket): DaakeyOpenedTicket {
  const booking = bookingOf(ticket);
  const createdAt = toIsoSeconds(ticket.createdAt);
  const id = MESSAGE_ID.write({ ticketNumber: ticket.number, seq: DESCRIPTION_SEQ, publicSeq: DESCRIPTION_SEQ });
  return {
    ...ticketHead(ticket),
    booking: booking && { id: booking.id, reference: booking.reference, vehicle: withoutId(booking.vehicle) },
    messages: [{ id, message: ticket.description, sender: 'client', created_at: createdAt }],
    created_at: createdAt,
  };
}

export function listedForClient(
  ticket: Ticket,
  heard: { readonly body: string; readonly at: Instant } | undefined,
): DaakeyClientListedTicket {
  return {
    ...ticketHead(ticket),
    last_message: excerptOf(heard?.body ?? ticket.description),
    last_message_at: toIsoSeconds(ticket.lastPublicMessageAt),
    unread_count: ticket.unreadCount,
    created_at: toIsoSeconds(ticket.createdAt),
  };
}

export function wholeForClient(
  ticket: Ticket,
  thread: readonly MessageWithFiles[],
  showing: Showing,
): DaakeyClientTicket {
  const booking = bookingOf(ticket);
  return {
    ...ticketHead(ticket),
    booking: booking && {
      id: booking.id,
      reference: booking.reference,
      vehicle: booking.vehicle,
      start_date: booking.startDate,
      end_date: booking.endDate,
    },
    messages: thread.map((message) => messageForClient(ticket, message, showing)),
    created_at: toIsoSeconds(ticket.createdAt),
    updated_at: toIsoSeconds(ticket.publicUpdatedAt),
  };
}

export function messageForClient(
  ticket: Pick<Ticket, 'number'>,
  message: MessageWithFiles,
  { supportName, urlOf }: Showing,
): DaakeyClientMessage {
  const sender = partyOf(message);
  return {
    id: messageId(ticket, message),
    message: message.body,
    sender,
    sender_name: sender === 'client' ? message.author.name : supportName,
    ...filesAndTime(message, urlOf),
  };
}

function withoutId({ plate_number, brand, model }: DaakeyClientVehicle) {
  return { plate_number, brand, model };
}

type DaakeyClientVehicle = NonNullable<DaakeyOpenedTicket['booking']>['vehicle'];

/** The beginning of a text, cut between characters and not within one. */
function excerptOf(text: string): string {
  // Of a character there are at most two units: no need to take a long text apart.
  const characters = [...text.slice(0, 2 * (EXCERPT + 1))];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join('')}...` : text;
}
