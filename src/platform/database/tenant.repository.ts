import type { EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { RequestContext, TenantRef } from '../context/request-context.js';
import type { Database } from './database.service.js';

/** What a tenant's rows can be reached with: a context without a tenant does not compile. */
export type TenantScope = RequestContext & { readonly tenant: Pick<TenantRef, 'id'> };

interface TenantOwned extends ObjectLiteral {
  tenantId: number;
}

type Narrow<E extends ObjectLiteral> = (query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>;

/**
 * Base of every repository of tenant-owned rows. Each statement it starts is already bound to the context's tenant, so
 * none can reach another's.
 */
export abstract class TenantRepository<E extends TenantOwned> {
  constructor(
    protected readonly database: Database,
    private readonly entity: EntityTarget<E>,
  ) {}

  /** Runs a query over the tenant's rows, named `alias`. */
  protected select<T>(ctx: TenantScope, alias: string, run: (query: SelectQueryBuilder<E>) => Promise<T>): Promise<T> {
    return this.database.read(ctx, (manager) => run(this.scoped(ctx, manager, alias)));
  }

  /**
   * How many of the tenant's rows, named `alias`, each query finds: all in one statement, counted where the rows are and
   * no further than `cap`. A query has parts, no two of which find the same row.
   */
  protected async count(
    ctx: TenantScope,
    alias: string,
    cap: number,
    queries: readonly (readonly Narrow<E>[])[],
  ): Promise<readonly number[]> {
    if (queries.length === 0) return [];
    const [row] = await this.database.read(ctx, (manager) => {
      const parameters: unknown[] = [];
      const counted = (narrow: Narrow<E>): string => {
        const narrowed = narrow(this.scoped(ctx, manager, alias))
          .select('1')
          .limit(cap);
        const [sql, values] = narrowed.getQueryAndParameters();
        parameters.push(...(values as unknown[]));
        return `(SELECT COUNT(*) FROM (${sql}) found)`;
      };
      const counts = queries.map((parts, place) => `${parts.map(counted).join(' + ')} AS c${place}`);
      return manager.query<Record<string, number>[]>(`SELECT ${counts.join(', ')}`, parameters);
    });
    return queries.map((_, place) => Math.min(Number(row?.[`c${place}`]), cap));
  }

  protected async insert(ctx: TenantScope, rows: readonly Omit<E, 'tenantId'>[]): Promise<void> {
    if (rows.length === 0) return;
    const values = rows.map((row) => ({ ...row, tenantId: ctx.tenant.id })) as unknown as QueryDeepPartialEntity<E>[];
    await this.database.write(ctx, (manager) =>
      manager.createQueryBuilder().insert().into(this.entity).values(values).updateEntity(false).execute(),
    );
  }

  /** Changes the rows that match and tells how many did. */
  protected async update(ctx: TenantScope, where: Partial<E>, changes: Partial<Omit<E, 'tenantId'>>): Promise<number> {
    const result = await this.database.write(ctx, (manager) =>
      manager
        .createQueryBuilder()
        .update(this.entity)
        .set(changes as unknown as QueryDeepPartialEntity<E>)
        .where({ ...where, tenantId: ctx.tenant.id })
        .updateEntity(false)
        .execute(),
    );
    return result.affected ?? 0;
  }

  protected async delete(ctx: TenantScope, where: Partial<E>): Promise<number> {
    const result = await this.database.write(ctx, (manager) =>
      manager
        .createQueryBuilder()
        .delete()
        .from(this.entity)
        .where({ ...where, tenantId: ctx.tenant.id })
        .execute(),
    );
    return result.affected ?? 0;
  }

  private scoped(ctx: TenantScope, manager: EntityManager, alias: string): SelectQueryBuilder<E> {
    return manager
      .createQueryBuilder(this.entity, alias)
      .where(`${alias}.tenantId = :tenantId`, { tenantId: ctx.tenant.id });
  }
}
