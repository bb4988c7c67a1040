import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Clock, SECOND } from '../../platform/clock/clock.js';
import { StandingJob } from '../../platform/clock/standing-job.js';
import { Config } from '../../platform/config/config.js';
import type { RequestContext, TenantContext } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import type { PlacedEvent } from '../../platform/events/event.js';
import { EventFeed } from '../../platform/events/event-feed.js';
import { TenantsService } from '../auth/index.js';
import { type EventDto, presentEvent } from '../tickets/index.js';
import { DeliveryResults } from './delivery-results.js';
import { DeliverySender } from './delivery-sender.js';
import { isWornOut, stepAfter } from './domain/delivery.js';
import type { Webhook } from './domain/webhook.js';
import type { EndpointRef } from './persistence/endpoint-turns.js';
import { DeliveryQueue } from './persistence/delivery-queue.js';
import type { ClaimedDelivery } from './persistence/delivery-rows.js';
import { WebhooksRepository } from './persistence/webhooks.repository.js';

const EVERY_MS = 500;
/** Longer than any attempt takes: what has not come to an end by then was taken by a process that died. */
const LEASE_MS = 30 * SECOND;
/** At the same time: in all, to the endpoints of a tenant, to one endpoint, and to one in trouble. */
const MOST = 256;
const MOST_OF_TENANT = 32;
/** Of a tenant's, so many are for endpoints that have none under way, one each: some that hang must not fill them all. */
const FOR_OTHERS = 8;
const MOST_TO_ONE = 16;
const MOST_IN_TROUBLE = 1;
/** An endpoint is in trouble that failed the last time, or took longer than this. */
const SLOW_MS = 2 * SECOND;
/** What is on its way when the service ends may take so long. */
const FAREWELL_MS = 3 * SECOND;
const JITTER_STEPS = 1_000;

const ctx: RequestContext = { requestId: 'webhook-dispatcher' };
const keyOf = ({ tenantId, id }: EndpointRef) => `${tenantId}/${id}`;

interface Assignment {
  readonly webhook: Webhook;
  readonly tenantCode: string;
  readonly deliveries: readonly ClaimedDelivery[];
}

interface Errand {
  readonly webhook: Webhook;
  readonly delivery: ClaimedDelivery;
  /** Undefined when it is not kept any more. */
  readonly event: EventDto | undefined;
}

/** Carries out what is due, so much at a time to each endpoint that none makes another wait. */
@Injectable()
export class DeliveryDispatcher extends StandingJob {
  /** How many, of endpoints and of tenants. */
  private readonly underway = new Map<string, number>();
  private readonly inTrouble = new Set<string>();
  private readonly sending = new Set<Promise<void>>();
  private isLeaving = false;

  constructor(
    host: HttpAdapterHost,
    private readonly database: Database,
    private readonly queue: DeliveryQueue,
    private readonly results: DeliveryResults,
    private readonly webhooks: WebhooksRepository,
    private readonly tenants: TenantsService,
    private readonly feed: EventFeed,
    private readonly sender: DeliverySender,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super(host, EVERY_MS);
  }

  override async beforeApplicationShutdown(): Promise<void> {
    await super.beforeApplicationShutdown();
    const limit = setTimeout(() => {
      this.isLeaving = true;
      this.sender.breakOff();
    }, FAREWELL_MS);
    await Promise.all(this.sending);
    clearTimeout(limit);
  }

  override async round(): Promise<void> {
    const due = await this.webhooks.findDue(ctx, this.clock.now());
    const free = due.filter((endpoint) => this.roomFor(endpoint) > 0);
    if (free.length === 0) return;
    for (const { webhook, tenantCode, deliveries } of await this.claim(free)) {
      const events = await this.eventsOf(webhook, deliveries);
      for (const delivery of deliveries) {
        const event = events.get(delivery.eventId);
        this.dispatch({ webhook, delivery, event: event && presentEvent('staff', tenantCode, event) });
      }
    }
  }

  /** How many more it may have under way, beside those of its tenant that are `claimed` just now. */
  private roomFor(endpoint: EndpointRef, claimed = 0): number {
    const key = keyOf(endpoint);
    const own = this.underway.get(key) ?? 0;
    const most = this.inTrouble.has(key) ? MOST_IN_TROUBLE : MOST_TO_ONE;
    const free = MOST_OF_TENANT - (this.underway.get(String(endpoint.tenantId)) ?? 0) - claimed;
    const ofTenant = own === 0 && free > 0 ? Math.max(1, free - FOR_OTHERS) : free - FOR_OTHERS;
    return Math.min(most - own, ofTenant, MOST - this.sending.size);
  }

