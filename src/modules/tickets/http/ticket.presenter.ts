import { toIso, toIsoOrNull, yearOf } from '../../../platform/clock/clock.js';
import { isStaff, type TenantContext } from '../../../platform/context/request-context.js';
import type { EventRecord } from '../../../platform/events/event.js';
import { abilitiesOf, versionFor } from '../domain/ticket.policy.js';
import { referenceOf, type Ticket } from '../domain/ticket.js';
import { presentEvent } from './event.presenter.js';
import type { TicketDto, TicketEventDto } from './ticket.dto.js';

/** A ticket for its caller: staff get the counts and times that include internal notes, customers those that do not. */
export function presentTicket({ actor }: TenantContext, ticket: Ticket): TicketDto {
  const staff = isStaff(actor);
  const { requester, assignee, linkedResource: linked } = ticket;
  return {
    number: ticket.number,
    reference: referenceOf(ticket.number, yearOf(ticket.createdAt)),
    subject: ticket.subject,
    description: ticket.description,
    status: ticket.status,
    priority: ticket.priority,
    category: ticket.category,
    requester: { id: requester.id, name: requester.name, email: requester.email, team: requester.team },
    assignee: assignee && { id: assignee.id, name: assignee.name },
    team: ticket.team,
    tags: ticket.tags,
    linked_resource: linked && {
      type: linked.type,
      external_id: linked.externalId,
      reference: linked.reference,
      data: linked.data,
    },
    custom: ticket.custom,
    resolution: ticket.resolution,
    message_count: staff ? ticket.lastSeq : ticket.lastPublicSeq,
    last_message_at: toIso(staff ? ticket.lastMessageAt : ticket.lastPublicMessageAt),
    unread_count: ticket.unreadCount,
    version: versionFor(actor, ticket),
    created_at: toIso(ticket.createdAt),
    updated_at: toIso(staff ? ticket.updatedAt : ticket.publicUpdatedAt),
    first_response_at: toIsoOrNull(ticket.firstResponseAt),
    resolved_at: toIsoOrNull(ticket.resolvedAt),
    closed_at: toIsoOrNull(ticket.closedAt),
    abilities: abilitiesOf(actor, ticket),
  };
}

export function presentTimelineEvent({ actor, tenant }: TenantContext, event: EventRecord): TicketEventDto {
  const {
    ticket_number: number,
    version,
    ...rest
  } = presentEvent(isStaff(actor) ? 'staff' : 'public', tenant.code, event);
  return { ...rest, ticket_number: number ?? 0, version: version ?? 0 };
}
