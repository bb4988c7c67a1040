import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { type Actor, isStaff, type TenantContext } from '../../../platform/context/request-context.js';
import { Conditions, type Narrowable } from '../../../platform/database/conditions.js';
import { Database, StaleRead } from '../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import type { Ticket, TicketState } from '../domain/ticket.js';
import { type Status, STATUSES } from '../domain/ticket-status.js';
import type { ListPosition, Sort, TicketFilter } from '../ticket-query.js';
import { TicketEntity } from './ticket.entities.js';
import { UnreadCounts } from '../unread-counts.js';
import { filtered, ordering, STATE_SELECTION, withNames } from './ticket-queries.js';
import { type StateRow, type TicketRow, toRow, toState, toTicket } from './ticket-rows.js';

interface ListRequest {
  readonly filter: TicketFilter;
  readonly sort: Sort;
  readonly after: ListPosition | null;
  readonly limit: number;
}

interface SliceRequest {
  readonly filter: TicketFilter;
  readonly sort: Sort;
  readonly skip: number;
  readonly take: number;
}

interface Slice {
  readonly length: number;
  readonly tickets: readonly Ticket[];
}

/** Reads and writes tickets. Whatever shows a ticket to somebody goes through `visible`. */
@Injectable()
export class TicketsRepository extends TenantRepository<TicketEntity> {
  constructor(
    database: Database,
    private readonly unread: UnreadCounts,
  ) {
    super(database, TicketEntity);
  }

  async find(ctx: TenantContext, number: number): Promise<Ticket | null> {
    const wanted = visible(new Conditions(), ctx.actor).andWhere('t.number = :number', { number });
    const [ticket] = await this.tickets(ctx, wanted, 'one');
    return ticket ?? null;
  }

  /** Whether the caller sees the ticket. */
  sees(ctx: TenantContext, number: number): Promise<boolean> {
    return this.select(ctx, 't', (query) =>
      visible(query, ctx.actor).andWhere('t.number = :number', { number }).getExists(),
    );
  }

  /** Which of the tickets the caller sees. */
  async visibleAmong(ctx: TenantContext, numbers: readonly number[]): Promise<ReadonlySet<number>> {
    if (numbers.length === 0) return new Set();
    const rows = await this.select(ctx, 't', (query) =>
      visible(query, ctx.actor)
        .andWhere('t.number IN (:...numbers)', { numbers })
        .select('t.number', 'number')
        .getRawMany<{ number: number }>(),
    );
    return new Set(rows.map(({ number }) => number));
  }

  /** The newest state of a ticket, which nobody else changes before the transaction ends. */
  async lock(ctx: TenantContext, number: number): Promise<TicketState | null> {
    const wanted = visible(new Conditions(), ctx.actor).andWhere('t.number = :number', { number });
    const [row] = await this.rows<StateRow>(ctx, 't', wanted, 'locked', (query) => {
      query.select(STATE_SELECTION);
      if (this.database.engine.locksRows) query.setLock('pessimistic_write');
    });
    return row ? toState(row) : null;
  }

  async list(ctx: TenantContext, { filter, sort, after, limit }: ListRequest): Promise<readonly Ticket[]> {
    const { column, direction } = ordering(sort, ctx.actor);
    const wanted = filtered(visible(new Conditions(), ctx.actor), filter, ctx.actor);
    if (after) {
      const beyond = direction === 'DESC' ? '<' : '>';
      wanted.andWhere(`${column} ${beyond}= :value`, { value: after.value });
      wanted.andWhere(`(${column} ${beyond} :value OR t.number ${beyond} :last)`, { last: after.number });
    }
    return this.tickets(ctx, wanted, `by ${column} ${direction} ${limit}`, (query) =>
      query.orderBy(column, direction).addOrderBy('t.number', direction).limit(limit),
    );
  }

