import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, LongIntColumn, ShortColumn } from '../database/columns.js';

/** A line of the event log: what was done, to what, by whom, when. Only its position is written later, once. */
@Entity('events')
export class EventEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id: number;
  @Column({ type: 'int', name: 'tenant_id' })
  tenantId: number;
  @ShortColumn('type', 60)
  type: string;
  @IntColumn('ticket_number', { nullable: true })
  ticketNumber: number | null;
  @IntColumn('version', { nullable: true })
  version: number | null;
  /** The ticket's version as its customers see it; null when the event is for staff only. */
  @IntColumn('public_version', { nullable: true })
  publicVersion: number | null;
  @ShortColumn('actor_type', 16)
  actorType: string;
  @IntColumn('actor_id')
  actorId: number;
  @ShortColumn('request_id', 128)
  requestId: string;
  @InstantColumn('occurred_at')
  occurredAt: number;
  /** Its place in the order of commits, over all tenants; null until the sequencer has seen it. */
  @LongIntColumn('position', { nullable: true })
  position: number | null;
  @JsonColumn('data')
  data: unknown;
  @JsonColumn('changed')
  changed: unknown;
}

/** How far something has come in the order of events. */
@Entity('event_marks')
export class EventMarkEntity {
  @PrimaryColumn({ type: 'varchar', length: 40 })
  name: string;
  @LongIntColumn('position')
  position: number;
}
