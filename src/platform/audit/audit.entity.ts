import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn, IntColumn, JsonColumn, ShortColumn } from '../database/columns.js';

/** A line of the audit log: an act that bears on security, who did it, when and from where. Never changed once written. */
@Entity('audit_entries')
export class AuditEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id: number;
  @Column({ type: 'int', name: 'tenant_id' })
  tenantId: number;
  @ShortColumn('type', 60)
  type: string;
  /** 1 for what was refused, which anybody can cause at will. */
  @IntColumn('refused')
  refused: number;
  @ShortColumn('actor_type', 16, { nullable: true })
  actorType: string | null;
  @IntColumn('actor_id', { nullable: true })
  actorId: number | null;
  @ShortColumn('address', 45, { nullable: true })
  address: string | null;
  @ShortColumn('request_id', 128)
  requestId: string;
  @InstantColumn('occurred_at')
  occurredAt: number;
  @JsonColumn('data')
  data: unknown;
}
