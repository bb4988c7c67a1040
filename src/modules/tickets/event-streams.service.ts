import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { SECOND } from '../../platform/clock/clock.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { UNAVAILABLE } from '../../platform/errors/error-codes.js';
import type { PlacedEvent } from '../../platform/events/event.js';
import { EventTail } from '../../platform/events/event-tail.js';
import type { EventStream } from '../../platform/http/event-stream.js';
import { EventReading, type EventStretch } from './event-reading.service.js';

/** A credential that has ended is known of within four seconds; together with this it must stay below five. */
const ACCESS_CHECK_MS = 0.9 * SECOND;
const BATCH = 100;
const MOST_STREAMS = 5_000;
const MOST_OF_ONE = 20;

interface StreamRequest {
  /** Where it starts; now when absent. */
  readonly cursor?: string;
  readonly types?: readonly string[];
  /** Whether the caller may still be told. */
  readonly mayStay: () => Promise<boolean>;
  /** Begins the answer, once it is certain that there will be one. */
  readonly begin: () => EventStream;
  readonly present: (event: PlacedEvent) => object;
}

/** The live end of the feed: each caller gets what it may see as it happens, and resumes where it was cut off. */
@Injectable()
export class EventStreams implements BeforeApplicationShutdown {
  private readonly logger = new Logger('EventStreams');
  /** Whose streams are open; each end is awaited when the service stops. */
  private readonly open = new Map<EventStream, { readonly owner: string; readonly over: Promise<void> }>();
  private stopping = false;

  constructor(
    private readonly reading: EventReading,
    private readonly tail: EventTail,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const stream of this.open.keys()) stream.end();
    await Promise.allSettled([...this.open.values()].map(({ over }) => over));
  }

  /** Starts a stream, which goes on by itself. Throws `invalid_cursor`, and `unavailable` when too many are open. */
  async start(ctx: TenantContext, request: StreamRequest): Promise<void> {
    const owner = `${ctx.tenant.id}/${ctx.actor.type}/${ctx.actor.id}`;
    const asked = request.cursor === undefined ? null : this.reading.positionOf(ctx, request.cursor);
    const bell = new Bell();
    const unfollow = await this.tail.follow({ tenantId: ctx.tenant.id, notify: () => bell.ring() });
    try {
      const newest = await this.reading.newest(ctx);
      const isLost = asked !== null && !(await this.reading.isKept(ctx, asked));
      this.requireRoom(owner);
      const stream = request.begin();
      stream.ended.addEventListener('abort', () => bell.ring());
      const over = this.run(ctx, request, stream, { from: isLost ? null : (asked ?? newest), newest, bell }).finally(
        () => {
          unfollow();
          this.open.delete(stream);
        },
      );
      this.open.set(stream, { owner, over });
    } catch (error) {
      unfollow();
      throw error;
    }
  }

  private requireRoom(owner: string): void {
    const ofOne = [...this.open.values()].filter((each) => each.owner === owner).length;
    if (!this.stopping && this.open.size < MOST_STREAMS && ofOne < MOST_OF_ONE) return;
    throw new DomainError(UNAVAILABLE, { message: 'Too many streams are open', retryAfterSeconds: 3 });
  }

  /** Never rejects: what goes wrong cuts the stream, and its reader comes again. */
  private async run(
    ctx: TenantContext,
    request: StreamRequest,
    stream: EventStream,
    place: { from: number | null; newest: number; bell: Bell },
  ): Promise<void> {
    try {
      void this.guard(request, stream);
      if (place.from === null) {
        const data = { message: 'Events behind your last one are not kept any more: read everything anew' };
        await stream.send({ id: this.reading.cursorOf(ctx, place.newest), event: 'reset', data });
      }
      await this.follow(ctx, request, stream, place.from ?? place.newest, place.bell);
    } catch (error) {
      this.logger.warn({ err: error, request_id: ctx.requestId }, 'A stream was cut');
    } finally {
      stream.end();
    }
  }

  private async follow(
    ctx: TenantContext,
    { types, present }: StreamRequest,
    stream: EventStream,
    from: number,
    bell: Bell,
  ): Promise<void> {
    for (let position = from; !stream.ended.aborted;) {
      await bell.rung();
      for (let isEnd = false; !isEnd && !stream.ended.aborted;) {
        const stretch = await this.next(ctx, position, types);
        for (const event of stretch.events) {
          const id = this.reading.cursorOf(ctx, event.position);
          await stream.send({ id, event: event.type, data: present(event) });
        }
        ({ position, isEnd } = stretch);
      }
    }
  }

  /** From what this process has just read for all, or, for who is further behind, from the database. */
  private async next(ctx: TenantContext, after: number, types?: readonly string[]): Promise<EventStretch> {
    const newest = this.tail.after(ctx.tenant.id, after);
    if (!newest) return this.reading.read(ctx, { after, types, limit: BATCH });
    return { ...newest, events: await this.reading.audible(ctx, newest.events, types), isEnd: true };
  }

  private async guard({ mayStay }: StreamRequest, stream: EventStream): Promise<void> {
    while (!stream.ended.aborted) {
      await sleep(ACCESS_CHECK_MS, undefined, { signal: stream.ended, ref: false }).catch(() => undefined);
      if (!stream.ended.aborted && !(await mayStay())) stream.end();
    }
  }
}

/** Rings for one who may be busy: a ring that came meanwhile is heard at once. */
class Bell {
  /** The first look is not waited for. */
  private hasRung = true;
  private hear: () => void = () => undefined;

  ring(): void {
    this.hasRung = true;
    this.hear();
  }

  async rung(): Promise<void> {
    if (!this.hasRung) await new Promise<void>((resolve) => (this.hear = resolve));
    this.hasRung = false;
  }
}
