import { Injectable } from '@nestjs/common';
import { isStaff, type TenantContext } from '../../platform/context/request-context.js';
import { Keys } from '../../platform/crypto/keys.service.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { EventTrace, PlacedEvent } from '../../platform/events/event.js';
import { EventFeed } from '../../platform/events/event-feed.js';
import { matchesType } from '../../platform/events/event-types.js';
import { Cursors } from '../../platform/http/cursors.js';
import { INVALID_CURSOR } from '../../platform/http/http-errors.js';
import { Page } from '../../platform/http/page.js';
import { TicketsRepository } from './persistence/tickets.repository.js';

/** A reading that looks for few among many goes through so many at a time, so many times, and then says how far it came. */
const WINDOW = 1_000;
const MOST_WINDOWS = 5;

/** Patterns of types, as `matchesType` has them; all when absent. */
type Types = readonly string[] | undefined;

/** What was read, and up to where. */
export interface EventStretch {
  readonly events: readonly PlacedEvent[];
  readonly position: number;
  /** Whether nothing lies behind it at this moment. */
  readonly isEnd: boolean;
}

interface ReadRequest {
  readonly after: number;
  readonly types: Types;
  readonly limit: number;
}

/** The events that a caller may see, of all tickets, in the order of their commits. */
@Injectable()
export class EventReading {
  constructor(
    private readonly feed: EventFeed,
    private readonly tickets: TicketsRepository,
    private readonly cursors: Cursors,
    private readonly keys: Keys,
  ) {}

  /**
   * A page from a cursor, or from the oldest event that is kept; at the end of the feed its cursor is the one to ask
   * again with. Throws `invalid_cursor`, also when events behind the cursor are not kept any more.
   */
  async page(
    ctx: TenantContext,
    { types, cursor, limit }: { readonly types?: readonly string[]; readonly cursor?: string; readonly limit: number },
  ): Promise<Page<PlacedEvent>> {
    await this.feed.settle();
    const { oldest, newest } = await this.feed.bounds(ctx);
    const after = cursor === undefined ? oldest - 1 : this.positionOf(ctx, cursor);
    if (after + 1 < oldest) {
      throw new DomainError(INVALID_CURSOR, {
        message: 'Events behind this cursor are not kept any more; start again without one',
      });
    }
    const { events, position, isEnd } = await this.scan(ctx, { after, types, limit }, newest);
    return new Page(events, limit, this.cursorOf(ctx, position), undefined, !isEnd);
  }

  /** What lies behind a position: at least everything that was committed before this call, up to `limit` events. */
  async read(ctx: TenantContext, request: ReadRequest): Promise<EventStretch> {
    return this.scan(ctx, request, await this.newest(ctx));
  }

  /** Those that the caller may see: staff all of the tenant's, customers the public ones of tickets they see. */
  async audible<E extends EventTrace>(ctx: TenantContext, events: readonly E[], types: Types): Promise<readonly E[]> {
    const meant = events.filter(({ type }) => matchesType(types, type));
    if (isStaff(ctx.actor)) return meant;
    const told = meant.filter(({ ticketNumber, publicVersion }) => ticketNumber !== null && publicVersion !== null);
    const visible = await this.tickets.visibleAmong(ctx, [...new Set(told.map((event) => event.ticketNumber ?? 0))]);
    return told.filter(({ ticketNumber }) => visible.has(ticketNumber ?? 0));
  }

  /** The newest position, behind which everything lies that is committed after this call. */
  async newest(ctx: TenantContext): Promise<number> {
    await this.feed.settle();
    return (await this.feed.bounds(ctx)).newest;
  }

  /** Whether everything behind a position can still be read. */
  async isKept(ctx: TenantContext, position: number): Promise<boolean> {
    return position + 1 >= (await this.feed.bounds(ctx)).oldest;
  }

  /** Positions count every event of the installation; to customers their gaps would tell of what they must not see. */
  cursorOf(ctx: TenantContext, position: number): string {
    return this.cursors.write(listOf(ctx), [isStaff(ctx.actor) ? position : this.keys.seal(String(position))]);
  }

  /** Throws `invalid_cursor`. */
  positionOf(ctx: TenantContext, cursor: string): number {
    const [value] = this.cursors.read(listOf(ctx), cursor);
    return Number(typeof value === 'string' ? this.keys.unseal(value) : value);
  }

  /** `newest` is a position up to which everything can be seen. */
  private async scan(ctx: TenantContext, { after, types, limit }: ReadRequest, newest: number): Promise<EventStretch> {
    const size = types || !isStaff(ctx.actor) ? WINDOW : limit + 1;
    const found: EventTrace[] = [];
    let position = after;
    for (let window = 0; window < MOST_WINDOWS; window++) {
      const traces = await this.feed.traces(ctx, position, size);
      found.push(...(await this.audible(ctx, traces, types)));
      const last = found[limit - 1];
      if (last && found.length > limit) {
        return { events: await this.load(ctx, found.slice(0, limit)), position: last.position, isEnd: false };
      }
      position = traces.at(-1)?.position ?? position;
      if (traces.length < size) {
        // Beyond what others have written: who asks again and again does not fall behind what is kept.
        return { events: await this.load(ctx, found), position: Math.max(position, newest), isEnd: true };
      }
    }
    return { events: await this.load(ctx, found), position, isEnd: false };
  }

  private load(ctx: TenantContext, traces: readonly EventTrace[]): Promise<readonly PlacedEvent[]> {
    return this.feed.load(
      ctx,
      traces.map(({ id }) => id),
    );
  }
}

/** Good for one audience; which types are asked for may change on the way. */
function listOf({ tenant, actor }: TenantContext): string {
  const reader = isStaff(actor) ? 'staff' : `customer/${actor.userId}${actor.ownTicketsOnly ? '/own' : ''}`;
  return `events/${tenant.id}/${reader}`;
}
