import { Entity, PrimaryColumn } from 'typeorm';
import {
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongColumn,
  ShortColumn,
} from '../../../../platform/database/columns.js';

@Entity('tenants')
export class TenantEntity {
  @PrimaryColumn({ type: 'int' })
  id: number;
  @ShortColumn('code', 63)
  code: string;
  @ShortColumn('name', 190)
  name: string;
  @ShortColumn('status', 16)
  status: string;
  @JsonColumn('settings')
  settings: unknown;
  /** Sealed JSON of the dialects' secrets. */
  @LongColumn('secrets', { nullable: true })
  secrets: string | null;
  @InstantColumn('created_at')
  createdAt: number;
  @InstantColumn('updated_at')
  updatedAt: number;
}

/** What of the tenants' settings no two may share: the key makes sure of that. */
@Entity('tenant_claims')
export class TenantClaimEntity {
  @PrimaryColumn({ type: 'varchar', length: 100 })
  kind: string;
  @PrimaryColumn({ type: 'varchar', length: 253 })
  value: string;
  @IntColumn('tenant_id')
  tenantId: number;
}
