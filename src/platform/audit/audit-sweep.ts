import { Injectable } from '@nestjs/common';
import { Clock, DAY } from '../clock/clock.js';
import { HourlySweep } from '../clock/hourly-sweep.js';
import { Config } from '../config/config.js';
import type { RequestContext } from '../context/request-context.js';
import { Database } from '../database/database.service.js';
import { AuditRepository } from './audit.repository.js';

const BATCH = 500;
/** Refusals kept of one tenant: whoever causes them must not fill the disk, nor push out what others did. */
const MOST_REFUSALS = 10_000;
const ctx: RequestContext = { requestId: 'audit-sweep' };

/** Forgets what is older than the installation wants to keep, and refusals that are too many. */
@Injectable()
export class AuditSweep extends HourlySweep {
  constructor(
    private readonly repository: AuditRepository,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  override async sweep(signal?: AbortSignal, mostRefusals = MOST_REFUSALS): Promise<{ readonly entries: number }> {
    const before = this.clock.now() - this.config.RETENTION_AUDIT_DAYS * DAY;
    const old = await this.removeAll(() => this.repository.findOlder(ctx, before, BATCH), signal);
    const beyond = await this.removeAll(() => this.repository.findBeyond(ctx, mostRefusals, BATCH), signal);
    return { entries: old + beyond };
  }

  private async removeAll(find: () => Promise<readonly number[]>, signal?: AbortSignal): Promise<number> {
    let removed = 0;
    for (let ids = await find(); ids.length > 0 && !signal?.aborted; ids = await find()) {
      await this.database.transaction(ctx, (tx) => this.repository.remove(tx, ids));
      removed += ids.length;
    }
    return removed;
  }
}
