import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type Actor, isStaff, type TenantContext } from '../../../platform/context/request-context.js';
import { Database, StaleRead } from '../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import type { Ticket, TicketState } from '../domain/ticket.js';
import type { ListPosition, Sort, TicketFilter } from '../ticket-query.js';
import { TicketEntity } from './ticket.entities.js';
import { filtered, ordering, STATE_SELECTION, withNames } from './ticket-queries.js';
import { type StateRow, type TicketRow, toRow, toState, toTicket } from './ticket-rows.js';

export type StoredTicket = Omit<Ticket, 'unreadCount'>;

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
  readonly tickets: readonly StoredTicket[];
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
    const rows = await this.select(ctx, 't', (query) =>
      withNames(visible(query, ctx.actor).andWhere('t.number IN (:...numbers)', { numbers })).getRawMany<TicketRow>(),
    );
    const found = new Map(rows.map((row) => [row.number, toTicket(row)]));
    return { length: numbers.length, tickets: numbers.flatMap((number) => found.get(number) ?? []) };
  }

  /** How many tickets each filter finds, counting no further than `cap`. */
  countEach(ctx: TenantContext, filters: readonly TicketFilter[], cap: number): Promise<readonly number[]> {
    const reasons = reasonsOf(ctx.actor);
    const partsOf = (filter: TicketFilter) =>
      reasons.map(
        (_, index) => (query: SelectQueryBuilder<TicketEntity>) =>
          filtered(visibleBecause(query, ctx.actor, index), filter, ctx.actor),
      );
    return this.count(ctx, 't', cap, filters.map(partsOf));
  }

  /**
   * Who has tickets of the tenant, by id: the first few, or those of `among`. The index is asked for one after the other,
   * which costs as much as there are of them, and not of tickets.
   */
  async findAssignees(
    ctx: TenantContext,
    among: readonly number[] | null,
    limit: number,
  ): Promise<readonly { readonly id: number; readonly name: string }[]> {
    if (among?.length === 0) return [];
    const { id } = ctx.tenant;
    const places = among === null ? '' : `AND u.id IN (${among.map(() => '?').join(', ')})`;
    return this.database.read(ctx, (manager) =>
      manager.query<{ id: number; name: string }[]>(
        `WITH RECURSIVE assignee (id) AS (
          SELECT MIN(assignee_id) FROM tickets WHERE tenant_id = ?
          UNION ALL
          SELECT (SELECT MIN(n.assignee_id) FROM tickets n WHERE n.tenant_id = ? AND n.assignee_id > assignee.id)
          FROM assignee WHERE assignee.id IS NOT NULL
        )
        SELECT u.id, u.name FROM assignee INNER JOIN users u ON u.tenant_id = ? AND u.id = assignee.id ${places}
        ORDER BY u.id LIMIT ${limit}`,
        [id, id, id, ...(among ?? [])],
      ),
    );
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

/** A ground on which somebody sees a ticket, as a condition on `t`. */
interface Reason {
  readonly condition: string;
  readonly parameters?: ObjectLiteral;
}

/**
 * The rule of who sees which ticket, the only place it stands: staff see the tenant's; a customer the requested ones,
 * those of a team that shares, and those they take part in, but the requested ones alone on a wire that knows no others.
 * The owner of the installation sees none.
 */
function reasonsOf(actor: Actor): readonly Reason[] {
  if (isStaff(actor)) return [{ condition: '1 = 1' }];
  if (actor.role !== 'customer') return [{ condition: '1 = 0' }];
  const { userId, sharedTeamId, ownTicketsOnly } = actor;
  const requested = { condition: 't.requesterId = :viewer', parameters: { viewer: userId } };
  if (ownTicketsOnly) return [requested];
  const shared = { condition: 't.teamId = :sharedTeamId', parameters: { sharedTeamId } };
  const participating = `t.number IN (SELECT p.ticket_number FROM ticket_participants p
    WHERE p.tenant_id = :tenantId AND p.user_id = :viewer)`;
  return [requested, ...(sharedTeamId === null ? [] : [shared]), { ...requested, condition: participating }];
}

function visible<Q extends SelectQueryBuilder<ObjectLiteral>>(query: Q, actor: Actor): Q {
  const reasons = reasonsOf(actor);
  query.andWhere('t.deletedAt IS NULL');
  query.andWhere(`(${reasons.map(({ condition }) => condition).join(' OR ')})`);
  return query.setParameters(Object.assign({}, ...reasons.map(({ parameters }) => parameters)) as ObjectLiteral);
}

/**
 * The tickets seen for one reason and none before it: all reasons together give each visible ticket once. What has to
 * find all of somebody's tickets begins at those this way; an "or" would have the engine look at all of the tenant's.
 */
function visibleBecause<Q extends SelectQueryBuilder<ObjectLiteral>>(query: Q, actor: Actor, index: number): Q {
  const [reason, ...before] = reasonsOf(actor)
    .slice(0, index + 1)
    .toReversed();
  query.andWhere(`t.deletedAt IS NULL AND ${reason!.condition}`, reason!.parameters);
  for (const { condition, parameters } of before) query.andWhere(`(${condition}) IS NOT TRUE`, parameters);
  return query;
}

function changedColumns(before: TicketState, after: TicketState): Partial<TicketEntity> {
  const was = toRow(before);
  const changed = Object.entries(toRow(after)).filter(
    ([column, value]) => JSON.stringify(value) !== JSON.stringify(was[column as keyof typeof was]),
  );
  return Object.fromEntries(changed);
}
