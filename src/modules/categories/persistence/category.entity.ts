import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, IntColumn, LongColumn, ShortColumn, TenantColumn } from '../../../platform/database/columns.js';

@Entity('categories')
export class CategoryEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int' })
  id: number;
  @ShortColumn('slug', 63)
  slug: string;
  @ShortColumn('name', 190)
  name: string;
  @LongColumn('description', { nullable: true })
  description: string | null;
  @IntColumn('position')
  position: number;
  @InstantColumn('archived_at', { nullable: true })
  archivedAt: number | null;
  @InstantColumn('created_at')
  createdAt: number;
  @InstantColumn('updated_at')
  updatedAt: number;
}
