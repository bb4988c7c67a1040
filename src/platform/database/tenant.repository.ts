import type {
  EntityManager,
  EntityTarget,
  InsertQueryBuilder,
  ObjectLiteral,
  SelectQueryBuilder,
  UpdateQueryBuilder,
} from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
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
/** Some of the rows, and the index by which they are read: left to itself a database may walk all in their order. */
export interface Alternative {
  readonly conditions: Conditions;
  /** Null where the conditions alone lead to the rows. */
  readonly index: string | null;
}

/**
 * Base of every repository of tenant-owned rows. Each statement it starts is already bound to the context's tenant, so
 * none can reach another's.
 */
export abstract class TenantRepository<E extends TenantOwned> {
  /** By the names of their properties. */
  private columns: ReadonlyMap<string, ColumnMetadata> | undefined;

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
    return this.database.read(ctx, async (manager) => {
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
      const { rows } = await this.database.engine.execute(manager, sql, parameters);
      return rows as readonly Row[];
    });
  }

  /**
   * The first of all the rows that fulfil one or another of the conditions: so many of each are looked up in order, and of
   * those the first, each once; `skip` leaves out so many of each. Rows hold `value`, by which they go, and `number`, by
   * which equals do.
   */
  protected firstOf<Row>(
    ctx: TenantScope,
    alias: string,
    alternatives: readonly Alternative[],
    columns: { readonly value: string; readonly number: string },
    { direction, skip, limit }: { readonly direction: 'ASC' | 'DESC'; readonly skip: number; readonly limit: number },
  ): Promise<readonly Row[]> {
    const order = `${direction} ${skip} ${limit}`;
    return this.combine<Row>(ctx, alias, alternatives, `first ${Object.values(columns).join()} ${order}`, {
      complete: (query) =>
        query
          .select(columns.value, 'value')
          .addSelect(columns.number, 'number')
          .orderBy(columns.value, direction)
          .addOrderBy(columns.number, direction)
          .offset(skip || undefined)
          .limit(limit),
      join: (parts) => {
        const union = parts.map((part, place) => `SELECT * FROM (${part}) p${place}`).join(' UNION ');
        return `${union} ORDER BY value ${direction}, number ${direction} LIMIT ${limit}`;
      },
    });
  }

  /**
   * How many of the tenant's rows, named `alias`, are in each group, whose parts exclude each other: in one statement,
   * counted where the rows are and no further than `cap`.
   */
  protected async count(
    ctx: TenantScope,
    alias: string,
    cap: number,
    groups: readonly (readonly Alternative[])[],
  ): Promise<readonly number[]> {
    if (groups.length === 0) return [];
    const lengths = groups.map((group) => group.length);
    const [row] = await this.combine<Record<string, number>>(ctx, alias, groups.flat(), `${lengths.join()} to ${cap}`, {
      complete: (query) => query.select('1').limit(cap),
      join: (parts) => {
        const counts = parts.map((part) => `(SELECT COUNT(*) FROM (${part}) found)`);
        return `SELECT ${lengths.map((length, place) => `${counts.splice(0, length).join(' + ')} AS c${place}`).join(', ')}`;
      },
    });
    return groups.map((_, place) => Math.min(Number(row?.[`c${place}`]), cap));
  }

  protected async insert(ctx: TenantScope, rows: readonly Omit<E, 'tenantId'>[]): Promise<void> {
    if (rows.length === 0) return;
    await this.database.write(ctx, async (manager) => {
      const owner = this.stored(manager, { tenantId: ctx.tenant.id });
      // The context's tenant comes last, so that it is the one even of a row that brings another.
      const given = rows.map((row) => [...this.stored(manager, row), ...owner]);
      const shape = given.map((row) => row.map(({ property }) => property).join()).join(';');
      // All in one list, row after row: to make a name for each takes longer than all else that is done here.
      const values = given.flatMap((row) => row.map(({ value }) => value));
      await this.run(manager, `insert ${shape}`, { values }, ({ values: standIns }) => {
        const named = new Map((standIns as unknown[]).map((standIn, place) => [`value${place}`, standIn]));
        const names = named.keys();
        const row = (stored: readonly StoredValue[]) =>
          Object.fromEntries(
            stored.map(({ property }) => {
              const name = names.next().value!;
              return [property, () => `:${name}`];
            }),
          );
        return manager
          .createQueryBuilder()
          .insert()
          .into(this.entity)
          .values(given.map(row) as QueryDeepPartialEntity<E>[])
          .updateEntity(false)
          .setParameters(Object.fromEntries(named));
      });
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
      return this.run(manager, `update ${names(changed)} where ${names(wanted)}`, values, (standIns) =>
        manager
          .createQueryBuilder()
          .update(this.entity)
          .set(
            Object.fromEntries(
              changed.map(({ property }) => [property, () => `:set_${property}`]),
            ) as QueryDeepPartialEntity<E>,
          )
          .where(wanted.map(({ column, property }) => `${column} = :where_${property}`).join(' AND '))
          .updateEntity(false)
          .setParameters(standIns),
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
    build: (standIns: Values) => InsertQueryBuilder<E> | UpdateQueryBuilder<E>,
  ): Promise<number> {
    const { tableName } = manager.connection.getMetadata(this.entity);
    const [sql, parameters] = this.database.prepared.bind(
      `${tableName} ${shape}`,
      values,
      (standIns) => build(standIns).getQueryAndParameters() as [string, unknown[]],
    );
    return (await this.database.engine.execute(manager, sql, parameters)).affected;
  }

  /** The values of a row as the driver takes them, with their columns. */
  private stored(manager: EntityManager, row: object): readonly StoredValue[] {
    const { connection } = manager;
    const { columns, tableName } = connection.getMetadata(this.entity);
    this.columns ??= new Map(columns.map((column) => [column.propertyName, column]));
    const stored: StoredValue[] = [];
    for (const [property, given] of Object.entries(row)) {
      if (given === undefined) continue;
      const column = this.columns.get(property);
      if (!column) throw new Error(`${tableName} has no column for ${property}`);
      const value: unknown = connection.driver.preparePersistentValue(given, column);
      stored.push({ property, column: column.databaseName, value });
    }
    return stored;
  }

  /**
   * Runs one statement over several parts of the rows: `complete` adds to each what is selected and how, `join` makes one
   * of them. Written once for its `shape`, which must tell apart what those two add.
   */
  private combine<Row>(
    ctx: TenantScope,
    alias: string,
    alternatives: readonly Alternative[],
    shape: string,
    {
      complete,
      join,
    }: {
      readonly complete: (query: SelectQueryBuilder<E>) => SelectQueryBuilder<E>;
      readonly join: (parts: readonly string[]) => string;
    },
  ): Promise<readonly Row[]> {
    return this.database.read(ctx, async (manager) => {
      const parts = alternatives.map(({ conditions }, place) => conditions.numbered(place));
      const values = Object.assign({ tenantId: ctx.tenant.id }, ...parts.map((part) => part.values)) as Values;
      const { tableName } = manager.connection.getMetadata(this.entity);
      const ways = parts.map(({ text }, place) => `${text}\0${alternatives[place]!.index}`).join('\0');
      const [sql, parameters] = this.database.prepared.bind(`${tableName} ${ways}\0${shape}`, values, (standIns) => {
        const built = parts.map(({ text }) =>
          complete(this.scoped(ctx, manager, alias).andWhere(text))
            .setParameters(standIns)
            .getQueryAndParameters(),
        );
        const texts = built.map(([part], place) => this.readBy(part, alternatives[place]!.index, manager, alias));
        return [join(texts), built.flatMap(([, slots]) => slots as unknown[])];
      });
      const { rows } = await this.database.engine.execute(manager, sql, parameters);
      return rows as readonly Row[];
    });
  }

  /** A query over the rows, named `alias`, that is to read them by an index. */
  private readBy(query: string, index: string | null, { connection }: EntityManager, alias: string): string {
    if (index === null) return query;
    const { driver } = connection;
    const table = `${driver.escape(connection.getMetadata(this.entity).tableName)} ${driver.escape(alias)}`;
    return query.replace(table, () => this.database.engine.byIndex(table, index));
  }

  private scoped(ctx: TenantScope, manager: EntityManager, alias: string): SelectQueryBuilder<E> {
    return manager
      .createQueryBuilder(this.entity, alias)
      .where(`${alias}.tenantId = :tenantId`, { tenantId: ctx.tenant.id });
  }
}
