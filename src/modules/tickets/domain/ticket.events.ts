import { isSettled } from './ticket-status.js';
import type { TicketState } from './ticket.js';

type Value = unknown;
type Facts = Readonly<Record<string, Value>>;
export type FieldChanges = Readonly<Record<string, readonly [before: Value, after: Value]>>;

export interface TicketEvent {
  readonly type: string;
  readonly data: Facts;
  readonly changed: FieldChanges;
}

/** A ticket's state in the words of its events. Folding the `data` of all its events rebuilds it. */
export function factsOf(ticket: TicketState): Facts {
  const { linkedResource: linked } = ticket;
  return {
    subject: ticket.subject,
    description: ticket.description,
    status: ticket.status,
    priority: ticket.priority,
    category_id: ticket.categoryId,
    requester_id: ticket.requesterId,
    team_id: ticket.teamId,
    assignee_id: ticket.assigneeId,
    tags: ticket.tags,
    linked_resource: linked && { type: linked.type, external_id: linked.externalId },
    custom: ticket.custom,
    resolution: ticket.resolution,
    first_response_at: ticket.firstResponseAt,
    resolved_at: ticket.resolvedAt,
    closed_at: ticket.closedAt,
  };
}

const STATUS_FIELDS = ['status', 'resolution', 'resolved_at', 'closed_at'];
const ASSIGNMENT_FIELDS = ['assignee_id'];

export function openedEvent(ticket: TicketState): TicketEvent {
  return { type: 'ticket.created', data: { number: ticket.number, ...factsOf(ticket) }, changed: {} };
}

/** What a change means: one event for the status, one for the assignment, one for all the rest; none for nothing. */
export function changeEvents(before: TicketState, after: TicketState): readonly TicketEvent[] {
  const was = factsOf(before);
  const is = factsOf(after);
  const touched = Object.keys(is).filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
  const eventOf = (type: string, fields: readonly string[]): readonly TicketEvent[] =>
    fields.length === 0
      ? []
      : [
          {
            type,
            data: Object.fromEntries(fields.map((field) => [field, is[field]])),
            changed: Object.fromEntries(fields.map((field) => [field, [was[field], is[field]] as const])),
          },
        ];
  const statusFields = after.status === before.status ? [] : STATUS_FIELDS;
  const named = [...statusFields, ...ASSIGNMENT_FIELDS];
  return [
    ...eventOf(
      statusEventType(before, after),
      touched.filter((field) => statusFields.includes(field)),
    ),
    ...eventOf(
      'ticket.assigned',
      touched.filter((field) => ASSIGNMENT_FIELDS.includes(field)),
    ),
    ...eventOf(
      'ticket.updated',
      touched.filter((field) => !named.includes(field)),
    ),
  ];
}

function statusEventType(before: TicketState, after: TicketState): string {
  if (after.status === 'resolved') return 'ticket.resolved';
  if (after.status === 'closed') return 'ticket.closed';
  return isSettled(before.status) ? 'ticket.reopened' : 'ticket.status_changed';
}
