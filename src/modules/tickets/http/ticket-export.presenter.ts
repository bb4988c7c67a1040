import type { TenantContext } from '../../../platform/context/request-context.js';
import type { Ticket } from '../domain/ticket.js';
import type { TicketDto } from './ticket.dto.js';
import { presentTicket } from './ticket.presenter.js';

/** The columns of an export, by the names of a ticket's fields: nothing is in it that its reader could not see. */
const COLUMNS = {
  reference: ({ reference }) => reference,
  subject: ({ subject }) => subject,
  status: ({ status }) => status,
  priority: ({ priority }) => priority,
  category: ({ category }) => category.name,
  requester: ({ requester }) => requester.name,
  requester_email: ({ requester }) => requester.email,
  team: ({ team }) => team?.name,
  assignee: ({ assignee }) => assignee?.name,
  tags: ({ tags }) => tags.join(', '),
  message_count: ({ message_count: count }) => String(count),
  created_at: ({ created_at: at }) => at,
  updated_at: ({ updated_at: at }) => at,
  first_response_at: ({ first_response_at: at }) => at,
  resolved_at: ({ resolved_at: at }) => at,
  closed_at: ({ closed_at: at }) => at,
} as const satisfies Readonly<Record<string, (ticket: TicketDto) => string | null | undefined>>;

export const EXPORT_COLUMNS = Object.keys(COLUMNS);

/** A ticket as a row of an export, for its caller. */
export function exportedTicket(ctx: TenantContext, ticket: Ticket): readonly string[] {
  const presented = presentTicket(ctx, ticket);
  return Object.values(COLUMNS).map((cell) => cell(presented) ?? '');
}
