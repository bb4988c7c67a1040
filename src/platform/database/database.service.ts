import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { RequestContext, TenantContext } from '../context/request-context.js';
import { DomainError } from '../errors/domain-error.js';
import { ALREADY_EXISTS, CONFLICT, UNAVAILABLE } from '../errors/error-codes.js';
import { type Engine, type FullTextTerm, PRIMARY_KEY } from './engines/index.js';
import { PreparedQueries } from './prepared-queries.js';
import { STORAGE_FULL } from './storage-full.error.js';
import { UnitOfWork, unitOf } from './unit-of-work.js';

export { type FullTextTerm, PRIMARY_KEY };

const ATTEMPTS = 4;
/** No new attempt after this long: whoever asks has waited enough. */
const RETRY_WITHIN_MS = 8_000;
const LONGEST_PAUSE_MS = 60;

/** Thrown inside a transaction when the row was changed since it was read: the unit is run again on the newest state. */
export class StaleRead extends Error {}

/**
 * The only door to the database: reads, and units of work that happen whole or not at all.
 * Failures of the database itself leave as `unavailable` or `storage_full`; a broken unique key as `already_exists`, a
 * broken reference as `conflict`.
 */
export class Database {
  readonly prepared = new PreparedQueries();

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    readonly engine: Engine,
  ) {}

  /**
   * Runs `work` in a transaction and commits it; a call inside another joins that one. `work` gets the context that
   * carries the transaction and may be run again from the start after a deadlock or a lost race, so it must have no
   * effect outside the database.
   */
  async transaction<C extends RequestContext, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
    const open = unitOf(ctx);
    if (!open) return this.together(ctx, (tx) => this.transaction(tx, work));
    await open.begin();
    try {
      return await work(ctx);
    } catch (error) {
      throw this.translateInside(error);
    }
  }

  /**
   * Runs `work` so that all its transactions are one, which begins with the first of them and is committed at the end:
   * what comes before holds up nobody. Run again as a transaction is, unless it is not `repeatable`.
   */
  async together<C extends RequestContext, T>(
    ctx: C,
    work: (ctx: C) => Promise<T>,
    { repeatable = true }: { readonly repeatable?: boolean } = {},
  ): Promise<T> {
    const start = performance.now();
    for (let attempt = 1; ; attempt++) {
      const unit = new UnitOfWork(this.writer, this.engine);
      try {
        const result = await work({ ...ctx, transaction: unit });
        await unit.commit();
        return result;
      } catch (cause) {
        const error = await unit.rollBack(cause);
        if (!repeatable || !this.isRetryable(error)) throw this.translate(error);
        const isLast = attempt === ATTEMPTS || performance.now() - start > RETRY_WITHIN_MS;
        if (isLast) throw new DomainError(UNAVAILABLE, { retryAfterSeconds: 1, cause: error });
        await sleep(randomInt(LONGEST_PAUSE_MS * attempt));
      }
    }
  }

  /**
   * Does `action` once everything that was written so far is committed, and never when it is not; the same action once,
   * however often it is asked for. At once outside a transaction. It must not throw.
   */
  afterCommit(ctx: RequestContext, action: () => void): void {
    const open = unitOf(ctx);
    if (open) open.follow(action);
    else action();
  }

  /** Runs a query: in the open transaction, else on committed rows. */
  async read<T>(ctx: RequestContext, query: (manager: EntityManager) => Promise<T>): Promise<T> {
    const open = unitOf(ctx);
    if (open?.hasBegun) return query(await open.begin());
    try {
      return await query(this.reader.manager);
    } catch (error) {
      throw this.translate(error);
    }
  }

  /** Runs a statement that writes; only inside a transaction. */
  async write<T>(ctx: RequestContext, statement: (manager: EntityManager) => Promise<T>): Promise<T> {
    return statement(await transactionOf(ctx));
  }

  /** The next number of one of the tenant's counters, from 1; only inside a transaction. */
  async nextNumber(
    ctx: TenantContext | (RequestContext & { readonly tenant: { readonly id: number } }),
    counter: string,
  ): Promise<number> {
    return this.engine.nextNumber(await transactionOf(ctx), ctx.tenant.id, counter);
  }

  /** Makes a query of the open unit lock the rows it finds and leave out those that another unit has locked. */
  claiming<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> {
    return this.engine.locksRows ? query.setLock('pessimistic_write').setOnLocked('skip_locked') : query;
  }

  /**
   * Whether something failed because a unique key is taken. Says so inside a unit of work too, which goes on: what is
   * there already can be read then.
   */
  isTaken(error: unknown): boolean {
    if (error instanceof DomainError) return error.code === ALREADY_EXISTS.code;
    return this.engine.classify(error) === 'duplicate';
  }

  /** The condition that a row of `table`, named `alias`, has all words of a group; `value` is for its parameter `name`. */
  hasAll(table: string, alias: string, name: string, groups: readonly (readonly FullTextTerm[])[]) {
    return this.engine.hasAll(table, alias, name, groups);
  }

  /** Throws `unavailable` when the database does not answer. */
  async ping(): Promise<void> {
    await this.read({ requestId: 'health' }, (manager) => manager.query('SELECT 1'));
  }

  private isRetryable(error: unknown): boolean {
    return error instanceof StaleRead || this.engine.classify(error) === 'retryable';
  }

  /** What the outermost unit has to know of a failure inside it, it is told as it was: whether to run again. */
  private translateInside(error: unknown): unknown {
    const fault = this.engine.classify(error);
    return fault === 'duplicate' || fault === 'reference' ? this.translate(error) : error;
  }

  private translate(error: unknown): unknown {
    if (error instanceof DomainError) return error;
    if (error instanceof StaleRead) return new DomainError(UNAVAILABLE, { retryAfterSeconds: 1, cause: error });
    switch (this.engine.classify(error)) {
      case 'unavailable':
      case 'retryable':
        return new DomainError(UNAVAILABLE, { retryAfterSeconds: 2, cause: error });
      case 'storage-full':
        return new DomainError(STORAGE_FULL, { cause: error });
      case 'duplicate':
        return new DomainError(ALREADY_EXISTS, { cause: error });
      case 'reference':
        return new DomainError(CONFLICT, { cause: error });
      case 'other':
        return error;
    }
  }
}

function transactionOf(ctx: RequestContext): Promise<EntityManager> {
  const open = unitOf(ctx);
  if (!open?.hasBegun) throw new Error('This statement needs an open transaction');
  return open.begin();
}