  /** One transaction for all endpoints: an attempt is counted before it is made. */
  private async claim(endpoints: readonly Webhook[]): Promise<readonly Assignment[]> {
    const callable = await this.callable(endpoints);
    if (callable.length === 0) return [];
    return this.database.transaction(ctx, async (tx) => {
      const now = this.clock.now();
      const assignments: Assignment[] = [];
      let left = MOST - this.sending.size;
      const claimed = new Map<number, number>();
      for (const each of callable) {
        const { tenantId } = each.webhook;
        const ofTenant = claimed.get(tenantId) ?? 0;
        const limit = Math.min(this.roomFor(each.webhook, ofTenant), left);
        if (limit <= 0) continue;
        const deliveries = await this.queue.claim(tx, each.webhook, { now, until: now + LEASE_MS, limit });
        left -= deliveries.length;
        claimed.set(tenantId, ofTenant + deliveries.length);
        assignments.push({ ...each, deliveries });
      }
      return assignments;
    });
  }

  /** Those of suspended tenants wait. */
  private async callable(webhooks: readonly Webhook[]): Promise<readonly Omit<Assignment, 'deliveries'>[]> {
    const found: Omit<Assignment, 'deliveries'>[] = [];
    for (const webhook of webhooks) {
      const { status, code: tenantCode } = await this.tenants.current(systemOf(webhook.tenantId));
      if (status === 'active') found.push({ webhook, tenantCode });
    }
    return found;
  }

  private async eventsOf(
    { tenantId }: Webhook,
    deliveries: readonly ClaimedDelivery[],
  ): Promise<ReadonlyMap<number | null, PlacedEvent>> {
    const ids = deliveries.flatMap(({ eventId }) => eventId ?? []);
    return new Map((await this.feed.load(systemOf(tenantId), ids)).map((event) => [event.id, event]));
  }

  private dispatch(errand: Errand): void {
    const keys = [keyOf(errand.webhook), String(errand.webhook.tenantId)];
    for (const key of keys) this.underway.set(key, (this.underway.get(key) ?? 0) + 1);
    const sent = this.carryOut(errand)
      .catch((error: unknown) => this.logger.warn({ err: error }, 'The end of a delivery could not be written down'))
      .finally(() => {
        this.sending.delete(sent);
        for (const key of keys) {
          const left = (this.underway.get(key) ?? 1) - 1;
          if (left > 0) this.underway.set(key, left);
          else this.underway.delete(key);
        }
        this.wake();
      });
    this.sending.add(sent);
  }

  private async carryOut({ webhook, delivery, event }: Errand): Promise<void> {
    const pauses = this.config.WEBHOOK_RETRY_SECONDS.map((seconds) => seconds * SECOND);
    if (!event) return this.giveUp(delivery, 'The event is not kept any more');
    if (isWornOut(delivery, pauses)) return this.giveUp(delivery, 'Given up: its last attempt has come to no end');
    const attempt = await this.sender.send(webhook, delivery.messageId, event);
    const now = this.clock.now();
    const step = stepAfter(delivery, attempt, pauses, now, randomInt(JITTER_STEPS) / JITTER_STEPS);
    if (step.status === 'delivered' && (attempt.durationMs ?? 0) <= SLOW_MS) this.inTrouble.delete(keyOf(webhook));
    else this.inTrouble.add(keyOf(webhook));
    // That we end is none of the endpoint's faults: another process tries at once.
    const isBrokenOff = this.isLeaving && attempt.responseStatus === null;
    const end = isBrokenOff
      ? ({ status: 'pending', dueAt: now, isGone: false, counts: 0 } as const)
      : { ...step, counts: 1 as const };
    await this.results.write({ delivery, attempt, ...end });
  }

  /** What is known of its last attempt stays. */
  private giveUp(delivery: ClaimedDelivery, error: string): Promise<void> {
    const end = { status: 'parked', dueAt: this.clock.now(), isGone: false, counts: 0 } as const;
    return this.results.write({ delivery, attempt: { error }, ...end });
  }
}

function systemOf(tenantId: number): TenantContext {
  const actor = { type: 'system', id: 0, userId: 0, role: 'owner', sharedTeamId: null } as const;
  return { ...ctx, tenant: { id: tenantId, code: '' }, actor };
}
