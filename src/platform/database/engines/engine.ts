import type { DataSource, DataSourceOptions, EntityManager, QueryRunner } from 'typeorm';

/** The column types and clauses in which the engines' SQL differ; migrations are written with them. */
export interface SqlWords {
  /** A generated, ever-growing primary key. */
  readonly serial: string;
  readonly instant: string;
  /** Text of up to `length` characters that may be part of an index. */
  short(length: number): string;
  /** Text of any length. */
  readonly long: string;
  readonly tableOptions: string;
  /** Text of any length of words that a full-text index takes as they are. */
  readonly words: string;
  /** The keys of a table with a full-text index, behind its columns: its own key, and what the index numbers the rows by. */
  fullTextKeys(columns: string): string;
  /** Statements that make the full-text index of a table with those keys and `text`, where it is not there yet. */
  fullTextIndex(table: string): readonly string[];
  dropFullTextIndex(table: string): readonly string[];
  /** Statements that drop indexes of a table by name and add others, with their columns; a name may be in both. */
  changeIndexes(
    table: string,
    dropped: readonly string[],
    added: readonly (readonly [name: string, columns: string])[],
  ): readonly string[];
}

/** What the primary key is called among the indexes of a table. */
export const PRIMARY_KEY = 'PRIMARY';

/** A word, or the beginning of one, that a full-text index is asked for. Only letters, digits and `_`. */
export interface FullTextTerm {
  readonly text: string;
  readonly beginsWith: boolean;
}

/** What went wrong, in the terms in which the layers above may react to it. */
export type DatabaseFault =
  /** Deadlock, lock timeout or a lost race: the whole unit may be run again. */
  | 'retryable'
  /** A value that had to be unique was not. */
  | 'duplicate'
  /** A row that is referred to is missing, or one that others refer to would go. */
  | 'reference'
  /** Down, unreachable, without quorum, or out of connections. */
  | 'unavailable'
  | 'storage-full'
  | 'other';

/** A variable that is to blame for a failed start, and why, without its value; null when none is. */
export type StartProblem = {
  readonly variable: string;
  readonly text: string;
  /** Whether waiting may help. */
  readonly mayPass: boolean;
} | null;

/** What a statement gave: the rows of a query, or how many rows a change has met. */
export interface StatementResult {
  readonly rows: readonly unknown[];
  readonly affected: number;
}

/** A transaction that writes, to be ended once. */
export interface OpenTransaction {
  /** What its statements go through. */
  readonly manager: EntityManager;
  /** Resolves once what was written is there for good. After a failure it is still to be rolled back. */
  commit(): Promise<void>;
  /**
   * Takes back what was written; `cause` is why. Gives what it has failed of: that, or why others failed on whose writes it
   * may be founded. A failed rollback means a lost connection, and with it all is gone too.
   */
  rollBack(cause: unknown): Promise<unknown>;
}

/** A database product. Everything that only one of them needs is behind this interface. */
export interface Engine {
  /** Whether a read inside a transaction must lock its rows to keep them as they are; not where writers queue. */
  readonly locksRows: boolean;
  /** Throws when the database cannot be connected to now. */
  reach(): Promise<void>;
  /** Options of the data source that writes. */
  options(): DataSourceOptions;
  /** The data source for reads outside a transaction; the writer itself where connections are pooled. */
  openReader(writer: DataSource): Promise<DataSource>;
  /** Begins a transaction that may write: at once, or when it is its turn where only one may. */
  begin(writer: DataSource): Promise<OpenTransaction>;
  /**
   * Runs a statement whose text comes again and again: the database keeps it read and planned, and nothing lies between
   * it and the driver. In the transaction of `manager` if it has one.
   */
  execute(manager: EntityManager, sql: string, parameters: readonly unknown[]): Promise<StatementResult>;
  /** The next value of a tenant's counter. May leave gaps, never repeats. `manager` is the open transaction's. */
  nextNumber(manager: EntityManager, tenantId: number, counter: string): Promise<number>;
  /** Runs `work` while no other process can change the schema. */
  whileMigrating<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T>;
  /** Called once the schema is right, before the first request. */
  open(): Promise<void>;
  /** From now on this process may be the one that leads; tells each time it begins and ceases to. */
  stand(onLead: (leads: boolean) => void): void;
  /** What the person who starts the service can do about this failure. */
  startProblem(error: unknown): StartProblem;
  /** Settings under which an acknowledged write could be lost or not be seen, each as a sentence. */
  weakSettings(manager: EntityManager): Promise<readonly string[]>;
  classify(error: unknown): DatabaseFault;
  /** A table as a query names it that is to be read by this index, or by `PRIMARY_KEY`, whatever the planner thinks. */
  byIndex(table: string, index: string): string;
  /**
   * The condition that a row of `table`, named `alias`, has all terms of one of the groups; `value` is for its parameter
   * `name`.
   */
  hasAll(
    table: string,
    alias: string,
    name: string,
    groups: readonly (readonly FullTextTerm[])[],
  ): { readonly condition: string; readonly value: string };
  close(): Promise<void>;
}
