import { Injectable } from '@nestjs/common';
import type { TenantContext } from '../../platform/context/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Cursors } from '../../platform/http/cursors.js';
import { INVALID_CURSOR } from '../../platform/http/http-errors.js';
import { type NumberedPage, Page, TOTAL_CAP } from '../../platform/http/page.js';
import { partyOf } from './domain/ticket.policy.js';
import { type Status, STATUSES } from './domain/ticket-status.js';
import type { Ticket } from './domain/ticket.js';
import { TicketListsRepository } from './persistence/ticket-lists.repository.js';
import { TicketsRepository } from './persistence/tickets.repository.js';
import type { ListPosition, Sort, TicketFilter } from './ticket-query.js';

export interface TicketListRequest {
  readonly filter: TicketFilter;
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor?: string;
  readonly includeTotal?: boolean;
}

export interface TicketPageRequest {
  readonly filter: TicketFilter;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

/** The tickets that a caller may see: lists of them, and how many there are. */
@Injectable()
export class TicketListing {
  constructor(
    private readonly repository: TicketsRepository,
    private readonly lists: TicketListsRepository,
    private readonly cursors: Cursors,
  ) {}

  /**
   * A page of the tickets the caller may see. It may hold fewer than asked for though more follow: how much one request
   * looks at is bounded, however rare what it wants. Throws `invalid_cursor`.
   */
  async list(ctx: TenantContext, request: TicketListRequest): Promise<Page<Ticket>> {
    const { filter, sort, limit, cursor, includeTotal = false } = request;
    const { tenant, actor } = ctx;
    const reader = `${partyOf(actor)}/${actor.userId}${actor.ownTicketsOnly ? '/own' : ''}`;
    const list = `tickets/${tenant.id}/${reader}/${sort}/${JSON.stringify(filter)}`;
    const after = cursor === undefined ? null : this.positionIn(list, cursor);
    const { positions, reach } = await this.lists.findPositions(ctx, { filter, sort, after, limit: limit + 1 });
    const total = includeTotal ? await this.total(ctx, filter) : undefined;
    const shown = positions.slice(0, limit);
    const next = positions.length > limit ? shown.at(-1)! : reach;
    // What vanishes from now on is missing on the page, and moves nothing of where the next one begins.
    const tickets = await this.repository.findAll(
      ctx,
      shown.map(({ number }) => number),
    );
    return new Page(tickets, limit, next && this.cursors.write(list, [next.value, next.number]), total);
  }

  /**
   * A page by its number, for wires that know no cursor. Such a list ends at its total, and totals at `TOTAL_CAP`: what
   * lies beyond is empty and is not looked for, so the database never skips more than that many rows.
   */
  async page(ctx: TenantContext, { filter, sort, page, perPage }: TicketPageRequest): Promise<NumberedPage<Ticket>> {
    const skip = (page - 1) * perPage;
    const take = Math.min(perPage, TOTAL_CAP - skip);
    const slice = { filter, sort, skip, take };
    const { length, tickets } = take > 0 ? await this.repository.slice(ctx, slice) : { length: 0, tickets: [] };
    // A page that is not full is the last one, and tells the total by itself.
    const isLast = length < take && (length > 0 || skip === 0);
    const total = isLast ? skip + length : await this.total(ctx, filter);
    return { items: tickets, page, perPage, total };
  }

  /** How many of the tickets have each status, counted to `TOTAL_CAP`; statuses in the filter do not matter. */
  async countByStatus(ctx: TenantContext, filter: TicketFilter): Promise<Readonly<Record<Status, number>>> {
    const filters = STATUSES.map((status) => ({ ...filter, statuses: [status] }));
    const counts = await this.repository.countEach(ctx, filters, TOTAL_CAP);
    return Object.fromEntries(STATUSES.map((status, index) => [status, counts[index]])) as Record<Status, number>;
  }

  private async total(ctx: TenantContext, filter: TicketFilter): Promise<number> {
    const [total = 0] = await this.repository.countEach(ctx, [filter], TOTAL_CAP);
    return total;
  }

  private positionIn(list: string, cursor: string): ListPosition {
    const [value, number] = this.cursors.read(list, cursor);
    if (typeof value !== 'number' || typeof number !== 'number') throw new DomainError(INVALID_CURSOR);
    return { value, number };
  }
}
