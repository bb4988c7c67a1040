import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, HOUR } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.service.js';
import { EXPIRING, SessionsRepository } from './persistence/sessions.repository.js';

const BATCH = 500;
/** Clocks differ, and a provider's token is taken for some seconds after its end. */
const GRACE = HOUR;
const ctx = { requestId: 'session-sweep' };

/** Removes sessions, refresh tokens and signed-out tokens that have expired anyway. Any process may do it. */
@Injectable()
export class SessionSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('SessionSweep');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: SessionsRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweepQuietly(), HOUR).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Removes what expired more than an hour ago, a batch a transaction; answers how many rows went. */
  async sweep(): Promise<number> {
    const before = this.clock.now() - GRACE;
    let removed = 0;
    for (const kind of EXPIRING) {
      for (let batch = BATCH; batch === BATCH; removed += batch) {
        const keys = await this.repository.findExpired(ctx, kind, before, BATCH);
        batch = keys.length;
        await this.database.transaction(ctx, (tx) => this.repository.removeExpired(tx, kind, keys, before));
      }
    }
    return removed;
  }

  private async sweepQuietly(): Promise<void> {
    try {
      this.logger.log({ removed: await this.sweep() }, 'Swept expired sessions and tokens');
    } catch (error) {
      this.logger.warn({ err: error }, 'The session sweep failed; it will be tried again');
    }
  }
}
