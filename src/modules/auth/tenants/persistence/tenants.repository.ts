import { Injectable } from '@nestjs/common';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import type { RequestContext } from '../../../../platform/context/request-context.js';
import { Keys } from '../../../../platform/crypto/keys.service.js';
import { Database } from '../../../../platform/database/database.service.js';
import {
  DEFAULT_SETTINGS,
  INSTALLATION,
  type Tenant,
  type TenantSecrets,
  type TenantSettings,
  type TenantStatus,
} from '../domain/tenant.js';
import { TenantClaimEntity, TenantEntity } from './tenant.entity.js';

/** A value that one tenant has alone, among those of its kind. */
export type TenantClaim = Readonly<Omit<TenantClaimEntity, 'tenantId'>>;

/** The tenants themselves: the one table that is not read inside a tenant. */
@Injectable()
export class TenantsRepository {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
  ) {}

  findByCode(ctx: RequestContext, code: string): Promise<Tenant | null> {
    return this.findOne(ctx, { code });
  }

  findById(ctx: RequestContext, id: number): Promise<Tenant | null> {
    return this.findOne(ctx, { id });
  }

  /** The tenant that has this value alone, among those of its kind. */
  findByClaim(ctx: RequestContext, { kind, value }: TenantClaim): Promise<Tenant | null> {
    return this.database.read(ctx, async (manager) => {
      const row = await manager
        .createQueryBuilder(TenantEntity, 't')
        .innerJoin(TenantClaimEntity, 'c', 'c.tenantId = t.id')
        .where('c.kind = :kind AND c.value = :value', { kind, value })
        .getOne();
      return row && this.toRecord(row);
    });
  }

  /** The tenants of these ids, in their order. */
  findAllById(ctx: RequestContext, ids: readonly number[]): Promise<readonly Tenant[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.database.read(ctx, async (manager) => {
      const rows = await manager.createQueryBuilder(TenantEntity, 't').whereInIds(ids).orderBy('t.id').getMany();
      return rows.map((row) => this.toRecord(row));
    });
  }

  /** Every tenant but the installation's, from the smallest id after `after`. */
  list(ctx: RequestContext, after: number, limit: number): Promise<readonly Tenant[]> {
    return this.database.read(ctx, async (manager) => {
      const rows = await manager
        .createQueryBuilder(TenantEntity, 't')
        .where('t.id > :after', { after: Math.max(after, INSTALLATION.id) })
        .orderBy('t.id')
        .limit(limit)
        .getMany();
      return rows.map((row) => this.toRecord(row));
    });
  }

  /** The origins that any active tenant allows. */
  async allowedOrigins(ctx: RequestContext): Promise<ReadonlySet<string>> {
    const rows = await this.database.read(ctx, (manager) =>
      manager
        .createQueryBuilder(TenantEntity, 't')
        .select(['t.id', 't.settings'])
        .where({ status: 'active' })
        .getMany(),
    );
    return new Set(rows.flatMap((row) => (row.settings as Partial<TenantSettings>).cors_origins ?? []));
  }

  async add(ctx: RequestContext, tenant: Tenant): Promise<void> {
    await this.database.write(ctx, (manager) =>
      manager.createQueryBuilder().insert().into(TenantEntity).values(this.toRow(tenant)).updateEntity(false).execute(),
    );
  }

  async save(ctx: RequestContext, tenant: Tenant): Promise<void> {
    const { id, ...row } = this.toRow(tenant);
    await this.database.write(ctx, (manager) =>
      manager.createQueryBuilder().update(TenantEntity).set(row).where({ id }).updateEntity(false).execute(),
    );
  }

  /** Locks the row, so that of two changes at once the second sees the first. */
  async lock(ctx: RequestContext, id: number): Promise<Tenant | null> {
    await this.database.write(ctx, (manager: EntityManager) =>
      manager.createQueryBuilder().update(TenantEntity).set({ id }).where({ id }).updateEntity(false).execute(),
    );
    return this.findById(ctx, id);
  }

  /** Makes these the tenant's claims. That another tenant has one of them shows as a broken unique key. */
  async replaceClaims(ctx: RequestContext, tenantId: number, claims: readonly TenantClaim[]): Promise<void> {
    await this.database.write(ctx, async (manager) => {
      await manager.createQueryBuilder().delete().from(TenantClaimEntity).where({ tenantId }).execute();
      if (claims.length === 0) return;
      const values = claims.map((claim) => ({ ...claim, tenantId }));
      await manager.createQueryBuilder().insert().into(TenantClaimEntity).values(values).updateEntity(false).execute();
    });
  }

  private findOne(ctx: RequestContext, where: FindOptionsWhere<TenantEntity>): Promise<Tenant | null> {
    return this.database.read(ctx, async (manager) => {
      const row = await manager.createQueryBuilder(TenantEntity, 't').where(where).getOne();
      return row && this.toRecord(row);
    });
  }

  private toRecord(row: TenantEntity): Tenant {
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      status: row.status as TenantStatus,
      settings: { ...DEFAULT_SETTINGS, ...(row.settings as Partial<TenantSettings>) },
      secrets: this.secretsIn(row),
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
    };
  }

  /** None when they cannot be read: the tenant must be found all the same, or its admin could not set them anew. */
  private secretsIn({ id, secrets }: TenantEntity): TenantSecrets {
    const text = secrets === null ? null : this.keys.unsealIfPossible(secrets, { tenant_id: id });
    return text === null ? {} : (JSON.parse(text) as TenantSecrets);
  }

  private toRow({ secrets, ...tenant }: Tenant) {
    const sealed = Object.keys(secrets).length === 0 ? null : this.keys.seal(JSON.stringify(secrets));
    return { ...tenant, secrets: sealed };
  }
}
