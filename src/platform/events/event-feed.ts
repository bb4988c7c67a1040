import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';
import { Database } from '../database/database.service.js';
import type { TenantScope } from '../database/tenant.repository.js';
import type { EventTrace, PlacedEvent } from './event.js';
import { EventEntity, EventMarkEntity } from './event.entity.js';
import { toPlaced, toTrace, TRACE_COLUMNS } from './event-rows.js';
import { EventSequencer, GIVEN } from './event-sequencer.js';

/** The stretch of the order that can be read. `newest` is 0 before the first event. */
interface Bounds {
  readonly oldest: number;
  readonly newest: number;
}

/** Reads events in the order of their commits. */
@Injectable()
export class EventFeed {
  constructor(
    private readonly database: Database,
    private readonly sequencer: EventSequencer,
  ) {}

  /** Sees to it that whatever was committed before this call can be read by position. */
  async settle(): Promise<void> {
    await this.sequencer.settle();
  }

  /** What retention has left. `oldest` is one beyond `newest` when it has left nothing. */
  async bounds(ctx: RequestContext): Promise<Bounds> {
    const [row] = await this.database.read(ctx, (manager) =>
      manager.query<{ newest: number; oldest: number | null }[]>(
        `SELECT position AS newest,
          (SELECT e.position FROM events e WHERE e.position > 0 ORDER BY e.position LIMIT 1) AS oldest
        FROM event_marks WHERE name = 'given'`,
      ),
    );
    const newest = Number(row?.newest ?? 0);
    return { newest, oldest: Number(row?.oldest ?? newest + 1) };
  }

  /** Traces of the tenant's events behind a position. */
  traces({ tenant, ...ctx }: TenantScope, after: number, limit: number): Promise<readonly EventTrace[]> {
    return this.tracesWhere(ctx, after, limit, (query) => query.andWhere('e.tenantId = :id', { id: tenant.id }));
  }

  /** The tenant's events of these ids, in order. */
  load({ tenant, ...ctx }: TenantScope, ids: readonly number[]): Promise<readonly PlacedEvent[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.database.read(ctx, async (manager) => {
      const query = manager.createQueryBuilder(EventEntity, 'e').where('e.id IN (:...ids)', { ids });
      const rows = await query.andWhere('e.tenantId = :id', { id: tenant.id }).orderBy('e.position').getMany();
      return rows.map(toPlaced);
    });
  }

  /** Events of all tenants behind a position. */
  async after(ctx: RequestContext, position: number, limit: number): Promise<readonly PlacedEvent[]> {
    return this.database.read(ctx, async (manager) => {
      const query = manager.createQueryBuilder(EventEntity, 'e').where('e.position > :position', { position });
      return (await query.orderBy('e.position').limit(limit).getMany()).map(toPlaced);
    });
  }

  /**
   * Hands the events that come next for a follower, of all tenants, to `work`, in the unit that moves the follower's
   * mark beyond them: they are worked off once, by one process at a time. Starts no earlier than behind `from`. Answers
   * how many there were; 0 also when another process is at it.
   */
  advance(
    follower: string,
    { from, limit }: { readonly from: number; readonly limit: number },
    work: (tx: RequestContext, traces: readonly EventTrace[]) => Promise<void>,
  ): Promise<number> {
    return this.database.transaction({ requestId: follower }, async (tx) => {
      const mark = await this.claimMark(tx, follower);
      if (mark === null) return 0;
      const traces = await this.tracesWhere(tx, Math.max(mark, from), limit);
      const last = traces.at(-1);
      if (!last) return 0;
      await work(tx, traces);
      await this.database.write(tx, (manager) =>
        manager
          .createQueryBuilder()
          .update(EventMarkEntity)
          .set({ position: last.position })
          .where({ name: follower })
          .updateEntity(false)
          .execute(),
      );
      return traces.length;
    });
  }

  /** Whether anything lies before a follower that starts behind `from`. */
  async hasNews(ctx: RequestContext, follower: string, from: number): Promise<boolean> {
    const marks = await this.database.read(ctx, (manager) =>
      manager
        .createQueryBuilder(EventMarkEntity, 'm')
        .where('m.name IN (:...names)', { names: [GIVEN, follower] })
        .getMany(),
    );
    const at = (name: string) => marks.find((mark) => mark.name === name)?.position ?? 0;
    return at(GIVEN) > Math.max(from, at(follower));
  }

  private async claimMark(tx: RequestContext, name: string): Promise<number | null> {
    return this.database.read(tx, async (manager) => {
      const query = manager.createQueryBuilder(EventMarkEntity, 'm').select('m.position', 'position').where({ name });
      const row = await this.database.claiming(query).getRawOne<{ position: number }>();
      return row ? Number(row.position) : null;
    });
  }

  private tracesWhere(
    ctx: RequestContext,
    after: number,
    limit: number,
    narrow: (query: SelectQueryBuilder<EventEntity>) => unknown = () => undefined,
  ): Promise<readonly EventTrace[]> {
    return this.database.read(ctx, async (manager) => {
      const query = manager
        .createQueryBuilder(EventEntity, 'e')
        .select(TRACE_COLUMNS.map((column) => `e.${column} AS "${column}"`))
        .where('e.position > :after', { after });
      narrow(query);
      const rows = await query.orderBy('e.position').limit(limit).getRawMany<Record<keyof EventTrace, unknown>>();
      return rows.map(toTrace);
    });
  }
}
