import type { DataSource, EntityManager } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';
import type { Engine, OpenTransaction } from './engines/index.js';

/** A transaction that begins when the first unit needs it and lasts until it is ended. */
export class UnitOfWork {
  private beginning: Promise<OpenTransaction> | undefined;
  private isCommitted = false;
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
  async begin(): Promise<EntityManager> {
    const { manager } = await (this.beginning ??= this.engine.begin(this.writer));
    return manager;
  }

  /** Does `action` after the commit: once, however often it is asked for, and never when there is none. */
  follow(action: () => void): void {
    this.following.add(action);
  }

  async commit(): Promise<void> {
    const open = await this.beginning;
    await open?.commit();
    this.isCommitted = true;
    for (const action of this.following) action();
  }

  /** Takes back what was written, unless it is committed; `cause` is why. Gives what the unit has failed of. */
  async rollBack(cause: unknown): Promise<unknown> {
    const open = await this.beginning?.catch(() => undefined);
    return open && !this.isCommitted ? open.rollBack(cause) : cause;
  }
}

/** The unit that the context carries, begun or not; undefined outside one. */
export function unitOf({ transaction }: RequestContext): UnitOfWork | undefined {
  return transaction as UnitOfWork | undefined;
}
