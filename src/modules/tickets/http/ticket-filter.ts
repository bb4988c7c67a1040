import { parseIso } from '../../../platform/clock/clock.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { invalidParameter } from '../../../platform/http/http-errors.js';
import type { Category } from '../../categories/index.js';
import type { TicketFilter } from '../ticket-query.js';
import type { TicketFilterDto } from './ticket-query.dto.js';

/** The filter that a query means. Slugs that no category has find nothing. Throws `invalid_parameter` for a bad instant. */
export function filterOf(ctx: TenantContext, query: TicketFilterDto, categories: readonly Category[]): TicketFilter {
  const { status, priority, category, assignee_id: assignee, requester_id: requester, team_id: team, tag } = query;
  const idOf = (text: string) => (text === 'me' ? ctx.actor.userId : Number(text));
  return {
    ...(status && { statuses: status }),
    ...(priority && { priorities: priority }),
    ...(category && { categoryIds: categories.filter(({ slug }) => category.includes(slug)).map(({ id }) => id) }),
    ...(assignee && { assigneeIds: assignee.map((text) => (text === 'null' ? null : idOf(text))) }),
    ...(requester && { requesterIds: requester.map(idOf) }),
    ...(team && { teamIds: team.map(Number) }),
    ...(tag && { tags: tag.map((alternatives) => alternatives.split(',').map((each) => each.trim())) }),
    ...instant(query, 'created_at[gte]', 'createdFrom'),
    ...instant(query, 'created_at[lt]', 'createdBefore'),
    ...instant(query, 'updated_at[gte]', 'updatedFrom'),
    ...instant(query, 'updated_at[lt]', 'updatedBefore'),
    ...instant(query, 'resolved_at[gte]', 'resolvedFrom'),
    ...instant(query, 'resolved_at[lt]', 'resolvedBefore'),
  };
}

type InstantParameter = `${'created' | 'updated' | 'resolved'}_at[${'gte' | 'lt'}]`;

function instant<K extends keyof TicketFilter>(
  query: TicketFilterDto,
  parameter: InstantParameter,
  key: K,
): TicketFilter {
  const text = query[parameter];
  if (text === undefined) return {};
  const parsed = parseIso(text);
  if (parsed === null) throw invalidParameter(`${parameter} must be a date or an instant with a time zone (ISO 8601)`);
  return { [key]: parsed };
}
