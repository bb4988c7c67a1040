import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, DAY, type Instant } from '../clock/clock.js';
import { HourlySweep } from '../clock/hourly-sweep.js';
import { Config } from '../config/config.js';
import type { RequestContext } from '../context/request-context.js';
import { Database } from '../database/database.service.js';
import { EventEntity } from './event.entity.js';

const BATCH = 500;
const ctx: RequestContext = { requestId: 'event-sweep' };

/**
 * Forgets events that are older than the installation wants to keep them. From the beginning of their order and without
 * holes, so that a reader can tell whether anything is missing behind its position.
 */
@Injectable()
export class EventSweep extends HourlySweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  override async sweep(): Promise<{ readonly events: number }> {
    const days = this.config.RETENTION_EVENTS_DAYS;
    if (days === 0) return { events: 0 };
    const before = this.clock.now() - days * DAY;
    let events = 0;
    for (let length = BATCH; length === BATCH; events += length) {
      const ids = await this.findOldest(before);
      length = ids.length;
      if (length > 0) await this.database.transaction(ctx, (tx) => this.remove(tx, ids));
    }
    return { events };
  }

  /** The first events of all, up to the first that is not old enough. */
  private findOldest(before: Instant): Promise<readonly number[]> {
    return this.database.read(ctx, async (manager) => {
      const rows = await manager
        .createQueryBuilder(EventEntity, 'e')
        .select(['e.id AS id', 'e.occurredAt AS at'])
        .where('e.position > 0')
        .orderBy('e.position')
        .limit(BATCH)
        .getRawMany<{ id: number | string; at: number | string }>();
      const young = rows.findIndex(({ at }) => Number(at) >= before);
      return rows.slice(0, young === -1 ? BATCH : young).map(({ id }) => Number(id));
    });
  }

  private async remove(tx: RequestContext, ids: readonly number[]): Promise<void> {
    await this.database.write(tx, (manager) =>
      manager
        .createQueryBuilder()
        .delete()
        .from(EventEntity)
        .where({ id: In([...ids]) })
        .execute(),
    );
  }
}
