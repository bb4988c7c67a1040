import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn, LongColumn, ShortColumn } from '../../../../platform/database/columns.js';

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
