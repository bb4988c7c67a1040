import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import { EventLog } from '../../platform/events/event-log.js';
import { byEndpoint, DeliveryLines } from './persistence/delivery-lines.js';
import { DeliveryQueue, type Result } from './persistence/delivery-queue.js';
import { WebhooksRepository } from './persistence/webhooks.repository.js';

const ctx = { requestId: 'webhook-dispatcher', actor: { type: 'system', id: 0 } } as const;

interface Waiting {
  readonly result: Result;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Writes down how attempts ended, and lets the next of their lines come. What ends meanwhile shares a transaction. */
@Injectable()
export class DeliveryResults {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly database: Database,
    private readonly queue: DeliveryQueue,
    private readonly lines: DeliveryLines,
    private readonly webhooks: WebhooksRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  write(result: Result): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ result, resolve, reject });
      if (!this.writing) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.database.transaction(ctx, async (tx) => {
          await this.writeBatch(
            tx,
            batch.map(({ result }) => result),
          );
        });
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.writing = false;
  }

  private async writeBatch(tx: typeof ctx & RequestContext, results: readonly Result[]): Promise<void> {
    const now = this.clock.now();
    const key = ({ delivery: { tenantId, webhookId } }: Result) => `${tenantId}/${webhookId}`;
    const endpoints = new Map(
      results.map((each) => [key(each), { tenantId: each.delivery.tenantId, id: each.delivery.webhookId }] as const),
    );
    const inOrder = [...endpoints].sort(([, a], [, b]) => byEndpoint(a, b));
    for (const [, endpoint] of inOrder) await this.lines.lock(tx, endpoint);
    for (const [name, endpoint] of inOrder) {
      const left: number[] = [];
      for (const result of results.filter((each) => key(each) === name)) {
        if (!(await this.queue.finish(tx, result))) continue;
        const { ticketNumber } = result.delivery;
        if (result.status !== 'pending' && ticketNumber !== null) left.push(ticketNumber);
        if (result.isGone) await this.disable(tx, result, now);
      }
      await this.lines.advance(tx, endpoint, left, now);
    }
  }

  private async disable(tx: typeof ctx & RequestContext, { delivery }: Result, now: Instant): Promise<void> {
    const scope = { ...tx, tenant: { id: delivery.tenantId } };
    const webhook = await this.webhooks.lock(scope, delivery.webhookId);
    if (!webhook || webhook.status === 'disabled') return;
    await this.webhooks.save(scope, { ...webhook, status: 'disabled', updatedAt: now });
    const data = { id: webhook.id, status: 'disabled' };
    await this.events.append(scope, { type: 'webhook.disabled', occurredAt: now, data });
  }
}
