import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, IntColumn, ShortColumn } from '../../../../platform/database/columns.js';

/** A sign-in: the family of refresh tokens that descend from it. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id: string;
  @IntColumn('tenant_id')
  tenantId: number;
  @IntColumn('user_id')
  userId: number;
  @InstantColumn('created_at')
  createdAt: number;
  @InstantColumn('expires_at')
  expiresAt: number;
  @InstantColumn('revoked_at', { nullable: true })
  revokedAt: number | null;
}

@Entity('refresh_tokens')
export class RefreshTokenEntity {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  digest: string;
  @ShortColumn('session_id', 64)
  sessionId: string;
  @InstantColumn('expires_at')
  expiresAt: number;
  @InstantColumn('spent_at', { nullable: true })
  spentAt: number | null;
}

/** A token of a tenant's provider that was signed out before its time. */
@Entity('revoked_tokens')
export class RevokedTokenEntity {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  digest: string;
  @Column({ type: 'bigint', name: 'expires_at' })
  expiresAt: number;
}
