import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';
import type { Engine } from './engines/index.js';

/** A transaction that begins when the first unit needs it and lasts until it is ended. */
export class UnitOfWork {
  private beginning: Promise<EntityManager> | undefined;
  private runner: QueryRunner | undefined;
  private giveTurn: (() => void) | undefined;
  private readonly following = new Set<() => void>();

  constructor(
    private readonly writer: DataSource,
    private readonly engine: Engine,
  ) {}

  /** Whether it holds a connection, or waits for one. */
  get hasBegun(): boolean {
    return this.beginning !== undefined;
  }

  /** Begins it, once, and gives what its statements go through. */
  begin(): Promise<EntityManager> {
    return (this.beginning ??= this.open());
  }

  /** Does `action` after the commit: once, however often it is asked for, and never when there is none. */
  follow(action: () => void): void {
    this.following.add(action);
  }

  async commit(): Promise<void> {
    await this.runner?.query('COMMIT');
    await this.end();
    for (const action of this.following) action();
  }

  /** A failed rollback means a lost connection, and with it the transaction is gone too. */
  async rollBack(): Promise<void> {
    await this.beginning?.catch(() => undefined);
    await this.runner?.query('ROLLBACK').catch(() => undefined);
    await this.end();
  }

  private async open(): Promise<EntityManager> {
    this.giveTurn = await this.engine.turnToWrite();
    this.runner = this.writer.createQueryRunner();
    await this.engine.begin(this.runner);
    return this.runner.manager;
  }

  private async end(): Promise<void> {
    const { runner, giveTurn } = this;
    [this.runner, this.giveTurn] = [undefined, undefined];
    try {
      await runner?.release();
    } finally {
      giveTurn?.();
    }
  }
}

/** The unit that the context carries, begun or not; undefined outside one. */
export function unitOf({ transaction }: RequestContext): UnitOfWork | undefined {
  return transaction as UnitOfWork | undefined;
}
