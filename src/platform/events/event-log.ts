import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import type { Actor, RequestContext } from '../context/request-context.js';
import { Database } from '../database/database.service.js';
import { TenantRepository, type TenantScope } from '../database/tenant.repository.js';
import { EventEntity } from './event.entity.js';
import type { EventRecord, NewEvent } from './event.js';
import { EventSequencer } from './event-sequencer.js';
import { toRecord } from './event-rows.js';

type Writer = RequestContext & TenantScope & { readonly actor: Pick<Actor, 'type' | 'id'> };

/** Where a page of a ticket's events starts: after this version (as the audience counts) and id. */
export interface EventPosition {
  readonly version: number;
  readonly id: number;
}

/** The record of every change. An event is written in the transaction of its change, so neither is without the other. */
@Injectable()
export class EventLog extends TenantRepository<EventEntity> {
  constructor(
    database: Database,
    private readonly sequencer: EventSequencer,
    private readonly audit: AuditLog,
  ) {
    super(database, EventEntity);
  }

  async append(ctx: Writer, ...events: readonly NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    const first = this.sequencer.givesWithin ? await this.sequencer.take(ctx, events.length) : null;
    await this.insert(
      ctx,
      events.map((event, place) => ({
        type: event.type,
        ticketNumber: event.ticket?.number ?? null,
        version: event.ticket?.version ?? null,
        publicVersion: event.ticket?.publicVersion ?? null,
        actorType: ctx.actor.type,
        actorId: ctx.actor.id,
        requestId: ctx.requestId,
        occurredAt: event.occurredAt,
        data: event.data,
        changed: event.changed ?? {},
        position: first === null ? null : first + place,
      })) as Omit<EventEntity, 'tenantId'>[],
    );
    this.database.afterCommit(ctx, this.sequencer.wake);
    for (const { type, occurredAt, data, changed, audited } of events) {
      if (audited) await this.audit.record(ctx, { type, occurredAt, data: { ...data, ...(changed && { changed }) } });
    }
  }

  /** A ticket's events in the order of their commits; `audience` public leaves out what is for staff only. */
  findOfTicket(
    ctx: TenantScope,
    ticketNumber: number,
    page: { readonly audience: 'staff' | 'public'; readonly after: EventPosition | null; readonly limit: number },
  ): Promise<readonly EventRecord[]> {
    return this.select(ctx, 'e', async (query) => {
      query.andWhere('e.ticketNumber = :ticketNumber', { ticketNumber });
      const version = page.audience === 'staff' ? 'e.version' : 'e.publicVersion';
      if (page.audience === 'public') query.andWhere('e.publicVersion IS NOT NULL');
      if (page.after) query.andWhere(`(${version} > :version OR (${version} = :version AND e.id > :id))`, page.after);
      const rows = await query.orderBy(version).addOrderBy('e.id').limit(page.limit).getMany();
      return rows.map(toRecord);
    });
  }

  /** The newest event of a type on a ticket; null when there is none. */
  findLast(ctx: TenantScope, ticketNumber: number, type: string): Promise<EventRecord | null> {
    return this.select(ctx, 'e', async (query) => {
      query.andWhere('e.ticketNumber = :ticketNumber AND e.type = :type', { ticketNumber, type });
      const [row] = await query.orderBy('e.version', 'DESC').addOrderBy('e.id', 'DESC').limit(1).getMany();
      return row ? toRecord(row) : null;
    });
  }
}
