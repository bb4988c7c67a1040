import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager, ObjectLiteral, QueryRunner, SelectQueryBuilder } from 'typeorm';
import type { RequestContext, TenantContext } from '../context/request-context.js';
import { DomainError } from '../errors/domain-error.js';
import { ALREADY_EXISTS, CONFLICT, UNAVAILABLE } from '../errors/error-codes.js';
import type { Engine } from './engines/index.js';
import { STORAGE_FULL } from './storage-full.error.js';

const ATTEMPTS = 4;
const LONGEST_PAUSE_MS = 60;

/** Thrown inside a transaction when the row was changed since it was read: the unit is run again on the newest state. */
export class StaleRead extends Error {}

/**
 * The only door to the database: reads, and units of work that happen whole or not at all.
 * Failures of the database itself leave as `unavailable` or `storage_full`; a broken unique key as `already_exists`, a
 * broken reference as `conflict`.
 */
export class Database {
  /** What is to follow the commit of each open unit. */
  private readonly following = new WeakMap<EntityManager, Set<() => void>>();

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
    if (ctx.transaction) return work(ctx);
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.engine.queueWrite(() => this.runUnit(ctx, work));
      } catch (error) {
        if (!this.isRetryable(error)) throw this.translate(error);
        if (attempt === ATTEMPTS) throw new DomainError(UNAVAILABLE, { retryAfterSeconds: 1, cause: error });
        await sleep(randomInt(LONGEST_PAUSE_MS * attempt));
      }
    }
  }

  /** Runs a query: in the open transaction, else on committed rows. */
  async read<T>(ctx: RequestContext, query: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (ctx.transaction) return query(transactionOf(ctx));
    try {
      return await query(this.reader.manager);
    } catch (error) {
      throw this.translate(error);
    }
  }

  /** Runs a statement that writes; only inside a transaction. */
  async write<T>(ctx: RequestContext, statement: (manager: EntityManager) => Promise<T>): Promise<T> {
    return statement(transactionOf(ctx));
  }

  /** The next number of one of the tenant's counters, from 1; only inside a transaction. */
  nextNumber(
    ctx: TenantContext | (RequestContext & { readonly tenant: { readonly id: number } }),
    counter: string,
  ): Promise<number> {
    return this.engine.nextNumber(transactionOf(ctx), ctx.tenant.id, counter);
  }

  /**
   * Calls `action` once the open unit of work is committed, and never when it is not; the same action once, however
   * often it is asked for. It must not throw, and what it does is lost when the process dies.
   */
  afterCommit(ctx: RequestContext, action: () => void): void {
    this.following.get(transactionOf(ctx))?.add(action);
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

  /** Throws `unavailable` when the database does not answer. */
  async ping(): Promise<void> {
    await this.read({ requestId: 'health' }, (manager) => manager.query('SELECT 1'));
  }

  private async runUnit<C extends RequestContext, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner();
    try {
      await this.engine.begin(runner);
      const actions = new Set<() => void>();
      this.following.set(runner.manager, actions);
      try {
        const result = await work({ ...ctx, transaction: runner.manager });
        await runner.query('COMMIT');
        for (const action of actions) action();
        return result;
      } catch (error) {
        await rollBack(runner);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  private isRetryable(error: unknown): boolean {
    return error instanceof StaleRead || this.engine.classify(error) === 'retryable';
  }

  private translate(error: unknown): unknown {
    if (error instanceof DomainError) return error;
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

function transactionOf(ctx: RequestContext): EntityManager {
  if (!ctx.transaction) throw new Error('This statement needs an open transaction');
  return ctx.transaction as EntityManager;
}

/** A failed rollback means a lost connection, and with it the transaction is gone too. */
async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('ROLLBACK');
  } catch {
    return;
  }
}
