import { Entity, PrimaryColumn } from 'typeorm';
import {
  InstantColumn,
  IntColumn,
  JsonColumn,
  ShortColumn,
  TenantColumn,
} from '../../../../platform/database/columns.js';

@Entity('api_keys')
export class ApiKeyEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int' })
  id: number;
  @ShortColumn('name', 190)
  name: string;
  @ShortColumn('digest', 64)
  digest: string;
  /** The last characters, by which people tell keys apart. */
  @ShortColumn('hint', 16)
  hint: string;
  @JsonColumn('scopes')
  scopes: unknown;
  /** The machine user it acts as. */
  @IntColumn('user_id')
  userId: number;
  @InstantColumn('expires_at', { nullable: true })
  expiresAt: number | null;
  @InstantColumn('revoked_at', { nullable: true })
  revokedAt: number | null;
  @InstantColumn('created_at')
  createdAt: number;
}
