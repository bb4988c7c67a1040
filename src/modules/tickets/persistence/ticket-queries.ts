import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type Actor, isStaff } from '../../../platform/context/request-context.js';
import type { Narrowable } from '../../../platform/database/conditions.js';
import { STATUSES } from '../domain/ticket-status.js';
import type { Sort, TicketFilter } from '../ticket-query.js';
import { priorityRank, STATE_COLUMNS } from './ticket-rows.js';

export const STATE_SELECTION = STATE_COLUMNS.map((column) => `t.${column} AS "${column}"`);

export function filtered<Q extends Narrowable>(query: Q, filter: TicketFilter, actor: Actor): Q {
  const among = (column: string, values: readonly (number | string)[] | undefined) => {
    if (values) query.andWhere(values.length === 0 ? '1 = 0' : `t.${column} IN (:...${column})`, { [column]: values });
  };
  among('status', filter.statuses);
  among('priority', filter.priorities?.map(priorityRank));
  among('categoryId', filter.categoryIds);
  among('requesterId', filter.requesterIds);
  among('teamId', filter.teamIds);
  if (filter.assigneeIds) {
    const ids = filter.assigneeIds.filter((id) => id !== null);
    const nobody = filter.assigneeIds.includes(null) ? ['t.assigneeId IS NULL'] : [];
    const somebody = ids.length > 0 ? ['t.assigneeId IN (:...assignees)'] : [];
    query.andWhere(`(${[...nobody, ...somebody].join(' OR ')})`, { ...(ids.length > 0 && { assignees: ids }) });
  }
  filter.tags?.forEach((alternatives, index) => {
    query.andWhere(
      `EXISTS (SELECT 1 FROM ticket_tags g${index} WHERE g${index}.tenant_id = t.tenant_id
        AND g${index}.ticket_number = t.number AND g${index}.tag IN (:...tags${index}))`,
      { [`tags${index}`]: alternatives },
    );
  });
  const updated = updatedColumn(actor);
  if (filter.createdFrom !== undefined)
    query.andWhere('t.createdAt >= :createdFrom', { createdFrom: filter.createdFrom });
  if (filter.createdBefore !== undefined)
    query.andWhere('t.createdAt < :createdBefore', { createdBefore: filter.createdBefore });
  if (filter.updatedFrom !== undefined)
    query.andWhere(`${updated} >= :updatedFrom`, { updatedFrom: filter.updatedFrom });
  if (filter.updatedBefore !== undefined)
    query.andWhere(`${updated} < :updatedBefore`, { updatedBefore: filter.updatedBefore });
  return query;
}

/**
 * A filter as several that exclude each other. Tickets are indexed by status, and by assignee and status, in the order of
 * their changes: of one status an index has them in that order, of several it does not.
 */
export function partsOf(filter: TicketFilter, sort: Sort): readonly TicketFilter[] {
  const statuses = new Set(filter.statuses ?? (filter.assigneeIds ? STATUSES : []));
  if (sort !== '-updated_at' || statuses.size < 2) return [filter];
  return [...statuses].map((status) => ({ ...filter, statuses: [status] }));
}

/** Customers must not notice an internal note by its time. */
function updatedColumn(actor: Actor): string {
  return isStaff(actor) ? 't.updatedAt' : 't.publicUpdatedAt';
}

export function ordering(sort: Sort, actor: Actor): { column: string; direction: 'ASC' | 'DESC' } {
  switch (sort) {
    case '-updated_at':
      return { column: updatedColumn(actor), direction: 'DESC' };
    case '-created_at':
      return { column: 't.createdAt', direction: 'DESC' };
    case 'created_at':
      return { column: 't.createdAt', direction: 'ASC' };
    case '-priority':
      return { column: 't.priority', direction: 'DESC' };
    case '-last_message_at':
      return { column: isStaff(actor) ? 't.lastMessageAt' : 't.lastPublicMessageAt', direction: 'DESC' };
  }
}

/** Joins what a ticket refers to, for its names. */
export function withNames<Q extends SelectQueryBuilder<ObjectLiteral>>(query: Q): Q {
  const of = (alias: string, column: string) => `${alias}.tenant_id = t.tenant_id AND ${alias}.id = ${column}`;
  query
    .innerJoin('categories', 'c', of('c', 't.categoryId'))
    .innerJoin('users', 'r', of('r', 't.requesterId'))
    .leftJoin('teams', 'rt', of('rt', 'r.team_id'))
    .leftJoin('teams', 'tm', of('tm', 't.teamId'))
    .leftJoin('users', 's', of('s', 't.assigneeId'))
    .leftJoin(
      'linked_resources',
      'l',
      'l.tenant_id = t.tenant_id AND l.type = t.linkedType AND l.external_id = t.linkedExternalId',
    )
    .select(STATE_SELECTION);
  for (const [column, name] of Object.entries(NAMES)) query.addSelect(column, name);
  return query;
}

const NAMES = {
  'c.slug': 'categorySlug',
  'c.name': 'categoryName',
  'r.name': 'requesterName',
  'r.email': 'requesterEmail',
  'r.role': 'requesterRole',
  'r.issuer': 'requesterIssuer',
  'r.subject': 'requesterSubject',
  'rt.id': 'requesterTeamId',
  'rt.name': 'requesterTeamName',
  'tm.name': 'teamName',
  's.name': 'assigneeName',
  's.issuer': 'assigneeIssuer',
  's.subject': 'assigneeSubject',
  'l.reference': 'linkedReference',
  'l.data': 'linkedData',
} as const;
