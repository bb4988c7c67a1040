import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Clock, type Instant } from '../../platform/clock/clock.js';
import { StandingJob } from '../../platform/clock/standing-job.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import type { EventTrace } from '../../platform/events/event.js';
import { EventFeed } from '../../platform/events/event-feed.js';
import { EventSequencer } from '../../platform/events/event-sequencer.js';
import { matchesType } from '../../platform/events/event-types.js';
import { DeliveryDispatcher } from './delivery-dispatcher.js';
import { messageIdOf } from './domain/delivery.js';
import { DeliveryLines } from './persistence/delivery-lines.js';
import { DeliveryQueue, type NewDelivery } from './persistence/delivery-queue.js';
import { UNTRIED } from './persistence/delivery-rows.js';
import { type Listener, WebhooksRepository } from './persistence/webhooks.repository.js';

/** Its mark in the feed. */
const FOLLOWER = 'webhooks';
const EVERY_MS = 500;
const BATCH = 200;
const ctx: RequestContext = { requestId: 'webhook-relay' };

/**
 * Follows the feed and writes down what is to be delivered to whom. Whatever was committed is met here once, in order;
 * what was rolled back never.
 */
@Injectable()
export class DeliveryRelay extends StandingJob {
  constructor(
    host: HttpAdapterHost,
    sequencer: EventSequencer,
    private readonly feed: EventFeed,
    private readonly webhooks: WebhooksRepository,
    private readonly queue: DeliveryQueue,
    private readonly lines: DeliveryLines,
    private readonly dispatcher: DeliveryDispatcher,
    private readonly clock: Clock,
  ) {
    super(host, EVERY_MS);
    sequencer.onNews(this.wake);
  }

  override async round(): Promise<void> {
    const from = await this.webhooks.earliestSince(ctx);
    if (from === null || !(await this.feed.hasNews(ctx, FOLLOWER, from))) return;
    for (let length = BATCH; length === BATCH;) {
      length = await this.feed.advance(FOLLOWER, { from, limit: BATCH }, (tx, traces) => this.enqueue(tx, traces));
      this.dispatcher.wake();
    }
  }

  private async enqueue(tx: RequestContext, traces: readonly EventTrace[]): Promise<void> {
    const listeners = await this.webhooks.lockListeners(tx, [...new Set(traces.map(({ tenantId }) => tenantId))]);
    const now = this.clock.now();
    for (const listener of listeners) {
      const heard = traces.filter(
        ({ tenantId, position, type }) =>
          tenantId === listener.tenantId && position > listener.since && matchesType(listener.eventTypes, type),
      );
      await this.enqueueFor(tx, listener, heard, now);
    }
  }

  private async enqueueFor(
    tx: RequestContext,
    listener: Listener,
    traces: readonly EventTrace[],
    now: Instant,
  ): Promise<void> {
    if (traces.length === 0) return;
    await this.lines.lock(tx, listener);
    const tickets = new Set(traces.flatMap(({ ticketNumber }) => ticketNumber ?? []));
    const taken = await this.lines.findTaken(tx, listener, [...tickets]);
    const deliveries = traces.map(({ id: eventId, position, type, ticketNumber }): NewDelivery => {
      const isFirst = ticketNumber === null || !taken.has(ticketNumber);
      if (ticketNumber !== null) taken.add(ticketNumber);
      return {
        ...UNTRIED,
        ...{ tenantId: listener.tenantId, webhookId: listener.id, eventId, position, type, ticketNumber },
        messageId: messageIdOf(eventId, listener.id),
        status: isFirst ? 'pending' : 'waiting',
        dueAt: now,
        createdAt: now,
      };
    });
    await this.queue.add(tx, deliveries);
  }
}
