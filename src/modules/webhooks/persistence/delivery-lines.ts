import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Instant } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { Database } from '../../../platform/database/database.service.js';
import { type EndpointRef, takeTurn } from './endpoint-turns.js';
import { DeliveryEntity } from './webhook.entities.js';

/** The order in which several endpoints are locked. */
export function byEndpoint(a: EndpointRef, b: EndpointRef): number {
  return a.tenantId - b.tenantId || a.id - b.id;
}

/**
 * The lines in which deliveries of one ticket to one endpoint stand: its first is `pending`, all others are `waiting`.
 * Whoever adds to a line or finishes its first has locked the endpoint before anything else, so that a line never stands
 * without a first, and two who are at the same endpoint never wait for each other.
 */
@Injectable()
export class DeliveryLines {
  constructor(private readonly database: Database) {}

  /** Locks an endpoint for a change of its lines. Of several, in the order of `byEndpoint`. */
  async lock(tx: RequestContext, endpoint: EndpointRef): Promise<void> {
    if (this.database.engine.locksRows) await takeTurn(this.database, tx, endpoint);
  }

  /** The tickets, among these, whose line has a first. */
  async findTaken(tx: RequestContext, endpoint: EndpointRef, tickets: readonly number[]): Promise<Set<number>> {
    if (tickets.length === 0) return new Set();
    const rows = await this.database.read(tx, (manager) =>
      manager
        .createQueryBuilder(DeliveryEntity, 'd')
        .select('d.ticketNumber', 'ticket')
        .where({ tenantId: endpoint.tenantId, webhookId: endpoint.id, status: 'pending' })
        .andWhere('d.ticketNumber IN (:...tickets)', { tickets })
        .getRawMany<{ ticket: number }>(),
    );
    return new Set(rows.map(({ ticket }) => ticket));
  }

  /** Lets the next of each line of the endpoint be its first. */
  async advance(tx: RequestContext, endpoint: EndpointRef, tickets: readonly number[], now: Instant): Promise<void> {
    if (tickets.length === 0) return;
    const { tenantId, id: webhookId } = endpoint;
    const waiting = await this.database.read(tx, (manager) =>
      manager
        .createQueryBuilder(DeliveryEntity, 'd')
        .select('d.ticketNumber', 'ticket')
        .addSelect('MIN(d.position)', 'position')
        .where({ tenantId, webhookId, status: 'waiting' })
        .andWhere('d.ticketNumber IN (:...tickets)', { tickets })
        .groupBy('d.ticketNumber')
        .getRawMany<{ ticket: number; position: number | string }>(),
    );
    if (waiting.length === 0) return;
    await this.database.write(tx, (manager) =>
      manager
        .createQueryBuilder()
        .update(DeliveryEntity)
        .set({ status: 'pending', dueAt: now })
        .where({ tenantId, webhookId, status: 'waiting' })
        .andWhere({
          ticketNumber: In(waiting.map(({ ticket }) => ticket)),
          position: In(waiting.map(({ position }) => Number(position))),
        })
        .updateEntity(false)
        .execute(),
    );
  }

  /** Gives a first to those lines, of these tickets, that have none: put together anew, or their first was swept. */
  async repair(tx: RequestContext, endpoint: EndpointRef, tickets: readonly number[], now: Instant): Promise<void> {
    const taken = await this.findTaken(tx, endpoint, tickets);
    const headless = tickets.filter((ticket) => !taken.has(ticket));
    await this.advance(tx, endpoint, headless, now);
  }

  /** Makes deliveries that have come to their end begin anew, at this place of their lines. */
  async restart(
    tx: RequestContext,
    endpoint: EndpointRef,
    ids: readonly number[],
    status: 'pending' | 'waiting',
    now: Instant,
  ): Promise<void> {
    if (ids.length === 0) return;
    const { tenantId, id: webhookId } = endpoint;
    await this.database.write(tx, (manager) =>
      manager
        .createQueryBuilder()
        .update(DeliveryEntity)
        .set({ status, dueAt: now, attempts: 0 })
        .where({ tenantId, webhookId, id: In([...ids]) })
        .updateEntity(false)
        .execute(),
    );
  }
}
