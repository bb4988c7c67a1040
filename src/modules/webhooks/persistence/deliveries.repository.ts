import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import type { Delivery, DeliveryStatus } from '../domain/delivery.js';
import { toDelivery } from './delivery-rows.js';
import { DeliveryEntity } from './webhook.entities.js';

/** A place in the deliveries of an endpoint by time. */
export interface DeliveryPlace {
  readonly createdAt: Instant;
  readonly id: number;
}

/** As much of one that has come to its end as it takes to send it again. */
export type EndedDelivery = Pick<Delivery, 'id' | 'createdAt' | 'ticketNumber'>;

/** The log of what a tenant's endpoints got. */
@Injectable()
export class DeliveriesRepository extends TenantRepository<DeliveryEntity> {
  constructor(database: Database) {
    super(database, DeliveryEntity);
  }

  /** Newest first. */
  list(
    ctx: TenantScope,
    webhookId: number,
    page: {
      readonly status?: DeliveryStatus;
      readonly after: DeliveryPlace | null;
      readonly limit: number;
    },
  ): Promise<readonly Delivery[]> {
    return this.select(ctx, 'd', async (query) => {
      query.andWhere('d.webhookId = :webhookId', { webhookId });
      if (page.status) query.andWhere('d.status = :status', { status: page.status });
      if (page.after) {
        query.andWhere('d.createdAt <= :createdAt', page.after);
        query.andWhere('(d.createdAt < :createdAt OR d.id < :id)', page.after);
      }
      query.orderBy('d.createdAt', 'DESC').addOrderBy('d.id', 'DESC').limit(page.limit);
      return (await query.getMany()).map(toDelivery);
    });
  }

  find(ctx: TenantScope, webhookId: number, id: number): Promise<Delivery | null> {
    return this.select(ctx, 'd', async (query) => {
      const row = await query.andWhere('d.webhookId = :webhookId AND d.id = :id', { webhookId, id }).getOne();
      return row && toDelivery(row);
    });
  }

  /** What was made from `from` on and has come to an end, oldest first; tests are left out. */
  findEnded(
    ctx: TenantScope,
    webhookId: number,
    from: DeliveryPlace,
    limit: number,
  ): Promise<readonly EndedDelivery[]> {
    return this.select(ctx, 'd', async (query) => {
      query.andWhere("d.webhookId = :webhookId AND d.status IN ('delivered', 'parked')", { webhookId });
      query.andWhere('d.eventId IS NOT NULL AND d.createdAt >= :createdAt', from);
      query.andWhere('(d.createdAt > :createdAt OR d.id > :id)', from);
      // Without the bodies: there may be hundreds.
      query.select(['d.id AS id', 'd.createdAt AS "createdAt"', 'd.ticketNumber AS "ticketNumber"']);
      const rows = await query
        .orderBy('d.createdAt')
        .addOrderBy('d.id')
        .limit(limit)
        .getRawMany<{ id: number | string; createdAt: number | string; ticketNumber: number | null }>();
      return rows.map(({ id, createdAt, ticketNumber }) => ({
        ...{ id: Number(id), createdAt: Number(createdAt) },
        ticketNumber,
      }));
    });
  }

  /** Adds what was sent once and has come to its end. */
  async log(ctx: TenantScope, delivery: Omit<Delivery, 'id' | 'tenantId'>): Promise<Delivery> {
    await this.insert(ctx, [delivery as Omit<DeliveryEntity, 'tenantId'>]);
    return this.select(ctx, 'd', async (query) => {
      query.andWhere('d.webhookId = :webhookId AND d.messageId = :messageId', delivery);
      return toDelivery((await query.orderBy('d.createdAt', 'DESC').addOrderBy('d.id', 'DESC').limit(1).getOne())!);
    });
  }
}
