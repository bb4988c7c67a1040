/** The database has ended the transaction of a group because of what happened in one of its units. */
export class TransactionLost extends Error {
  constructor(cause: unknown) {
    super('The database has ended the transaction', { cause });
  }
}

/** The one connection that writes. */
export interface Connection {
  /** Opens the transaction in which the units of a group happen. */
  readonly begin: () => Promise<void>;
  readonly run: (statement: string) => void;
}

interface Group {
  /** Settles when the units of the group are there for good; rejects when none of them is. */
  readonly committed: Promise<void>;
  readonly settle: () => void;
  readonly fail: (error: unknown) => void;
}

/** A unit that has begun. The other units wait for its end. */
export interface Unit {
  /** Resolves once the unit is there for good. After a failure it is still to be rolled back. */
  commit(): Promise<void>;
  /** Takes back what the unit did; `cause` is why. Gives what it has failed of: that, or what its whole group has. */
  rollBack(cause: unknown): Promise<unknown>;
}

/**
 * Units that write one after the other, each whole or not at all, and are made durable together: waiting for the disk is
 * most of what a small write costs. Those that have come in one turn of the event loop are a group and share a commit,
 * which each of them waits for, so that nothing is acknowledged before it is there for good.
 */
export class GroupCommit {
  private tail: Promise<void> = Promise.resolve();
  private group: Group | null = null;

  constructor(private readonly connection: Connection) {}

  /** Begins a unit when it is its turn. */
  async begin(): Promise<Unit> {
    const endTurn = await this.turn();
    try {
      const group = (this.group ??= await this.open());
      this.connection.run('SAVEPOINT unit');
      let isOpen = true;
      const close = () => {
        isOpen = false;
        endTurn();
      };
      return {
        commit: async () => {
          this.connection.run('RELEASE unit');
          close();
          await group.committed;
        },
        rollBack: async (cause) => {
          if (isOpen) this.undo(group, cause);
          close();
          // What this unit has met may be of another of the group: only now it is there for who reads on, or never was.
          return group.committed.then(
            () => cause,
            (failure: unknown) => failure,
          );
        },
      };
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  private async open(): Promise<Group> {
    await this.connection.begin();
    const group = newGroup();
    setImmediate(() => void this.finish(group));
    return group;
  }

  /** Commits a group, behind the units that wait already. */
  private async finish(group: Group): Promise<void> {
    const endTurn = await this.turn();
    if (this.group === group) {
      try {
        this.connection.run('COMMIT');
        this.group = null;
        group.settle();
      } catch (error) {
        this.giveUp(group, error);
      }
    }
    endTurn();
  }

  private undo(group: Group, cause: unknown): void {
    try {
      this.connection.run('ROLLBACK TO unit');
      this.connection.run('RELEASE unit');
    } catch {
      // A full disk or one that fails ends the whole transaction.
      this.giveUp(group, new TransactionLost(cause));
    }
  }

  private giveUp(group: Group, error: unknown): void {
    this.group = null;
    try {
      this.connection.run('ROLLBACK');
    } catch {
      // There is no transaction any more.
    }
    group.fail(error);
  }

  /** Waits for those who came before. Gives what ends the turn. */
  private async turn(): Promise<() => void> {
    const { tail } = this;
    let end = () => {};
    this.tail = new Promise((resolve) => (end = resolve));
    await tail;
    return end;
  }
}

function newGroup(): Group {
  let settle = () => {};
  let fail: (error: unknown) => void = () => {};
  const committed = new Promise<void>((resolve, reject) => ([settle, fail] = [resolve, reject]));
  // A group may have no unit left that waits for it.
  committed.catch(() => undefined);
  return { committed, settle, fail };
}
