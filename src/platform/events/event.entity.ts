import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, ShortColumn } from '../database/columns.js';

/** A line of the event log: what was done, to what, by whom, when. Never changed once written. */
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
  @JsonColumn('data')
  data: unknown;
  @JsonColumn('changed')
  changed: unknown;
}
