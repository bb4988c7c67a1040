import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { Instant } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { Keys } from '../../../platform/crypto/keys.service.js';
import { Database } from '../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import type { Webhook, WebhookStatus, WebhookWithSecret } from '../domain/webhook.js';
import { takeTurn } from './endpoint-turns.js';
import { WebhookEntity } from './webhook.entities.js';

/** What a follower of the feed needs to know of an endpoint. */
export type Listener = Pick<Webhook, 'tenantId' | 'id' | 'since' | 'eventTypes'>;

/** A tenant's endpoints. Their secrets are sealed in the table. */
@Injectable()
export class WebhooksRepository extends TenantRepository<WebhookEntity> {
  constructor(
    database: Database,
    private readonly keys: Keys,
  ) {
    super(database, WebhookEntity);
  }

  list(ctx: TenantScope): Promise<readonly Webhook[]> {
    return this.select(ctx, 'w', async (query) => {
      const rows = await query.andWhere('w.deletedAt IS NULL').orderBy('w.id').getMany();
      return rows.map((row) => this.toRecord(row));
    });
  }

  find(ctx: TenantScope, id: number): Promise<Webhook | null> {
    return this.select(ctx, 'w', async (query) => {
      const row = await query.andWhere('w.id = :id AND w.deletedAt IS NULL', { id }).getOne();
      return row && this.toRecord(row);
    });
  }

  /** The same, and nobody else changes it or adds deliveries to it before the transaction ends. */
  async lock(ctx: TenantScope, id: number): Promise<Webhook | null> {
    await takeTurn(this.database, ctx, { tenantId: ctx.tenant.id, id });
    return this.find(ctx, id);
  }

  async add(ctx: TenantScope, webhook: WebhookWithSecret): Promise<void> {
    await this.insert(ctx, [
      { ...this.toRow(webhook), sealedSecret: this.keys.seal(webhook.secret), deletedAt: null, turn: 0 },
    ]);
  }

  async save(ctx: TenantScope, webhook: Webhook): Promise<void> {
    const { id, secret } = webhook;
    const sealed = secret === null ? {} : { sealedSecret: this.keys.seal(secret) };
    await this.update(ctx, { id }, { ...this.toRow(webhook), ...sealed });
  }

  /** Its deliveries are swept with time; its secrets are gone at once. */
  async markDeleted(ctx: TenantScope, id: number, deletedAt: Instant): Promise<void> {
    const status: WebhookStatus = 'disabled';
    await this.update(ctx, { id }, { deletedAt, status, sealedSecret: '', previousSealedSecret: null });
  }

  /** Where the endpoints that are told of new events begin to listen, the earliest of all tenants'; null for none. */
  async earliestSince(ctx: RequestContext): Promise<number | null> {
    return this.database.read(ctx, async (manager) => {
      const query = manager.createQueryBuilder(WebhookEntity, 'w').select('MIN(w.since)', 'since');
      const row = await listening(query).getRawOne<{ since: number | string | null }>();
      return row?.since === null || row?.since === undefined ? null : Number(row.since);
    });
  }

  /** The endpoints of these tenants that are told of new events, locked as by `lock`. */
  async lockListeners(tx: RequestContext, tenantIds: readonly number[]): Promise<readonly Listener[]> {
    return this.database.read(tx, async (manager) => {
      const query = listening(
        manager.createQueryBuilder(WebhookEntity, 'w').select(['w.tenantId AS "tenantId"', 'w.id AS id']),
      )
        .addSelect(['w.since AS since', 'w.eventTypes AS types'])
        .andWhere('w.tenantId IN (:...tenantIds)', { tenantIds })
        .orderBy('w.tenantId')
        .addOrderBy('w.id');
      if (this.database.engine.locksRows) query.setLock('pessimistic_write');
      const rows = await query.getRawMany<{ tenantId: number; id: number; since: number | string; types: string }>();
      return rows.map(({ tenantId, id, since, types }) => ({
        tenantId,
        id,
        since: Number(since),
        eventTypes: JSON.parse(types) as readonly string[],
      }));
    });
  }

  /** The active endpoints, of all tenants, that something is due for. */
  findDue(ctx: RequestContext, now: Instant): Promise<readonly Webhook[]> {
    return this.database.read(ctx, async (manager) => {
      const rows = await manager
        .createQueryBuilder(WebhookEntity, 'w')
        .where("w.status = 'active' AND w.deletedAt IS NULL")
        .andWhere(
          `EXISTS (SELECT 1 FROM webhook_deliveries d WHERE d.tenant_id = w.tenant_id AND d.webhook_id = w.id
            AND d.status = 'pending' AND d.due_at <= :now)`,
          { now },
        )
        .getMany();
      return rows.map((row) => this.toRecord(row));
    });
  }

  private toRow({ eventTypes, secret: _secret, previous, tenantId: _, ...webhook }: Webhook) {
    return {
      ...webhook,
      eventTypes,
      previousSealedSecret: previous && this.keys.seal(previous.secret),
      previousUntil: previous && previous.until,
    };
  }

  private toRecord(row: WebhookEntity): Webhook {
    const {
      eventTypes,
      status,
      sealedSecret,
      previousSealedSecret,
      previousUntil,
      deletedAt: _,
      turn: _turn,
      ...rest
    } = row;
    const previousSecret = previousSealedSecret && this.unsealOf(rest, previousSealedSecret);
    return {
      ...rest,
      since: Number(rest.since),
      eventTypes: eventTypes as readonly string[],
      status: status as WebhookStatus,
      secret: this.unsealOf(rest, sealedSecret),
      previous:
        previousSecret === null || previousUntil === null ? null : { secret: previousSecret, until: previousUntil },
    };
  }

  private unsealOf({ tenantId, id }: Pick<WebhookEntity, 'tenantId' | 'id'>, sealed: string): string | null {
    return this.keys.unsealIfPossible(sealed, { tenant_id: tenantId, webhook: id });
  }
}

function listening(query: SelectQueryBuilder<WebhookEntity>): SelectQueryBuilder<WebhookEntity> {
  return query.where("w.status IN ('active', 'paused') AND w.deletedAt IS NULL");
}
