import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Instant } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { Database } from '../../../platform/database/database.service.js';
import type { Attempt, Delivery, Step } from '../domain/delivery.js';
import type { EndpointRef } from './endpoint-turns.js';
import { CLAIMED_COLUMNS, type ClaimedDelivery, toClaimed } from './delivery-rows.js';
import { DeliveryEntity, WebhookEntity } from './webhook.entities.js';

/** Rows in one statement. */
const CHUNK = 200;

export type NewDelivery = Omit<Delivery, 'id'>;

/** How an attempt ended for a delivery. */
export interface Result extends Step {
  readonly delivery: ClaimedDelivery;
  readonly attempt: Attempt | Pick<Attempt, 'error'>;
  /** 1 unless the attempt is not to count, because it was broken off by ourselves. */
  readonly counts: 0 | 1;
}

/** As much of a delivery as must be known to take it out of its line. */
export type OldDelivery = Pick<Delivery, 'id' | 'tenantId' | 'webhookId' | 'ticketNumber'>;

/** The deliveries of all tenants as those see them who carry them out. */
@Injectable()
export class DeliveryQueue {
  constructor(private readonly database: Database) {}

  async add(tx: RequestContext, deliveries: readonly NewDelivery[]): Promise<void> {
    for (let from = 0; from < deliveries.length; from += CHUNK) {
      await this.database.write(tx, (manager) =>
        manager
          .createQueryBuilder()
          .insert()
          .into(DeliveryEntity)
          .values(deliveries.slice(from, from + CHUNK))
          .updateEntity(false)
          .execute(),
      );
    }
  }

  /**
   * Takes up to `limit` deliveries that are due, the longest first, and counts an attempt for each. They are due again
   * at `until`: whoever takes them and dies gives them back by that. What another process is about to take is left out.
   */
  async claim(
    tx: RequestContext,
    { tenantId, id: webhookId }: EndpointRef,
    { now, until, limit }: { readonly now: Instant; readonly until: Instant; readonly limit: number },
  ): Promise<readonly ClaimedDelivery[]> {
    const rows = await this.database.read(tx, (manager) => {
      const query = manager
        .createQueryBuilder(DeliveryEntity, 'd')
        .select(CLAIMED_COLUMNS.map((column) => `d.${column} AS "${column}"`))
        .where({ tenantId, webhookId, status: 'pending' })
        .andWhere('d.dueAt <= :now', { now })
        .orderBy('d.dueAt')
        .addOrderBy('d.id')
        .limit(limit);
      return this.database.claiming(query).getRawMany<Record<keyof ClaimedDelivery, unknown>>();
    });
    if (rows.length === 0) return [];
    await this.database.write(tx, (manager) =>
      manager
        .createQueryBuilder()
        .update(DeliveryEntity)
        .set({ attempts: () => 'attempts + 1', dueAt: until, attemptedAt: now })
        .where({ id: In(rows.map(({ id }) => Number(id))) })
        .updateEntity(false)
        .execute(),
    );
    return rows.map((row) => toClaimed(row)).sort((a, b) => a.position - b.position);
  }

  /** Writes how an attempt ended; false when the delivery was taken by another meanwhile, whose word it is then. */
  async finish(tx: RequestContext, { delivery, attempt, status, dueAt, counts }: Result): Promise<boolean> {
    const { id, attempts } = delivery;
    const result = await this.database.write(tx, (manager) =>
      manager
        .createQueryBuilder()
        .update(DeliveryEntity)
        .set({ ...attempt, status, dueAt, attempts: attempts - 1 + counts })
        .where({ id, attempts, status: 'pending' })
        .updateEntity(false)
        .execute(),
    );
    return result.affected === 1;
  }

  /** Deliveries that were made before `instant`, the oldest first. */
  async findOld(tx: RequestContext, instant: Instant, limit: number): Promise<readonly OldDelivery[]> {
    const rows = await this.database.read(tx, (manager) =>
      manager
        .createQueryBuilder(DeliveryEntity, 'd')
        .select(['d.id AS id', 'd.tenantId AS "tenantId"', 'd.webhookId AS "webhookId"'])
        .addSelect('d.ticketNumber', 'ticketNumber')
        .where('d.createdAt < :instant', { instant })
        .orderBy('d.createdAt')
        .limit(limit)
        .getRawMany<Omit<OldDelivery, 'id'> & { id: number | string }>(),
    );
    return rows.map((row) => ({ ...row, id: Number(row.id) }));
  }

  async remove(tx: RequestContext, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.write(tx, (manager) =>
      manager
        .createQueryBuilder()
        .delete()
        .from(DeliveryEntity)
        .where({ id: In([...ids]) })
        .execute(),
    );
  }

  /** Removes deleted endpoints whose last delivery is gone. */
  async removeEmptied(tx: RequestContext): Promise<number> {
    const result = await this.database.write(tx, (manager) =>
      manager
        .createQueryBuilder()
        .delete()
        .from(WebhookEntity)
        .where('deleted_at IS NOT NULL')
        .andWhere(
          `NOT EXISTS (SELECT 1 FROM webhook_deliveries d
            WHERE d.tenant_id = webhooks.tenant_id AND d.webhook_id = webhooks.id)`,
        )
        .execute(),
    );
    return result.affected ?? 0;
  }
}
