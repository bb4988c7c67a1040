import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { TenantContext } from '../../platform/context/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { UNAVAILABLE } from '../../platform/errors/error-codes.js';
import type { CsvStream } from '../../platform/http/csv-stream.js';
import type { Page } from '../../platform/http/page.js';
import type { SearchQuery } from '../../platform/search/search-query.js';
import type { Ticket } from './domain/ticket.js';
import { TicketListing } from './ticket-listing.service.js';
import type { Sort, TicketFilter } from './ticket-query.js';
import { TicketSearch } from './ticket-search.service.js';

/** Tickets that are read at once, and held. */
const BATCH = 200;
/** Exports that may be under way: of one caller, of a tenant, of this process. */
const MOST_EXPORTS = { ofOne: 2, ofTenant: 4, ofAll: 10 } as const;
const RETRY_SECONDS = 5;

interface ExportRequest {
  readonly filter: TicketFilter;
  /** Finds the tickets and gives them their order; `sort` does when it is absent. */
  readonly search?: SearchQuery;
  readonly sort: Sort;
  /** Whether the caller may still be told. */
  readonly mayStay: () => Promise<boolean>;
  /** Begins the answer, once it is certain that there will be one. */
  readonly begin: () => CsvStream;
  readonly present: (ticket: Ticket) => readonly string[];
}

/** Lists of tickets as whole tables, however long: read page by page, as fast as the reader takes them. */
@Injectable()
export class TicketExports {
  private readonly logger = new Logger('TicketExports');
  private readonly underWay = new Map<string, number>();

  constructor(
    private readonly listing: TicketListing,
    private readonly searching: TicketSearch,
  ) {}

  /**
   * Starts an export, which goes on by itself; it is cut off when the caller's credential ends. Throws `unavailable` when
   * too many are under way.
   */
  async start(ctx: TenantContext, request: ExportRequest): Promise<void> {
    const leave = this.enter(ctx);
    try {
      const first = await this.page(ctx, request);
      const table = request.begin();
      void this.run(ctx, request, first, table).finally(leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Never rejects: what goes wrong cuts the table off. */
  private async run(ctx: TenantContext, request: ExportRequest, first: Page<Ticket>, table: CsvStream): Promise<void> {
    try {
      for (let page = first; ;) {
        await table.send(page.items.map(request.present));
        if (table.ended.aborted) return;
        if (page.nextCursor === null) return table.end();
        await othersTurn();
        if (!(await request.mayStay())) return table.cut();
        page = await this.page(ctx, request, page.nextCursor);
      }
    } catch (error) {
      this.logger.warn({ err: error, request_id: ctx.requestId }, 'An export was cut off');
      table.cut();
    }
  }

  private async page(
    ctx: TenantContext,
    { filter, search, sort }: ExportRequest,
    cursor?: string,
  ): Promise<Page<Ticket>> {
    if (!search) return this.listing.list(ctx, { filter, sort, limit: BATCH, cursor });
    return (await this.searching.search(ctx, { query: search, filter, limit: BATCH, cursor })).map(
      ({ ticket }) => ticket,
    );
  }

  private enter({ tenant, actor }: TenantContext): () => void {
    const places = [
      [`${tenant.id}/${actor.type}/${actor.id}`, MOST_EXPORTS.ofOne],
      [String(tenant.id), MOST_EXPORTS.ofTenant],
      ['all', MOST_EXPORTS.ofAll],
    ] as const;
    const taken = (place: string) => this.underWay.get(place) ?? 0;
    if (places.some(([place, most]) => taken(place) >= most)) {
      const message = 'Too many exports are under way';
      throw new DomainError(UNAVAILABLE, { message, retryAfterSeconds: RETRY_SECONDS });
    }
    for (const [place] of places) this.underWay.set(place, taken(place) + 1);
    return () => {
      for (const [place] of places) {
        if (taken(place) > 1) this.underWay.set(place, taken(place) - 1);
        else this.underWay.delete(place);
      }
    };
  }
}
