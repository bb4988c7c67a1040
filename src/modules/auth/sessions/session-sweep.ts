import { Injectable } from '@nestjs/common';
import { Clock, HOUR } from '../../../platform/clock/clock.js';
import { HourlySweep } from '../../../platform/clock/hourly-sweep.js';
import { Database } from '../../../platform/database/database.service.js';
import { EXPIRING, SessionsRepository } from './persistence/sessions.repository.js';

const BATCH = 500;
/** Clocks differ, and a provider's token is taken for some seconds after its end. */
const GRACE = HOUR;
const ctx = { requestId: 'session-sweep' };

/** Removes sessions, refresh tokens and signed-out tokens that have expired anyway. */
@Injectable()
export class SessionSweep extends HourlySweep {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Removes what expired more than an hour ago, a batch a transaction; answers how many rows went. */
  override async sweep(signal?: AbortSignal): Promise<{ readonly rows: number }> {
    const before = this.clock.now() - GRACE;
    let removed = 0;
    for (const kind of EXPIRING) {
      for (let batch = BATCH; batch === BATCH && !signal?.aborted; removed += batch) {
        const keys = await this.repository.findExpired(ctx, kind, before, BATCH);
        batch = keys.length;
        await this.database.transaction(ctx, (tx) => this.repository.removeExpired(tx, kind, keys, before));
      }
    }
    return { rows: removed };
  }
}
