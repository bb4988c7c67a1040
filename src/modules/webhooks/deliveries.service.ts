import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type Instant, toIso } from '../../platform/clock/clock.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { CONFLICT, notFound, UNAVAILABLE } from '../../platform/errors/error-codes.js';
import { Cursors } from '../../platform/http/cursors.js';
import { type Page, pageOf } from '../../platform/http/page.js';
import { DeliveryDispatcher } from './delivery-dispatcher.js';
import { DeliverySender } from './delivery-sender.js';
import { type Delivery, type DeliveryStatus, stepAfter } from './domain/delivery.js';
import { DeliveriesRepository, type DeliveryPlace, type EndedDelivery } from './persistence/deliveries.repository.js';
import { DeliveryLines } from './persistence/delivery-lines.js';
import { WebhooksRepository } from './persistence/webhooks.repository.js';
import { WebhooksService } from './webhooks.service.js';

const REPLAY_BATCH = 500;
/** So many deliveries begin anew by one request. */
const MOST_REPLAYED = 10_000;
const TEST_TYPE = 'webhook.test';
/** Of a tenant at the same time. */
const MOST_TESTS = 3;
/** After so long those under way have come to an end. */
const TEST_SECONDS = 10;

export interface Replayed {
  readonly count: number;
  /** Where to go on when one request was not enough. */
  readonly continueFrom: Instant | null;
}

/** What an endpoint got and will get. */
@Injectable()
export class DeliveriesService {
  /** Tests under way, by tenant. */
  private readonly testing = new Map<number, number>();

  constructor(
    private readonly repository: DeliveriesRepository,
    private readonly webhooks: WebhooksService,
    private readonly endpoints: WebhooksRepository,
    private readonly lines: DeliveryLines,
    private readonly sender: DeliverySender,
    private readonly dispatcher: DeliveryDispatcher,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
  ) {}

  /** Newest first. Throws `not_found`, `invalid_cursor`. */
  async list(
    ctx: TenantContext,
    webhookId: number,
    query: { readonly status?: DeliveryStatus; readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Delivery>> {
    await this.webhooks.get(ctx, webhookId);
    const { status, limit, cursor } = query;
    const list = `deliveries/${ctx.tenant.id}/${webhookId}/${status ?? ''}`;
    const [createdAt, id] = cursor === undefined ? [] : this.cursors.read(list, cursor).map(Number);
    const after = createdAt === undefined || id === undefined ? null : { createdAt, id };
    const rows = await this.repository.list(ctx, webhookId, { status, after, limit: limit + 1 });
    return pageOf(rows, limit, (last) => this.cursors.write(list, [last.createdAt, last.id]));
  }

  /**
   * Sends a message of its own to the endpoint, once and at once, whatever its status. Throws `not_found`, `unavailable`
   * while too many of the tenant's are under way.
   */
  async test(ctx: TenantContext, webhookId: number): Promise<Delivery> {
    const { id } = ctx.tenant;
    const others = this.testing.get(id) ?? 0;
    if (others >= MOST_TESTS) throw new DomainError(UNAVAILABLE, { retryAfterSeconds: TEST_SECONDS });
    this.testing.set(id, others + 1);
    try {
      return await this.sendTest(ctx, webhookId);
    } finally {
      const left = (this.testing.get(id) ?? 1) - 1;
      if (left > 0) this.testing.set(id, left);
      else this.testing.delete(id);
    }
  }

  private async sendTest(ctx: TenantContext, webhookId: number): Promise<Delivery> {
    const webhook = await this.webhooks.get(ctx, webhookId);
    const now = this.clock.now();
    const messageId = `msg_test_${randomUUID()}`;
    const attempt = await this.sender.send(webhook, messageId, {
      type: TEST_TYPE,
      tenant: ctx.tenant.code,
      ticket_number: null,
      actor: { type: ctx.actor.type, id: ctx.actor.id },
      request_id: ctx.requestId,
      occurred_at: toIso(now),
      version: null,
      data: { webhook_id: webhookId },
      changed: {},
    });
    const { status, dueAt } = stepAfter({ attempts: 1 }, attempt, [], now, 0);
    return this.database.transaction(ctx, (tx) =>
      this.repository.log(tx, {
        ...attempt,
        ...{ webhookId, eventId: null, position: 0, type: TEST_TYPE, ticketNumber: null, messageId },
        ...{ status, attempts: 1, dueAt, createdAt: now },
      }),
    );
  }

  /** Sends an ended delivery again, as the same message. Throws `not_found`, `conflict` for one on its way. */
  async replay(ctx: TenantContext, webhookId: number, id: number): Promise<Delivery> {
    return this.database.transaction(ctx, async (tx) => {
      await this.lock(tx, webhookId);
      const delivery = await this.repository.find(tx, webhookId, id);
      if (!delivery) throw notFound();
      const isEnded = delivery.status === 'delivered' || delivery.status === 'parked';
      if (!isEnded) throw new DomainError(CONFLICT, { message: 'This delivery is still on its way' });
      if (delivery.eventId === null) throw new DomainError(CONFLICT, { message: 'Send a new test instead' });
      await this.restart(tx, webhookId, [delivery]);
      return (await this.repository.find(tx, webhookId, id))!;
    });
  }

  /** Sends again what was to be delivered from an instant on and has come to its end, well or not. Throws `not_found`. */
  async replayFrom(ctx: TenantContext, webhookId: number, from: Instant): Promise<Replayed> {
    let place: DeliveryPlace = { createdAt: from, id: 0 };
    let count = 0;
    for (let length = REPLAY_BATCH; length === REPLAY_BATCH && count < MOST_REPLAYED; count += length) {
      const ended = await this.replayBatch(ctx, webhookId, place);
      place = ended.at(-1) ?? place;
      length = ended.length;
    }
    return { count, continueFrom: count < MOST_REPLAYED ? null : place.createdAt };
  }

  private replayBatch(ctx: TenantContext, webhookId: number, from: DeliveryPlace): Promise<readonly EndedDelivery[]> {
    return this.database.transaction(ctx, async (tx) => {
      await this.lock(tx, webhookId);
      const ended = await this.repository.findEnded(tx, webhookId, from, REPLAY_BATCH);
      await this.restart(tx, webhookId, ended);
      return ended;
    });
  }

  private async lock(tx: TenantContext, webhookId: number): Promise<void> {
    if (!(await this.endpoints.lock(tx, webhookId))) throw notFound();
  }

  /** Those of tickets go to their places in line, of which the foremost may be the first. */
  private async restart(
    tx: TenantContext,
    webhookId: number,
    ended: readonly Pick<Delivery, 'id' | 'ticketNumber'>[],
  ): Promise<void> {
    const endpoint = { tenantId: tx.tenant.id, id: webhookId };
    const now = this.clock.now();
    const idsOf = (inLine: boolean) =>
      ended.filter(({ ticketNumber }) => (ticketNumber !== null) === inLine).map(({ id }) => id);
    const tickets = new Set(ended.flatMap(({ ticketNumber }) => ticketNumber ?? []));
    await this.lines.restart(tx, endpoint, idsOf(false), 'pending', now);
    await this.lines.restart(tx, endpoint, idsOf(true), 'waiting', now);
    await this.lines.repair(tx, endpoint, [...tickets], now);
    this.database.afterCommit(tx, this.dispatcher.wake);
  }
}
