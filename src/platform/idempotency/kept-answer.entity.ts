import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn, LongColumn, ShortColumn, TenantColumn } from '../database/columns.js';

/** The answer that a request with an Idempotency-Key got, for whoever sends it again. */
@Entity('kept_answers')
export class KeptAnswerEntity {
  @TenantColumn()
  tenantId: number;
  /** Digest of whose key it is, of the key and of what it was sent to. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  scope: string;
  /** Digest of what was asked. */
  @ShortColumn('fingerprint', 64)
  fingerprint: string;
  /** What the caller was at that time. */
  @ShortColumn('role', 16)
  role: string;
  /** What the answer shows something of. */
  @JsonColumn('shown')
  shown: unknown;
  /** Sealed: some answers hold secrets that are shown once. */
  @LongColumn('answer')
  answer: string;
  @InstantColumn('expires_at')
  expiresAt: number;
}
