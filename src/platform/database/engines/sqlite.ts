import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type DataSourceOptions, type EntityManager, type QueryRunner } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { PRIMARY_KEY } from './engine.js';
import type { DatabaseFault, Engine, FullTextTerm, OpenTransaction, StartProblem, StatementResult } from './engine.js';
import { GroupCommit, TransactionLost } from './group-commit.js';
import { SqliteDriver } from './sqlite-driver.js';
import { faultText } from './fault-text.js';

/** How long another process (a second server, the CLI) may hold the file before we give up. */
const BUSY_PATIENCE_MS = 5_000;
const BUSY_STEP_MS = 10;

/**
 * SQLite in WAL mode. TypeORM keeps one connection a data source, so two transactions at once would become one: writes
 * go one after the other (`GroupCommit`), and reads outside a transaction use a second connection, where they see
 * committed rows only.
 */
export class SqliteEngine implements Engine {
  readonly locksRows = false;
  private writes: GroupCommit | null = null;
  private reader: DataSource | null = null;

  private readonly path: string;
  /** Which variable says where the file is. */
  private readonly variable: string;

  constructor(file: { readonly path: string; readonly variable: string }) {
    this.path = file.path;
    this.variable = file.variable;
  }

  async reach(): Promise<void> {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    // Ours alone to read; SQLite gives the files beside it the same mode.
    closeSync(openSync(this.path, 'a', 0o600));
    const file = new SqliteDriver(this.path, {});
    file.pragma('schema_version');
    file.close();
    return Promise.resolve();
  }

  options(): DataSourceOptions {
    return this.connectionOptions(false);
  }

  async openReader(writer: DataSource): Promise<DataSource> {
    const entities = writer.options.entities;
    this.reader = new DataSource({ ...this.connectionOptions(true), ...(entities && { entities }) });
    return this.reader.initialize();
  }

  async begin(writer: DataSource): Promise<OpenTransaction> {
    const connection = connectionOf(writer);
    this.writes ??= new GroupCommit({
      begin: () => beginImmediately(connection),
      run: (statement) => void connection.execute(statement, []),
    });
    return { manager: writer.manager, ...(await this.writes.begin()) };
  }

  execute(manager: EntityManager, sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    return new Promise((resolve) => resolve(connectionOf(manager.connection).execute(sql, parameters)));
  }

  async nextNumber(manager: EntityManager, tenantId: number, counter: string): Promise<number> {
    const rows = await manager.query<{ value: number }[]>(
      `INSERT INTO counters (tenant_id, name, value) VALUES (?, ?, 1)
       ON CONFLICT (tenant_id, name) DO UPDATE SET value = value + 1 RETURNING value`,
      [tenantId, counter],
    );
    return rows[0]!.value;
  }

  /** DDL is transactional here: a crash halfway leaves the old schema. */
  async whileMigrating<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
    await beginImmediately(connectionOf(runner.connection));
    try {
      const result = await work();
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      await runner.query('ROLLBACK');
      throw error;
    }
  }

  /** No statement needs a limit: it runs in this very thread, so nothing could end it, and is bounded by what it asks. */
  open(): Promise<void> {
    return Promise.resolve();
  }

  /** One process serves a file. */
  stand(onLead: (leads: boolean) => void): void {
    onLead(true);
  }

  startProblem(error: unknown): StartProblem {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    const isOfFile =
      syscall !== undefined || /not a database|unable to open|readonly|full|I\/O/i.test(faultText(error));
    if (!isOfFile) return null;
    const text = `the database file cannot be used${syscall === undefined ? '' : ` (${code})`}`;
    return { variable: this.variable, text, mayPass: false };
  }

  /** We set `synchronous` ourselves on every connection, so nothing outside can weaken it. */
  weakSettings(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  classify(error: unknown): DatabaseFault {
    return faultOf(error);
  }

  byIndex(table: string, index: string): string {
    const name = index === PRIMARY_KEY ? `sqlite_autoindex_${/\w+/.exec(table)![0]}_1` : index;
    return `${table} INDEXED BY ${name}`;
  }

  hasAll(table: string, alias: string, name: string, groups: readonly (readonly FullTextTerm[])[]) {
    const condition = `${alias}.document_id IN (SELECT rowid FROM ${table}_index WHERE ${table}_index MATCH :${name})`;
    const written = groups.map(
      (terms) => `(${terms.map(({ text, beginsWith }) => `"${text}"${beginsWith ? '*' : ''}`).join(' AND ')})`,
    );
    return { condition, value: written.join(' OR ') };
  }

  async close(): Promise<void> {
    await this.reader?.destroy();
  }

  private connectionOptions(readonly: boolean): DataSourceOptions {
    return {
      type: 'better-sqlite3',
      driver: SqliteDriver,
      database: this.path,
      readonly,
      // A commit by another process holds the file for a moment only; longer waits are those of `beginImmediately`.
      timeout: 20,
      prepareDatabase: (connection: SqliteDriver) => {
        if (!readonly) connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = FULL');
        connection.pragma('cache_size = -16000');
      },
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    };
  }
}

function connectionOf({ driver }: DataSource): SqliteDriver {
  return (driver as BetterSqlite3Driver as { readonly databaseConnection: SqliteDriver }).databaseConnection;
}

/** Waits for another process without blocking the event loop, which SQLite's own busy timeout would do. */
async function beginImmediately(connection: SqliteDriver): Promise<void> {
  for (let waited = 0; ; waited += BUSY_STEP_MS) {
    try {
      connection.execute('BEGIN IMMEDIATE', []);
      return;
    } catch (error) {
      if (waited >= BUSY_PATIENCE_MS || faultOf(error) !== 'retryable') throw error;
      await sleep(BUSY_STEP_MS);
    }
  }
}

function faultOf(error: unknown): DatabaseFault {
  if (error instanceof TransactionLost) return faultOfLost(error);
  const text = faultText(error);
  if (/UNIQUE constraint failed|PRIMARY KEY/i.test(text)) return 'duplicate';
  if (/FOREIGN KEY constraint failed/i.test(text)) return 'reference';
  if (/database is locked|SQLITE_BUSY/i.test(text)) return 'retryable';
  if (/database or disk is full|SQLITE_FULL/i.test(text)) return 'storage-full';
  if (/disk I\/O error|unable to open database|readonly database|database is not open/i.test(text))
    return 'unavailable';
  return 'other';
}

/** What was wrong with a statement of one unit is none of the others' business: they may be run again. */
function faultOfLost({ cause }: TransactionLost): DatabaseFault {
  const fault = faultOf(cause);
  return fault === 'storage-full' || fault === 'unavailable' ? fault : 'retryable';
}
