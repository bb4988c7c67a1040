import { Injectable } from '@nestjs/common';
import type { RequestContext, TenantRole } from '../../../../platform/context/request-context.js';
import { Keys } from '../../../../platform/crypto/keys.service.js';
import { Database } from '../../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../../platform/database/tenant.repository.js';
import type { Algorithm, ClaimNames, IdentityProvider } from '../domain/identity-provider.js';
import { IdentityProviderEntity } from './identity-provider.entity.js';

/** A token is tried with the keys of so many providers and no more. */
const MOST_MATCHES = 10;

@Injectable()
export class IdentityProvidersRepository extends TenantRepository<IdentityProviderEntity> {
  constructor(
    database: Database,
    private readonly keys: Keys,
  ) {
    super(database, IdentityProviderEntity);
  }

  list(ctx: TenantScope): Promise<readonly IdentityProvider[]> {
    return this.select(ctx, 'p', async (query) =>
      (await query.orderBy('p.id').getMany()).map((row) => this.toRecord(row)),
    );
  }

  findById(ctx: TenantScope, id: number): Promise<IdentityProvider | null> {
    return this.select(ctx, 'p', async (query) => {
      const row = await query.andWhere('p.id = :id', { id }).getOne();
      return row && this.toRecord(row);
    });
  }

  /** Whose token this may be, in whichever tenant: the token is what tells the tenant. */
  findAllByIssuer(
    ctx: RequestContext,
    issuer: string,
    audiences: readonly string[],
  ): Promise<readonly IdentityProvider[]> {
    return this.database.read(ctx, async (manager) => {
      const rows = await manager
        .createQueryBuilder(IdentityProviderEntity, 'p')
        .where('p.issuer = :issuer AND p.audience IN (:...audiences)', { issuer, audiences })
        .orderBy('p.tenantId')
        .addOrderBy('p.id')
        .limit(MOST_MATCHES)
        .getMany();
      return rows.map((row) => this.toRecord(row));
    });
  }

  async add(ctx: TenantScope, { tenantId: _, ...provider }: IdentityProvider): Promise<void> {
    await this.insert(ctx, [this.toRow(provider)]);
  }

  async change(ctx: TenantScope, { tenantId: _, id, ...provider }: IdentityProvider): Promise<void> {
    await this.update(ctx, { id }, this.toRow({ id, ...provider }));
  }

  remove(ctx: TenantScope, id: number): Promise<number> {
    return this.delete(ctx, { id });
  }

  private toRow({ key, ...provider }: Omit<IdentityProvider, 'tenantId'>) {
    return { ...provider, sealedKey: key === null ? null : this.keys.seal(key) };
  }

  private toRecord({ sealedKey, ...row }: IdentityProviderEntity): IdentityProvider {
    const { tenantId, id } = row;
    return {
      ...row,
      algorithm: row.algorithm as Algorithm,
      // Null also when it cannot be read: then it verifies nothing until it is set anew.
      key: sealedKey && this.keys.unsealIfPossible(sealedKey, { tenant_id: tenantId, identity_provider: id }),
      claims: row.claims as ClaimNames,
      roles: row.roles as readonly TenantRole[],
    };
  }
}
