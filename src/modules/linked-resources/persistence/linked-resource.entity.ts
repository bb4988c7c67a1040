import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn, ShortColumn, TenantColumn } from '../../../platform/database/columns.js';

@Entity('linked_resources')
export class LinkedResourceEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'varchar', length: 40 })
  type: string;
  @PrimaryColumn({ type: 'varchar', length: 190, name: 'external_id' })
  externalId: string;
  @ShortColumn('reference', 190, { nullable: true })
  reference: string | null;
  @ShortColumn('owner_subject', 190, { nullable: true })
  ownerSubject: string | null;
  @JsonColumn('data')
  data: unknown;
  @InstantColumn('created_at')
  createdAt: number;
  @InstantColumn('updated_at')
  updatedAt: number;
}
