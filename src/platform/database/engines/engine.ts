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
  /** What a full-text index numbers the rows by. */
  readonly fullTextId: string;
  /** Statements that make the full-text index of a table with `FTS_DOC_ID` and `text`, where it is not there yet. */
  fullTextIndex(table: string): readonly string[];
  dropFullTextIndex(table: string): readonly string[];
}

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
  /** Waits until a transaction that writes may begin: one after the other, or at once. Gives what ends the turn. */
  turnToWrite(): Promise<() => void>;
  /** Opens a transaction that may write; waits a moment for another process where only one may. */
  begin(runner: QueryRunner): Promise<void>;
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
  /** Settings of the server under which an acknowledged write could be lost, each as a sentence. */
  weakSettings(manager: EntityManager): Promise<readonly string[]>;
  classify(error: unknown): DatabaseFault;
  /** The condition that a row of `table`, named `alias`, has any of the terms; `value` is for its parameter `name`. */
  hasAny(
    table: string,
    alias: string,
    name: string,
    terms: readonly FullTextTerm[],
  ): { readonly condition: string; readonly value: string };
  close(): Promise<void>;
}
