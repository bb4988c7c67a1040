import { Entity, PrimaryColumn } from 'typeorm';
import {
  InstantColumn,
  JsonColumn,
  LongColumn,
  ShortColumn,
  TenantColumn,
} from '../../../../platform/database/columns.js';

@Entity('identity_providers')
export class IdentityProviderEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int' })
  id: number;
  @ShortColumn('name', 190)
  name: string;
  @ShortColumn('issuer', 190)
  issuer: string;
  @ShortColumn('audience', 190)
  audience: string;
  @ShortColumn('algorithm', 16)
  algorithm: string;
  @LongColumn('sealed_key', { nullable: true })
  sealedKey: string | null;
  @LongColumn('jwks_url', { nullable: true })
  jwksUrl: string | null;
  @JsonColumn('claims')
  claims: unknown;
  @JsonColumn('roles')
  roles: unknown;
  @InstantColumn('created_at')
  createdAt: number;
  @InstantColumn('updated_at')
  updatedAt: number;
}
