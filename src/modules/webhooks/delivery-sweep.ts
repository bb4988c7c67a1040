import { Injectable } from '@nestjs/common';
import { Clock, DAY, type Instant } from '../../platform/clock/clock.js';
import { HourlySweep } from '../../platform/clock/hourly-sweep.js';
import { Config } from '../../platform/config/config.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import { byEndpoint, DeliveryLines } from './persistence/delivery-lines.js';
import type { EndpointRef } from './persistence/endpoint-turns.js';
import { DeliveryQueue, type OldDelivery } from './persistence/delivery-queue.js';

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
      count = await this.database.transaction(ctx, (tx) => this.removeBatch(tx, before, now));
    }
    const webhooks = await this.database.transaction(ctx, (tx) => this.queue.removeEmptied(tx));
    return { deliveries, webhooks };
  }

  /** Endpoints are locked before anything of theirs, as everywhere. */
  private async removeBatch(tx: RequestContext, before: Instant, now: Instant): Promise<number> {
    const old = await this.queue.findOld(tx, before, BATCH);
    const lines = linesOf(old);
    for (const { endpoint } of lines) await this.lines.lock(tx, endpoint);
    await this.queue.remove(
      tx,
      old.map(({ id }) => id),
    );
    // The first of a line may have been among them.
    for (const { endpoint, tickets } of lines) await this.lines.repair(tx, endpoint, [...tickets], now);
    return old.length;
  }
}

/** The endpoints that the deliveries are for, in the order of their locks, each with the tickets they are about. */
function linesOf(
  deliveries: readonly OldDelivery[],
): readonly { readonly endpoint: EndpointRef; readonly tickets: ReadonlySet<number> }[] {
  const lines = new Map<string, { readonly endpoint: EndpointRef; readonly tickets: Set<number> }>();
  for (const { tenantId, webhookId, ticketNumber } of deliveries) {
    const key = `${tenantId}/${webhookId}`;
    const line = lines.get(key) ?? { endpoint: { tenantId, id: webhookId }, tickets: new Set() };
    lines.set(key, line);
    if (ticketNumber !== null) line.tickets.add(ticketNumber);
  }
  return [...lines.values()].sort((a, b) => byEndpoint(a.endpoint, b.endpoint));
}
