import { Injectable } from '@nestjs/common';
import { Clock, DAY, type Instant } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { CONFLICT, invalid, notFound } from '../../platform/errors/error-codes.js';
import { EventFeed } from '../../platform/events/event-feed.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Outbound } from '../../platform/outbound/outbound.service.js';
import type { Webhook, WebhookWithSecret } from './domain/webhook.js';
import { WebhooksRepository } from './persistence/webhooks.repository.js';
import { newSecret } from './signature.js';

export interface WebhookInput {
  readonly url: string;
  readonly description?: string | null;
  readonly events?: readonly string[];
}

const MOST_OF_A_TENANT = 50;
/** After a rotation messages carry a signature of the old secret, too, for so long. */
const OLD_SECRET_LIFETIME = DAY;
const EVERYTHING: readonly string[] = ['*'];

type Change<W extends Webhook> = (webhook: Webhook, now: Instant, tx: TenantContext) => W | Promise<W>;

/** A tenant's endpoints: where events are delivered to, and which. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly repository: WebhooksRepository,
    private readonly outbound: Outbound,
    private readonly database: Database,
    private readonly feed: EventFeed,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** In the order they were made. */
  list(ctx: TenantContext): Promise<readonly Webhook[]> {
    return this.repository.list(ctx);
  }

  /** Throws `not_found`. */
  async get(ctx: TenantContext, id: number): Promise<Webhook> {
    const webhook = await this.repository.find(ctx, id);
    if (!webhook) throw notFound();
    return webhook;
  }

  /**
   * Adds an endpoint, told of what happens from now on; its secret is to be shown now and never again. Throws
   * `validation_failed` for an address that cannot be called, `conflict` when there are too many.
   */
  async create(
    ctx: TenantContext,
    { url, description = null, events = EVERYTHING }: WebhookInput,
  ): Promise<WebhookWithSecret> {
    requireSome(events);
    await this.requireCallable(url);
    return this.database.transaction(ctx, async (tx) => {
      if ((await this.repository.list(tx)).length >= MOST_OF_A_TENANT) {
        throw new DomainError(CONFLICT, { message: `There are ${MOST_OF_A_TENANT} webhooks already` });
      }
      const now = this.clock.now();
      const webhook: WebhookWithSecret = {
        ...{ tenantId: tx.tenant.id, id: await this.database.nextNumber(tx, 'webhooks') },
        ...{ url, description, eventTypes: events, status: 'active' },
        since: (await this.feed.bounds(tx)).newest,
        ...{ secret: newSecret(), previous: null },
        ...{ createdAt: now, updatedAt: now },
      };
      await this.repository.add(tx, webhook);
      await this.log(tx, 'webhook.created', webhook);
      return webhook;
    });
  }

  /** Throws `not_found`, `validation_failed`. */
  async change(ctx: TenantContext, id: number, input: Partial<WebhookInput>): Promise<Webhook> {
    if (input.events) requireSome(input.events);
    if (input.url !== undefined) await this.requireCallable(input.url);
    return this.apply(ctx, id, 'webhook.updated', (webhook) => ({
      ...webhook,
      url: input.url ?? webhook.url,
      description: input.description === undefined ? webhook.description : input.description,
      eventTypes: input.events ?? webhook.eventTypes,
    }));
  }

  /** What happens meanwhile waits, as long as deliveries are kept. */
  pause(ctx: TenantContext, id: number): Promise<Webhook> {
    return this.listen(ctx, id, 'webhook.paused', 'paused');
  }

  /** Also of one that was disabled because it said that it was gone: what happened meanwhile is lost to it. */
  resume(ctx: TenantContext, id: number): Promise<Webhook> {
    return this.listen(ctx, id, 'webhook.resumed', 'active');
  }

  /** Gives it a new secret, to be shown now and never again; for a day messages are signed with the old one, too. */
  rotateSecret(ctx: TenantContext, id: number): Promise<WebhookWithSecret> {
    return this.apply(ctx, id, 'webhook.secret_rotated', (webhook, now) => ({
      ...webhook,
      secret: newSecret(),
      previous: webhook.secret === null ? null : { secret: webhook.secret, until: now + OLD_SECRET_LIFETIME },
    }));
  }

  /** Nothing more is sent to it. Throws `not_found`. */
  async delete(ctx: TenantContext, id: number): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const webhook = await this.repository.lock(tx, id);
      if (!webhook) throw notFound();
      await this.repository.markDeleted(tx, id, this.clock.now());
      await this.log(tx, 'webhook.deleted', webhook);
    });
  }

  /** One that was disabled listens from now on, and the relay may be behind. */
  private async listen(ctx: TenantContext, id: number, type: string, status: 'active' | 'paused'): Promise<Webhook> {
    await this.feed.settle();
    return this.apply(ctx, id, type, async (webhook, _now, tx) => ({
      ...webhook,
      status,
      since: webhook.status === 'disabled' ? (await this.feed.bounds(tx)).newest : webhook.since,
    }));
  }

  private apply<W extends Webhook>(ctx: TenantContext, id: number, type: string, change: Change<W>): Promise<W> {
    return this.database.transaction(ctx, async (tx) => {
      const before = await this.repository.lock(tx, id);
      if (!before) throw notFound();
      const now = this.clock.now();
      const after = { ...(await change(before, now, tx)), updatedAt: now };
      await this.repository.save(tx, after);
      await this.log(tx, type, after);
      return after;
    });
  }

  /** The address itself may hold a secret of the receiver's, and is not for everybody who may read events. */
  private async log(ctx: TenantContext, type: string, { id, status, eventTypes }: Webhook): Promise<void> {
    const data = { id, status, events: eventTypes };
    await this.events.append(ctx, { type, occurredAt: this.clock.now(), data, audited: true });
  }

  /**
   * Looked up now, so that a mistake is told at once; what counts is the look at every connection. Without encryption
   * only into networks that the installation vouches for, or where it is not in production.
   */
  private async requireCallable(url: string): Promise<void> {
    const reach = await this.outbound.reachOf(url);
    if (reach === 'unresolvable') throw invalid({ url: ['url must have a host that can be found'] });
    if (reach === 'closed') throw invalid({ url: ['url must lead to the open internet'] });
    const isPlain = new URL(url).protocol !== 'https:';
    if (isPlain && reach !== 'allowed' && this.config.NODE_ENV === 'production') {
      throw invalid({ url: ['url must begin with https://'] });
    }
  }
}

function requireSome(events: readonly string[]): void {
  if (events.length === 0) throw invalid({ events: ['events must name at least one type'] });
}
