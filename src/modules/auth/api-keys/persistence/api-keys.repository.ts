import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../../platform/context/request-context.js';
import { Database } from '../../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../../platform/database/tenant.repository.js';
import type { Scope } from '../../domain/scopes.js';
import type { ApiKey } from '../domain/api-key.js';
import { ApiKeyEntity } from './api-key.entity.js';

@Injectable()
export class ApiKeysRepository extends TenantRepository<ApiKeyEntity> {
  constructor(database: Database) {
    super(database, ApiKeyEntity);
  }

  /** Whose key this is, in whichever tenant: the key is what tells the tenant. */
  findByDigest(ctx: RequestContext, digest: string): Promise<ApiKey | null> {
    return this.database.read(ctx, async (manager) => {
      const row = await manager.createQueryBuilder(ApiKeyEntity, 'k').where({ digest }).getOne();
      return row && toRecord(row);
    });
  }

  /** The keys that were not revoked. */
  list(ctx: TenantScope): Promise<readonly ApiKey[]> {
    return this.select(ctx, 'k', async (query) =>
      (await query.andWhere('k.revokedAt IS NULL').orderBy('k.id').getMany()).map(toRecord),
    );
  }

  async add(ctx: TenantScope, { tenantId: _, ...key }: ApiKey): Promise<void> {
    await this.insert(ctx, [key]);
  }

  findById(ctx: TenantScope, id: number): Promise<ApiKey | null> {
    return this.select(ctx, 'k', async (query) => {
      const row = await query.andWhere('k.id = :id AND k.revokedAt IS NULL', { id }).getOne();
      return row && toRecord(row);
    });
  }

  async revoke(ctx: TenantScope, id: number, revokedAt: number): Promise<void> {
    await this.update(ctx, { id }, { revokedAt });
  }
}

function toRecord(row: ApiKeyEntity): ApiKey {
  return { ...row, scopes: row.scopes as readonly Scope[] };
}
