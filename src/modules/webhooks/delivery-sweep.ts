import { Injectable } from '@nestjs/common';
import { Clock, DAY } from '../../platform/clock/clock.js';
import { HourlySweep } from '../../platform/clock/hourly-sweep.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.service.js';
import { byEndpoint, DeliveryLines } from './persistence/delivery-lines.js';
import { DeliveryQueue } from './persistence/delivery-queue.js';

const BATCH = 500;
const ctx = { requestId: 'delivery-sweep' };

/** Forgets deliveries that are older than the installation wants to keep them, and endpoints that were deleted. */
@Injectable()
export class DeliverySweep extends HourlySweep {
  constructor(
    private readonly queue: DeliveryQueue,
    private readonly lines: DeliveryLines,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  override async sweep(): Promise<{ readonly deliveries: number; readonly webhooks: number }> {
    const now = this.clock.now();
    const before = now - this.config.RETENTION_DELIVERIES_DAYS * DAY;
    let deliveries = 0;
    for (let count = BATCH; count === BATCH; deliveries += count) {
      count = await this.database.transaction(ctx, async (tx) => {
        const removed = await this.queue.removeOld(tx, before, BATCH);
        // The first of a line may have been among them.
        for (const endpoint of removed.endpoints.toSorted(byEndpoint)) {
          await this.lines.lock(tx, endpoint);
          await this.lines.repair(tx, endpoint, now);
        }
        return removed.count;
      });
    }
    const webhooks = await this.database.transaction(ctx, (tx) => this.queue.removeEmptied(tx));
    return { deliveries, webhooks };
  }
}
