import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import type { LinkedResource } from '../domain/linked-resource.js';
import { LinkedResourceEntity } from './linked-resource.entity.js';

@Injectable()
export class LinkedResourcesRepository extends TenantRepository<LinkedResourceEntity> {
  constructor(database: Database) {
    super(database, LinkedResourceEntity);
  }

  find(ctx: TenantScope, type: string, externalId: string): Promise<LinkedResource | null> {
    return this.select(ctx, 'r', async (query) => {
      const row = await query.andWhere('r.type = :type AND r.externalId = :externalId', { type, externalId }).getOne();
      return row && toRecord(row);
    });
  }

  async add(ctx: TenantScope, resource: LinkedResource): Promise<void> {
    await this.insert(ctx, [resource]);
  }

  async change(ctx: TenantScope, { type, externalId, ...resource }: LinkedResource): Promise<void> {
    await this.update(ctx, { type, externalId }, resource);
  }

  /** How many rows went: none or one. */
  remove(ctx: TenantScope, type: string, externalId: string): Promise<number> {
    return this.delete(ctx, { type, externalId });
  }
}

function toRecord({ tenantId: _, ...row }: LinkedResourceEntity): LinkedResource {
  return { ...row, data: row.data as Readonly<Record<string, unknown>> };
}
