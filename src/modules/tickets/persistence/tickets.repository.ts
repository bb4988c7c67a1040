import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Actor, TenantContext } from '../../../platform/context/request-context.js';
import { isStaff } from '../../../platform/context/request-context.js';
import { Database, StaleRead } from '../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import type { Ticket, TicketState } from '../domain/ticket.js';
import type { ListPosition, Sort, TicketFilter } from '../ticket-query.js';
import { TicketEntity } from './ticket.entities.js';
import { priorityRank, STATE_COLUMNS, type StateRow, type TicketRow, toRow, toState, toTicket } from './ticket-rows.js';

export type StoredTicket = Omit<Ticket, 'unreadCount'>;

interface ListRequest {
  readonly filter: TicketFilter;
  readonly sort: Sort;
  readonly after: ListPosition | null;
  readonly limit: number;
}

/** Reads and writes tickets. Whatever shows a ticket to somebody goes through `visible`. */
@Injectable()
export class TicketsRepository extends TenantRepository<TicketEntity> {
  constructor(database: Database) {
    super(database, TicketEntity);
  }

  find(ctx: TenantContext, number: number): Promise<StoredTicket | null> {
    return this.select(ctx, 't', async (query) => {
      const named = withNames(visible(query, ctx.actor).andWhere('t.number = :number', { number }));
      const row = await named.getRawOne<TicketRow>();
      return row ? toTicket(row) : null;
    });
  }

  /** The newest state of a ticket, which nobody else changes before the transaction ends. */
  lock(ctx: TenantContext, number: number): Promise<TicketState | null> {
    return this.select(ctx, 't', async (query) => {
      visible(query, ctx.actor).andWhere('t.number = :number', { number }).select(STATE_SELECTION);
      if (this.database.engine.locksRows) query.setLock('pessimistic_write');
      const row = await query.getRawOne<StateRow>();
      return row ? toState(row) : null;
    });
  }

  list(ctx: TenantContext, { filter, sort, after, limit }: ListRequest): Promise<readonly StoredTicket[]> {
    const { column, direction } = ordering(sort, ctx.actor);
    return this.select(ctx, 't', async (query) => {
      withNames(filtered(visible(query, ctx.actor), filter, ctx.actor));
      if (after) {
        const beyond = direction === 'DESC' ? '<' : '>';
        query.andWhere(`${column} ${beyond}= :value`, { value: after.value });
        query.andWhere(`(${column} ${beyond} :value OR t.number ${beyond} :last)`, { last: after.number });
      }
      query.orderBy(column, direction).addOrderBy('t.number', direction).limit(limit);
      return (await query.getRawMany<TicketRow>()).map(toTicket);
    });
  }

  /** How many tickets the filter finds, counting no further than `cap`. */
  async count(ctx: TenantContext, filter: TicketFilter, cap: number): Promise<number> {
    const rows = await this.select(ctx, 't', (query) =>
      filtered(visible(query, ctx.actor), filter, ctx.actor)
        .select('t.number', 'number')
        .limit(cap)
        .getRawMany<{ number: number }>(),
    );
    return rows.length;
  }

  /** Whether any ticket, deleted ones too, has this category. */
  async hasCategory(ctx: TenantScope, categoryId: number): Promise<boolean> {
    return this.select(ctx, 't', (query) => query.andWhere('t.categoryId = :categoryId', { categoryId }).getExists());
  }

  async add(ctx: TenantScope, ticket: TicketState): Promise<void> {
    await this.insert(ctx, [{ ...toRow(ticket), deletedAt: null }]);
  }

  /** Writes the difference of two versions; a lost race runs the whole unit again on the newest state. */
  async save(ctx: TenantScope, before: TicketState, after: TicketState): Promise<void> {
    await this.compareAndSet(ctx, before, changedColumns(before, after));
  }

  async markDeleted(ctx: TenantScope, before: TicketState, after: TicketState, deletedAt: number): Promise<void> {
    await this.compareAndSet(ctx, before, { ...changedColumns(before, after), deletedAt });
  }

  private async compareAndSet(ctx: TenantScope, before: TicketState, changes: Partial<TicketEntity>): Promise<void> {
    const written = await this.update(ctx, { number: before.number, version: before.version }, changes);
    if (written !== 1) throw new StaleRead();
  }
}

const STATE_SELECTION = STATE_COLUMNS.map((column) => `t.${column} AS "${column}"`);

/**
 * The rule of who sees which ticket, the only place it stands: staff see the tenant's; a customer the requested ones,
 * those of a team that shares, and those they take part in. The owner of the installation sees none.
 */
function visible<Q extends SelectQueryBuilder<ObjectLiteral>>(query: Q, actor: Actor): Q {
  query.andWhere('t.deletedAt IS NULL');
  if (isStaff(actor)) return query;
  if (actor.role !== 'customer') return query.andWhere('1 = 0');
  const { userId, sharedTeamId } = actor;
  return query.andWhere(
    `(t.requesterId = :viewer ${sharedTeamId === null ? '' : 'OR t.teamId = :sharedTeamId'} OR EXISTS (
      SELECT 1 FROM ticket_participants p
      WHERE p.tenant_id = t.tenant_id AND p.user_id = :viewer AND p.ticket_number = t.number))`,
    { viewer: userId, ...(sharedTeamId !== null && { sharedTeamId }) },
  );
}

function filtered<Q extends SelectQueryBuilder<ObjectLiteral>>(query: Q, filter: TicketFilter, actor: Actor): Q {
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
    query.andWhere(`(${[...nobody, ...somebody].join(' OR ')})`, { assignees: ids });
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

/** Customers must not notice an internal note by its time. */
function updatedColumn(actor: Actor): string {
  return isStaff(actor) ? 't.updatedAt' : 't.publicUpdatedAt';
}

function ordering(sort: Sort, actor: Actor): { column: string; direction: 'ASC' | 'DESC' } {
  switch (sort) {
    case '-updated_at':
      return { column: updatedColumn(actor), direction: 'DESC' };
    case '-created_at':
      return { column: 't.createdAt', direction: 'DESC' };
    case 'created_at':
      return { column: 't.createdAt', direction: 'ASC' };
    case '-priority':
      return { column: 't.priority', direction: 'DESC' };
  }
}

/** The value a row is sorted by: what a cursor behind it must hold. */
export function sortValue(ticket: TicketState | StoredTicket, sort: Sort, actor: Actor): number {
  switch (sort) {
    case '-updated_at':
      return isStaff(actor) ? ticket.updatedAt : ticket.publicUpdatedAt;
    case '-created_at':
    case 'created_at':
      return ticket.createdAt;
    case '-priority':
      return priorityRank(ticket.priority);
  }
}

/** Joins what a ticket refers to, for its names. */
function withNames<Q extends SelectQueryBuilder<ObjectLiteral>>(query: Q): Q {
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
  'rt.id': 'requesterTeamId',
  'rt.name': 'requesterTeamName',
  'tm.name': 'teamName',
  's.name': 'assigneeName',
  'l.reference': 'linkedReference',
  'l.data': 'linkedData',
} as const;

function changedColumns(before: TicketState, after: TicketState): Partial<TicketEntity> {
  const was = toRow(before);
  const changed = Object.entries(toRow(after)).filter(
    ([column, value]) => JSON.stringify(value) !== JSON.stringify(was[column as keyof typeof was]),
  );
  return Object.fromEntries(changed);
}
