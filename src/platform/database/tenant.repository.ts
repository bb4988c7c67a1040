import type {
  EntityManager,
  EntityTarget,
  InsertQueryBuilder,
  ObjectLiteral,
  SelectQueryBuilder,
  UpdateQueryBuilder,
} from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { RequestContext, TenantRef } from '../context/request-context.js';
import type { Conditions } from './conditions.js';
import type { Database } from './database.service.js';
import type { Values } from './prepared-queries.js';

/** What a tenant's rows can be reached with: a context without a tenant does not compile. */
export type TenantScope = RequestContext & { readonly tenant: Pick<TenantRef, 'id'> };

interface TenantOwned extends ObjectLiteral {
  tenantId: number;
}

interface StoredValue {
  readonly property: string;
  readonly column: string;
  readonly value: unknown;
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
   * The tenant's rows, named `alias`, that fulfil the conditions. `complete` adds what is selected, joined and ordered;
   * `shape` must tell that apart from whatever else is asked for with the same conditions, as its SQL is written once.
   */
  protected rows<Row>(
    ctx: TenantScope,
    alias: string,
    conditions: Conditions,
    shape: string,
    complete: (query: SelectQueryBuilder<E>) => unknown,
  ): Promise<readonly Row[]> {
    return this.database.read(ctx, (manager) => {
      const values = { ...conditions.values, tenantId: ctx.tenant.id };
      const { tableName } = manager.connection.getMetadata(this.entity);
      const [sql, parameters] = this.database.prepared.bind(
        `${tableName} ${alias}\0${conditions.text}\0${shape}`,
        values,
        (standIns) => {
          const query = this.scoped(ctx, manager, alias).andWhere(conditions.text);
          complete(query);
          return query.setParameters(standIns).getQueryAndParameters() as [string, unknown[]];
        },
      );
      return manager.query<Row[]>(sql, parameters);
    });
  }

  /**
   * The first of all the rows that fulfil one or another of the conditions, which must exclude each other: so many of each
   * are looked up in order, and of those the first. Rows hold `value`, by which they go, and `number`, by which equals do.
   */
  protected firstOf<Row>(
    ctx: TenantScope,
    alias: string,
    alternatives: readonly Conditions[],
    columns: { readonly value: string; readonly number: string },
    { direction, limit }: { readonly direction: 'ASC' | 'DESC'; readonly limit: number },
  ): Promise<readonly Row[]> {
    return this.database.read(ctx, (manager) => {
      const parts = alternatives.map((each, place) => each.numbered(place));
      const values = Object.assign({ tenantId: ctx.tenant.id }, ...parts.map((each) => each.values)) as Values;
      const shape = `${parts.map(({ text }) => text).join('\0')}\0first ${Object.values(columns).join()} ${direction} ${limit}`;
      const [sql, parameters] = this.database.prepared.bind(shape, values, (standIns) => {
        const built = parts.map(({ text }) =>
          this.scoped(ctx, manager, alias)
            .andWhere(text)
            .select(columns.value, 'value')
            .addSelect(columns.number, 'number')
            .orderBy(columns.value, direction)
            .addOrderBy(columns.number, direction)
            .limit(limit)
            .setParameters(standIns)
            .getQueryAndParameters(),
        );
        const union = built.map(([part], place) => `SELECT * FROM (${part}) part${place}`).join(' UNION ALL ');
        const order = `ORDER BY value ${direction}, number ${direction} LIMIT ${limit}`;
        return [`${union} ${order}`, built.flatMap(([, slots]) => slots as unknown[])];
      });
      return manager.query<Row[]>(sql, parameters);
    });
  }

  /**
   * How many of the tenant's rows, named `alias`, each query finds: in one statement, counted where the rows are and no
   * further than `cap`.
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
    await this.database.write(ctx, async (manager) => {
      const given = rows.map((row) => this.stored(manager, { ...row, tenantId: ctx.tenant.id }));
      const values = Object.fromEntries(
        given.flatMap((row, place) => row.map(({ property, value }) => [`${property}_${place}`, value])),
      );
      const shape = given.map((row) => row.map(({ property }) => property).join()).join(';');
      await this.run(manager, `insert ${shape}`, values, () =>
        manager
          .createQueryBuilder()
          .insert()
          .into(this.entity)
          .values(
            given.map((row, place) =>
              Object.fromEntries(row.map(({ property }) => [property, () => `:${property}_${place}`])),
            ) as QueryDeepPartialEntity<E>[],
          )
          .updateEntity(false),
      );
    });
  }

  /** Changes the rows that match and tells how many did. */
  protected update(ctx: TenantScope, where: Partial<E>, changes: Partial<Omit<E, 'tenantId'>>): Promise<number> {
    const missing = Object.entries(where).find(([, value]) => value === undefined || value === null);
    if (missing) throw new Error(`There is no value to look for in ${missing[0]}`);
    return this.database.write(ctx, (manager) => {
      const wanted = this.stored(manager, { ...where, tenantId: ctx.tenant.id });
      const changed = this.stored(manager, changes);
      const values = Object.fromEntries([
        ...wanted.map(({ property, value }) => [`where_${property}`, value] as const),
        ...changed.map(({ property, value }) => [`set_${property}`, value] as const),
      ]);
      const names = (of: readonly StoredValue[]) => of.map(({ property }) => property).join();
      return this.run(manager, `update ${names(changed)} where ${names(wanted)}`, values, () =>
        manager
          .createQueryBuilder()
          .update(this.entity)
          .set(
            Object.fromEntries(
              changed.map(({ property }) => [property, () => `:set_${property}`]),
            ) as QueryDeepPartialEntity<E>,
          )
          .where(wanted.map(({ column, property }) => `${column} = :where_${property}`).join(' AND '))
          .updateEntity(false),
      );
    });
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

  /** Runs a statement whose SQL is written once for its `shape`, and tells how many rows it has met. */
  private async run(
    manager: EntityManager,
    shape: string,
    values: Values,
    build: () => InsertQueryBuilder<E> | UpdateQueryBuilder<E>,
  ): Promise<number> {
    const { tableName } = manager.connection.getMetadata(this.entity);
    const [sql, parameters] = this.database.prepared.bind(
      `${tableName} ${shape}`,
      values,
      (standIns) => build().setParameters(standIns).getQueryAndParameters() as [string, unknown[]],
    );
    const { affected = 0 } = await manager.queryRunner!.query(sql, parameters, true);
    return affected;
  }

  /** The values of a row as the driver takes them, with their columns. */
  private stored(manager: EntityManager, row: object): readonly StoredValue[] {
    const { connection } = manager;
    const metadata = connection.getMetadata(this.entity);
    return Object.entries(row).flatMap(([property, value]) => {
      if (value === undefined) return [];
      const column = metadata.findColumnWithPropertyName(property);
      if (!column) throw new Error(`${metadata.tableName} has no column for ${property}`);
      const stored: unknown = connection.driver.preparePersistentValue(value, column);
      return [{ property, column: column.databaseName, value: stored }];
    });
  }

  private scoped(ctx: TenantScope, manager: EntityManager, alias: string): SelectQueryBuilder<E> {
    return manager
      .createQueryBuilder(this.entity, alias)
      .where(`${alias}.tenantId = :tenantId`, { tenantId: ctx.tenant.id });
  }
}
