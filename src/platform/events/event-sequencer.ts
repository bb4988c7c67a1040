import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { SECOND } from '../clock/clock.js';
import type { RequestContext } from '../context/request-context.js';
import { Database } from '../database/database.service.js';
import { EventMarkEntity, EventEntity } from './event.entity.js';

/** Positions given in one statement. */
const BATCH = 500;
/** Commits within so many milliseconds are served by one transaction. */
const GATHERING_MS = 25;
/** How often events are looked for whose process died before it could say that it had written some. */
const PATROL_MS = SECOND;

/** Its mark: the newest position that it has given. */
export const GIVEN = 'given';
const ctx: RequestContext = { requestId: 'event-sequencer' };

/**
 * Gives events their place in the order of commits. Ids are handed out before the commit, so whoever read by id could
 * pass by an event that a longer transaction commits later. Here only committed events are seen, and of several
 * processes one at a time gives positions: a position becomes visible when all before it are.
 */
@Injectable()
export class EventSequencer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('EventSequencer');
  private readonly listeners = new Set<() => void>();
  private patrol: NodeJS.Timeout | undefined;
  private gathering: NodeJS.Timeout | undefined;
  /** The round under way, and the one that starts after it for those who came too late for this one. */
  private running: Promise<boolean> | null = null;
  private next: Promise<boolean> | null = null;
  private stopped = false;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.patrol = setInterval(() => void this.settleQuietly(), PATROL_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.patrol);
    clearTimeout(this.gathering);
    await Promise.allSettled([this.running, this.next]);
  }

  /** Calls `listener` whenever this process has given positions. The answer takes that back. */
  onNews(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Says that events were committed. */
  readonly wake = (): void => {
    if (this.stopped) return;
    if (this.givesWithin) this.tell();
    else this.gathering ??= setTimeout(() => void this.settleQuietly(), GATHERING_MS).unref();
  };

  /**
   * Whether the unit that writes events gives them their positions itself. It may where writers queue: the order of
   * their statements is that of their commits.
   */
  get givesWithin(): boolean {
    return !this.database.engine.locksRows;
  }

  /** Every event committed before this call has its position when it ends. */
  settle(): Promise<boolean> {
    if (!this.running) return (this.running = this.round());
    return (this.next ??= this.running
      .catch(() => false)
      .then(() => {
        this.next = null;
        return (this.running = this.round());
      }));
  }

  /** Where `givesWithin`: the next position, the first of so many that are now those of the open unit. */
  async take(tx: RequestContext, count: number): Promise<number> {
    const [mark] = await this.database.write(tx, (manager) =>
      manager.query<{ position: number }[]>(
        'UPDATE event_marks SET position = position + ? WHERE name = ? RETURNING position',
        [count, GIVEN],
      ),
    );
    return mark!.position - count + 1;
  }

  /** Gives positions to what the open unit sees, in the order of ids and so many at a time; answers how many. */
  private async give(tx: RequestContext): Promise<number> {
    const last = await this.lockMark(tx);
    const ids = await this.withoutPosition(tx, BATCH);
    if (ids.length === 0) return 0;
    await this.place(tx, ids, last + 1);
    await this.setMark(tx, last + ids.length);
    return ids.length;
  }

  private async round(): Promise<boolean> {
    try {
      clearTimeout(this.gathering);
      this.gathering = undefined;
      if ((await this.withoutPosition(ctx, 1)).length === 0) return false;
      while ((await this.database.transaction(ctx, (tx) => this.give(tx))) === BATCH);
    } finally {
      this.running = null;
    }
    this.tell();
    return true;
  }

  private async settleQuietly(): Promise<void> {
    try {
      await this.settle();
    } catch (error) {
      this.logger.warn({ err: error }, 'Events have no positions yet; it will be tried again');
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private async lockMark(tx: RequestContext): Promise<number> {
    return this.database.read(tx, async (manager) => {
      const query = manager.createQueryBuilder(EventMarkEntity, 'm').select('m.position', 'position');
      if (this.database.engine.locksRows) query.setLock('pessimistic_write');
      const row = await query.where('m.name = :name', { name: GIVEN }).getRawOne<{ position: number }>();
      return Number(row?.position ?? 0);
    });
  }

  private async setMark(tx: RequestContext, position: number): Promise<void> {
    await this.database.write(tx, (manager) =>
      manager
        .createQueryBuilder()
        .update(EventMarkEntity)
        .set({ position })
        .where({ name: GIVEN })
        .updateEntity(false)
        .execute(),
    );
  }

  private withoutPosition(of: RequestContext, limit: number): Promise<readonly number[]> {
    return this.database.read(of, async (manager) => {
      const rows = await manager
        .createQueryBuilder(EventEntity, 'e')
        .select('e.id', 'id')
        .where('e.position IS NULL')
        .orderBy('e.id')
        .limit(limit)
        .getRawMany<{ id: number | string }>();
      return rows.map(({ id }) => Number(id));
    });
  }

  /**
   * The rows are named by their ids alone. A condition on the position would have the statement walk its index and wait
   * there for every event that a stranger has not committed yet.
   */
  private async place(tx: RequestContext, ids: readonly number[], first: number): Promise<void> {
    const cases = ids.map((id, index) => `WHEN ${id} THEN ${first + index}`).join(' ');
    await this.database.write(tx, (manager) =>
      manager.query(`UPDATE events SET position = CASE id ${cases} END WHERE id IN (${ids.join(', ')})`),
    );
  }
}
