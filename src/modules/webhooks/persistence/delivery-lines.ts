import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Instant } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { Database } from '../../../platform/database/database.service.js';
import type { Delivery } from '../domain/delivery.js';
import { DeliveryEntity } from './webhook.entities.js';

/** Which endpoint, in which tenant. */
export interface EndpointRef {
  readonly tenantId: number;
  readonly id: number;
}

const REPAIRED_AT_ONCE = 500;

/**
 * The lines in which deliveries of one ticket to one endpoint stand: its first is `pending`, all others are `waiting`.
 * Whoever adds to a line holds its endpoint's row and the first's; whoever finishes the first, the first's. So a line
 * never stands without a first.
 */
@Injectable()
export class DeliveryLines {
  constructor(private readonly database: Database) {}

  /** The tickets, among these, whose line has a first; no first is finished before the transaction ends. */
  lockFirsts(tx: RequestContext, endpoint: EndpointRef, tickets: readonly number[]): Promise<Set<number>> {
    if (tickets.length === 0) return Promise.resolve(new Set());
    return this.database.read(tx, async (manager) => {
      const query = manager
        .createQueryBuilder(DeliveryEntity, 'd')
        .select('d.ticketNumber', 'ticket')
        .where({ tenantId: endpoint.tenantId, webhookId: endpoint.id, status: 'pending' })
        .andWhere('d.ticketNumber IN (:...tickets)', { tickets })
        .orderBy('d.id');
      if (this.database.engine.locksRows) query.setLock('pessimistic_write');
      return new Set((await query.getRawMany<{ ticket: number }>()).map(({ ticket }) => ticket));
    });
  }

  /** Lets the next of a line be its first. */
  async advance(tx: RequestContext, line: Pick<Delivery, 'tenantId' | 'webhookId' | 'ticketNumber'>, now: Instant) {
    const { tenantId, webhookId, ticketNumber } = line;
    if (ticketNumber === null) return;
    const next = await this.database.read(tx, (manager) =>
      manager
        .createQueryBuilder(DeliveryEntity, 'd')
        .select('d.id', 'id')
        .where({ tenantId, webhookId, ticketNumber, status: 'waiting' })
        .orderBy('d.position')
        .limit(1)
        .getRawOne<{ id: number }>(),
    );
    if (!next) return;
    await this.change(tx, { tenantId, id: webhookId }, [Number(next.id)], { status: 'pending', dueAt: now });
  }

  /** Gives a first to lines that have none: those that were put together anew, or whose first was swept. */
  async repair(tx: RequestContext, endpoint: EndpointRef, now: Instant): Promise<void> {
    for (;;) {
      const rows = await this.database.read(tx, (manager) =>
        manager.query<{ ticket: number | null; position: number | string }[]>(
          `SELECT d.ticket_number AS ticket, MIN(d.position) AS position FROM webhook_deliveries d
          WHERE d.tenant_id = ? AND d.webhook_id = ? AND d.status = 'waiting' AND d.ticket_number IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM webhook_deliveries f WHERE f.tenant_id = d.tenant_id
            AND f.webhook_id = d.webhook_id AND f.ticket_number = d.ticket_number AND f.status = 'pending')
          GROUP BY d.ticket_number LIMIT ${REPAIRED_AT_ONCE}`,
          [endpoint.tenantId, endpoint.id],
        ),
      );
      for (const { ticket } of rows) {
        await this.advance(tx, { tenantId: endpoint.tenantId, webhookId: endpoint.id, ticketNumber: ticket }, now);
      }
      if (rows.length < REPAIRED_AT_ONCE) return;
    }
  }

  /** Makes deliveries that have come to their end begin anew, at this place of their lines. */
  async restart(
    tx: RequestContext,
    endpoint: EndpointRef,
    ids: readonly number[],
    status: 'pending' | 'waiting',
    now: Instant,
  ): Promise<void> {
    if (ids.length > 0) await this.change(tx, endpoint, ids, { status, dueAt: now, attempts: 0 });
  }

  private async change(
    tx: RequestContext,
    { tenantId, id: webhookId }: EndpointRef,
    ids: readonly number[],
    changes: Partial<Pick<Delivery, 'status' | 'dueAt' | 'attempts'>>,
  ): Promise<void> {
    await this.database.write(tx, (manager) =>
      manager
        .createQueryBuilder()
        .update(DeliveryEntity)
        .set(changes)
        .where({ tenantId, webhookId, id: In([...ids]) })
        .updateEntity(false)
        .execute(),
    );
  }
}
