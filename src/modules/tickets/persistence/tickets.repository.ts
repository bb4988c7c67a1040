import { Injectable } from '@nestjs/common';
import { isStaff, type TenantContext } from '../../../platform/context/request-context.js';
import { Conditions } from '../../../platform/database/conditions.js';
import { Database, StaleRead } from '../../../platform/database/database.service.js';
import { type Alternative, TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import type { Ticket, TicketState } from '../domain/ticket.js';
import type { Sort, TicketFilter } from '../ticket-query.js';
import { TicketEntity } from './ticket.entities.js';
import { UnreadCounts } from './unread-counts.js';
import { narrowestFor } from './list-plan.js';
import { filtered, HAS_FILES, ordering, STATE_SELECTION, withNames } from './ticket-queries.js';
import { type StateRow, type TicketRow, toRow, toState, toTicket } from './ticket-rows.js';
import { grounds, seenOn, visible } from './visibility.js';

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

/** Reads and writes tickets. Whatever shows a ticket to somebody goes through `visible`; lists are `TicketListsRepository`. */
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

  /** The tickets of these numbers that the caller sees, in their order; those that vanished meanwhile are missing. */
  async findAll(ctx: TenantContext, numbers: readonly number[]): Promise<readonly Ticket[]> {
    if (numbers.length === 0) return [];
    const wanted = visible(new Conditions(), ctx.actor).andWhere('t.number IN (:...numbers)', { numbers });
    const found = new Map((await this.tickets(ctx, wanted, 'all')).map((ticket) => [ticket.number, ticket]));
    return numbers.flatMap((number) => found.get(number) ?? []);
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
    return { length: numbers.length, tickets: await this.findAll(ctx, numbers) };
  }

  /** How many tickets each filter finds, counting no further than `cap`. */
  countEach(ctx: TenantContext, filters: readonly TicketFilter[], cap: number): Promise<readonly number[]> {
    const { actor } = ctx;
    const counted = filters.map((filter) =>
      grounds(actor).map((ground): Alternative => ({
        conditions: filtered(seenOn(ground), filter, actor),
        // Told, as MariaDB takes another index the first time that it executes what it has prepared.
        index: isStaff(actor) ? narrowestFor(filter) : null,
      })),
    );
    return this.count(ctx, 't', cap, counted);
  }

  /** Numbers of the tickets that the filter finds, in no order; no more than `limit`. */
  async numbersFound(ctx: TenantContext, filter: TicketFilter, limit: number): Promise<readonly number[]> {
    const numbers: number[] = [];
    for (const ground of grounds(ctx.actor)) {
      if (numbers.length >= limit) break;
      const wanted = filtered(seenOn(ground), filter, ctx.actor);
      const rows = await this.rows<{ number: number }>(ctx, 't', wanted, `numbers, ${limit}`, (query) =>
        query.select('t.number', 'number').limit(limit),
      );
      numbers.push(...rows.map(({ number }) => Number(number)));
    }
    return numbers.slice(0, limit);
  }

  /** The subjects of those of these tickets that the filter finds. */
  async subjectsAmong(
    ctx: TenantContext,
    filter: TicketFilter,
    numbers: readonly number[],
  ): Promise<readonly { readonly number: number; readonly subject: string }[]> {
    if (numbers.length === 0) return [];
    return this.select(ctx, 't', (query) =>
      filtered(visible(query, ctx.actor), filter, ctx.actor)
        .andWhere('t.number IN (:...numbers)', { numbers })
        .select('t.number', 'number')
        .addSelect('t.subject', 'subject')
        .getRawMany<{ number: number; subject: string }>(),
    );
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

  /** Tickets as reads give them: with names, and what of each the caller has not read. */
  private async tickets(ctx: TenantContext, wanted: Conditions, shape: 'one' | 'all'): Promise<readonly Ticket[]> {
    const audience = isStaff(ctx.actor) ? 'staff' : 'customers';
    wanted.with({ reader: ctx.actor.userId });
    const rows = await this.rows<TicketRow>(ctx, 't', wanted, `tickets for ${audience}, ${shape}`, (query) => {
      this.unread.addTo(withNames(query), audience);
      if (shape === 'one') query.addSelect(HAS_FILES, 'hasFiles');
    });
    return rows.map(toTicket);
  }

  private async compareAndSet(ctx: TenantScope, before: TicketState, changes: Partial<TicketEntity>): Promise<void> {
    const written = await this.update(ctx, { number: before.number, version: before.version }, changes);
    if (written !== 1) throw new StaleRead();
  }
}

function changedColumns(before: TicketState, after: TicketState): Partial<TicketEntity> {
  const was = toRow(before);
  const changed = Object.entries(toRow(after)).filter(
    ([column, value]) => JSON.stringify(value) !== JSON.stringify(was[column as keyof typeof was]),
  );
  return Object.fromEntries(changed);
}
