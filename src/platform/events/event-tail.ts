import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.js';
import type { PlacedEvent } from './event.js';
import { EventFeed } from './event-feed.js';
import { EventSequencer } from './event-sequencer.js';

/** How often other processes' events are looked for. */
const POLL_MS = 150;
const BATCH = 500;
/** So many of the newest events are at hand; who is further behind reads the database. */
const KEPT = 2_000;
const ctx: RequestContext = { requestId: 'event-tail' };

interface Follower {
  readonly tenantId: number;
  readonly notify: () => void;
}

/** What a follower that is not too far behind gets: its tenant's events, and how far they reach. */
interface Stretch {
  readonly events: readonly PlacedEvent[];
  readonly position: number;
}

/**
 * The end of the feed, read once for all who follow it in this process, whichever process wrote the events. Reads only
 * while somebody follows.
 */
@Injectable()
export class EventTail implements BeforeApplicationShutdown {
  private readonly logger = new Logger('EventTail');
  private readonly followers = new Set<Follower>();
  private kept: PlacedEvent[] = [];
  /** Whatever lies behind `floor`, up to `position`, is in `kept`. Null while nobody follows. */
  private reach: { floor: number; position: number } | null = null;
  private poll: NodeJS.Timeout | undefined;
  private reading: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly feed: EventFeed,
    sequencer: EventSequencer,
  ) {
    sequencer.onNews(() => void this.read());
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.poll);
    this.followers.clear();
    await this.reading;
  }

  /** Calls `notify` when a tenant has new events, from now on. The answer ends it. */
  async follow(follower: Follower): Promise<() => void> {
    this.followers.add(follower);
    this.poll ??= setInterval(() => void this.read(), POLL_MS).unref();
    const unfollow = () => {
      this.followers.delete(follower);
      if (this.followers.size === 0) this.rest();
    };
    try {
      if (!this.reach) {
        const { newest } = await this.feed.bounds(ctx);
        this.reach ??= { floor: newest, position: newest };
      }
    } catch (error) {
      unfollow();
      throw error;
    }
    return unfollow;
  }

  /** The tenant's events behind a position, as far as they are known here; null when it lies too far behind. */
  after(tenantId: number, position: number): Stretch | null {
    if (!this.reach || position < this.reach.floor || position > this.reach.position) return null;
    const start = firstBehind(this.kept, position);
    return {
      events: this.kept.slice(start).filter((event) => event.tenantId === tenantId),
      position: this.reach.position,
    };
  }

  private rest(): void {
    clearInterval(this.poll);
    this.poll = undefined;
    this.reach = null;
    this.kept = [];
  }

  /** Reads on; who asks meanwhile is served by one more reading. */
  private async read(): Promise<void> {
    if (!this.reach) return;
    if (this.reading) {
      this.again = true;
      return;
    }
    try {
      do {
        this.again = false;
        this.reading = this.readOn();
        await this.reading;
      } while (this.again);
    } catch (error) {
      this.logger.warn({ err: error }, 'New events could not be read; it will be tried again');
    } finally {
      this.reading = null;
    }
  }

  private async readOn(): Promise<void> {
    for (let length = BATCH; length === BATCH;) {
      const { reach } = this;
      if (!reach) return;
      const events = await this.feed.after(ctx, reach.position, BATCH);
      length = events.length;
      // Everybody left meanwhile, or somebody new has started it anew.
      if (this.reach !== reach || length === 0) return;
      this.kept.push(...events);
      const dropped = this.kept.splice(0, Math.max(0, this.kept.length - KEPT));
      this.reach = {
        floor: dropped.at(-1)?.position ?? reach.floor,
        position: events.at(-1)?.position ?? reach.position,
      };
      const tenants = new Set(events.map(({ tenantId }) => tenantId));
      for (const { tenantId, notify } of this.followers) if (tenants.has(tenantId)) notify();
    }
  }
}

/** Where the events behind a position begin, in a list in order. */
function firstBehind(events: readonly PlacedEvent[], position: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.position > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
