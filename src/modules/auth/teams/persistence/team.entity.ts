import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, ShortColumn, TenantColumn } from '../../../../platform/database/columns.js';

@Entity('teams')
export class TeamEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int' })
  id: number;
  /** The team's name at the tenant's identity provider. */
  @ShortColumn('external_key', 190, { nullable: true })
  externalKey: string | null;
  @ShortColumn('name', 190)
  name: string;
  @ShortColumn('visibility', 16)
  visibility: string;
  @InstantColumn('deleted_at', { nullable: true })
  deletedAt: number | null;
  @InstantColumn('created_at')
  createdAt: number;
  @InstantColumn('updated_at')
  updatedAt: number;
}