  /**
   * A stretch of the list. What is skipped is walked by number alone, and only then are the rows of the stretch read
   * whole: two queries, for in one MariaDB would rather read all of them whole when the stretch lies far behind.
   * `length` is that of the stretch; of its tickets one that vanishes meanwhile is missing.
   */
  async slice(ctx: TenantContext, { filter, sort, skip, take }: SliceRequest): Promise<Slice> {
    const { column, direction } = ordering(sort, ctx.actor);
    const chosen = await this.select(ctx, 't', (query) =>
      filtered(visible(query, ctx.actor), filter, ctx.actor)
        .select('t.number', 'number')
        .orderBy(column, direction)
        .addOrderBy('t.number', direction)
        .offset(skip)
        .limit(take)
        .getRawMany<{ number: number }>(),
    );
    if (chosen.length === 0) return { length: 0, tickets: [] };
    const numbers = chosen.map(({ number }) => number);
    const wanted = visible(new Conditions(), ctx.actor).andWhere('t.number IN (:...numbers)', { numbers });
    const found = new Map((await this.tickets(ctx, wanted, 'all')).map((ticket) => [ticket.number, ticket]));
    return { length: numbers.length, tickets: numbers.flatMap((number) => found.get(number) ?? []) };
  }

  /** How many tickets the filter finds, counting no further than `cap`. */
  async countFound(ctx: TenantContext, filter: TicketFilter, cap: number): Promise<number> {
    const { found } = await this.count(ctx, 't', cap, {
      found: (query) => filtered(visible(query, ctx.actor), filter, ctx.actor),
    });
    return found;
  }

  /** The same for each status; which statuses the filter names does not matter. */
  countByStatus(ctx: TenantContext, filter: TicketFilter, cap: number): Promise<Readonly<Record<Status, number>>> {
    const of = (status: Status) => (query: SelectQueryBuilder<TicketEntity>) =>
      filtered(visible(query, ctx.actor), { ...filter, statuses: [status] }, ctx.actor);
    const queries = Object.fromEntries(STATUSES.map((status) => [status, of(status)]));
    return this.count(ctx, 't', cap, queries as Record<Status, ReturnType<typeof of>>);
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

  /** Tickets as reads give them: with names, and what of each the caller has not read. */
  private async tickets(
    ctx: TenantContext,
    wanted: Conditions,
    shape: string,
    arrange: (query: SelectQueryBuilder<TicketEntity>) => unknown = () => undefined,
  ): Promise<readonly Ticket[]> {
    const audience = isStaff(ctx.actor) ? 'staff' : 'customers';
    wanted.with({ reader: ctx.actor.userId });
    const rows = await this.rows<TicketRow>(ctx, 't', wanted, `tickets for ${audience}, ${shape}`, (query) =>
      arrange(this.unread.addTo(withNames(query), audience)),
    );
    return rows.map(toTicket);
  }

  private async compareAndSet(ctx: TenantScope, before: TicketState, changes: Partial<TicketEntity>): Promise<void> {
    const written = await this.update(ctx, { number: before.number, version: before.version }, changes);
    if (written !== 1) throw new StaleRead();
  }
}

/**
 * The rule of who sees which ticket, the only place it stands: staff see the tenant's; a customer the requested ones,
 * those of a team that shares, and those they take part in, but the requested ones alone on a wire that knows no others.
 * The owner of the installation sees none.
 */
function visible<Q extends Narrowable>(query: Q, actor: Actor): Q {
  query.andWhere('t.deletedAt IS NULL');
  if (!isStaff(actor)) restrict(query, actor);
  return query;
}

function restrict(query: Narrowable, { role, userId, sharedTeamId, ownTicketsOnly }: Actor): unknown {
  if (role !== 'customer') return query.andWhere('1 = 0');
  if (ownTicketsOnly) return query.andWhere('t.requesterId = :viewer', { viewer: userId });
  return query.andWhere(
    `(t.requesterId = :viewer ${sharedTeamId === null ? '' : 'OR t.teamId = :sharedTeamId'} OR EXISTS (
      SELECT 1 FROM ticket_participants p
      WHERE p.tenant_id = t.tenant_id AND p.user_id = :viewer AND p.ticket_number = t.number))`,
    { viewer: userId, ...(sharedTeamId !== null && { sharedTeamId }) },
  );
}

function changedColumns(before: TicketState, after: TicketState): Partial<TicketEntity> {
  const was = toRow(before);
  const changed = Object.entries(toRow(after)).filter(
    ([column, value]) => JSON.stringify(value) !== JSON.stringify(was[column as keyof typeof was]),
  );
  return Object.fromEntries(changed);
}
