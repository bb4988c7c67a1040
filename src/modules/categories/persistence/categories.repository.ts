import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import type { Category } from '../domain/category.js';
import { CategoryEntity } from './category.entity.js';

@Injectable()
export class CategoriesRepository extends TenantRepository<CategoryEntity> {
  constructor(database: Database) {
    super(database, CategoryEntity);
  }

  /** All of the tenant's categories, archived ones too, in order. */
  list(ctx: TenantScope): Promise<readonly Category[]> {
    return this.select(ctx, 'c', async (query) =>
      (await query.orderBy('c.position').addOrderBy('c.id').getMany()).map(toRecord),
    );
  }

  async add(ctx: TenantScope, category: Category): Promise<void> {
    await this.insert(ctx, [category]);
  }

  async change(ctx: TenantScope, { id, ...category }: Category): Promise<void> {
    await this.update(ctx, { id }, category);
  }

  async remove(ctx: TenantScope, id: number): Promise<void> {
    await this.delete(ctx, { id });
  }
}

function toRecord({ tenantId: _, ...category }: CategoryEntity): Category {
  return category;
}
