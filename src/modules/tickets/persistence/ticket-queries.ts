import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type Actor, isStaff } from '../../../platform/context/request-context.js';
import type { Narrowable } from '../../../platform/database/conditions.js';
import type { Sort, TicketFilter } from '../ticket-query.js';
import { priorityRank, STATE_COLUMNS } from './ticket-rows.js';

export const STATE_SELECTION = STATE_COLUMNS.map((column) => `t.${column} AS "${column}"`);

/** How tickets of a tag are found: by the tag, or in what is walked anyway. */
export type TagSearch = 'by tag' | 'on the way';

export function filtered<Q extends Narrowable>(
  query: Q,
  filter: TicketFilter,
  actor: Actor,
  tags: TagSearch = 'by tag',
): Q {
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
    const of = `FROM ticket_tags g${index} WHERE g${index}.tenant_id = :tenantId AND g${index}.tag IN (:...tags${index})`;
    const byTag = `t.number IN (SELECT g${index}.ticket_number ${of})`;
    // Compared with something it stays a question about each ticket, and is not made a join that begins with the tag.
    const onTheWay = `EXISTS (SELECT 1 ${of} AND g${index}.ticket_number = t.number) <> 0`;
    query.andWhere(tags === 'by tag' ? byTag : onTheWay, { [`tags${index}`]: alternatives });
  });
  const updated = updatedColumn(actor);
  const compare = (column: string, sign: '>=' | '<', name: keyof TicketFilter) => {
    if (filter[name] !== undefined) query.andWhere(`${column} ${sign} :${name}`, { [name]: filter[name] });
  };
  compare('t.createdAt', '>=', 'createdFrom');
  compare('t.createdAt', '<', 'createdBefore');
  compare(updated, '>=', 'updatedFrom');
  compare(updated, '<', 'updatedBefore');
  compare('t.resolvedAt', '>=', 'resolvedFrom');
  compare('t.resolvedAt', '<', 'resolvedBefore');
  return query;
}

/** Customers must not notice an internal note by its time. */
function updatedColumn(actor: Actor): string {
  return isStaff(actor) ? 't.updatedAt' : 't.publicUpdatedAt';
}

/** How a list is ordered; the number comes second. */
export interface Order {
  readonly column: string;
  readonly direction: 'ASC' | 'DESC';
  /** How many tickets are to be expected of one value. */
  readonly equals: 'few' | 'many';
}

export function ordering(sort: Sort, actor: Actor): Order {
  switch (sort) {
    case '-updated_at':
      return { column: updatedColumn(actor), direction: 'DESC', equals: 'few' };
    case '-created_at':
      return { column: 't.createdAt', direction: 'DESC', equals: 'few' };
    case 'created_at':
      return { column: 't.createdAt', direction: 'ASC', equals: 'few' };
    case '-priority':
      return { column: 't.priority', direction: 'DESC', equals: 'many' };
    case '-last_message_at': {
      const column = isStaff(actor) ? 't.lastMessageAt' : 't.lastPublicMessageAt';
      return { column, direction: 'DESC', equals: 'few' };
    }
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

/** Whether messages of the ticket have files. */
export const HAS_FILES = `EXISTS (SELECT 1 FROM attachments f WHERE f.tenant_id = t.tenant_id AND f.ticket_number = t.number)`;

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
