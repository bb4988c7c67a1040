import mysql from 'mysql2';
import { createConnection, type Pool, type ResultSetHeader } from 'mysql2/promise';
import type { DataSource, DataSourceOptions, EntityManager, QueryRunner } from 'typeorm';
import type { DatabaseFault, Engine, FullTextTerm, StartProblem } from './engine.js';
import { faultText } from './fault-text.js';
import { CONNECT_TIMEOUT_MS, MysqlConnections } from './mysql-connections.js';
import { lockName, MysqlWatch } from './mysql-watch.js';
import { NumberAllocator } from './number-allocator.js';

const MIGRATION_LOCK_SECONDS = 60;
const MIGRATION = lockName('migrations');

/** Requests that may wait for a connection, per connection of the pool; beyond it they are refused at once. */
const WAITERS_PER_CONNECTION = 25;

/** MariaDB and MySQL through mysql2's pool. */
export class MysqlEngine implements Engine {
  readonly locksRows = true;
  private readonly connections = new MysqlConnections();
  private readonly watch: MysqlWatch;
  private readonly numbers: NumberAllocator;
  private readonly allocation: Pool;

  constructor(
    private readonly url: string,
    private readonly poolSize: number,
  ) {
    // Numbers are taken outside the caller's transaction, so that one open transaction does not make a tenant's other
    // creates wait; on connections of their own, so that they never wait for a pool whose users wait for them.
    this.allocation = this.connections
      .createPool({ uri: url, connectionLimit: 2, queueLimit: 1_000, connectTimeout: CONNECT_TIMEOUT_MS })
      .promise();
    this.numbers = new NumberAllocator((tenantId, counter, count) => this.advance(tenantId, counter, count));
    this.watch = new MysqlWatch(url, {
      silent: () => this.connections.fallSilent(),
      answering: () => this.connections.answerAgain(),
    });
  }

  async reach(): Promise<void> {
    const connection = await createConnection({ uri: this.url, connectTimeout: CONNECT_TIMEOUT_MS });
    await connection.end();
  }

  options(): DataSourceOptions {
    return {
      type: 'mysql',
      driver: { ...mysql, createPool: this.connections.createPool },
      url: this.url,
      charset: 'utf8mb4',
      timezone: 'Z',
      // Numbers as numbers: none of ours leaves the range of safe integers.
      bigNumberStrings: false,
      poolSize: this.poolSize,
      connectTimeout: CONNECT_TIMEOUT_MS,
      extra: { queueLimit: this.poolSize * WAITERS_PER_CONNECTION, enableKeepAlive: true },
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    };
  }

  openReader(writer: DataSource): Promise<DataSource> {
    return Promise.resolve(writer);
  }

  turnToWrite(): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }

  async begin(runner: QueryRunner): Promise<void> {
    await runner.query('START TRANSACTION');
  }

  nextNumber(_manager: EntityManager, tenantId: number, counter: string): Promise<number> {
    return this.numbers.next(tenantId, counter);
  }

  /** DDL commits by itself here, so each migration step can be run again; the lock keeps others out meanwhile. */
  async whileMigrating<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
    const [row] = (await runner.query(`SELECT GET_LOCK(${MIGRATION}, ?) AS locked`, [MIGRATION_LOCK_SECONDS])) as {
      locked: number | null;
    }[];
    if (Number(row?.locked) !== 1) throw new Error('Another process has been migrating the schema for too long');
    try {
      return await work();
    } finally {
      await runner.query(`DO RELEASE_LOCK(${MIGRATION})`);
    }
  }

  /** What is asked for from now on is bounded, by the server and by whether it answers at all. */
  async open(): Promise<void> {
    await this.connections.limitStatements();
    this.watch.start();
  }

  stand(onLead: (leads: boolean) => void): void {
    this.watch.stand(onLead);
  }

  startProblem(error: unknown): StartProblem {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (/ER_ACCESS_DENIED|ER_DBACCESS_DENIED/.test(code)) return problem('user or password are refused');
    if (code === 'ER_BAD_DB_ERROR') return problem('there is no such database on the server');
    if (this.classify(error) !== 'unavailable') return null;
    return { ...problem(`the server does not answer (${code})`), mayPass: true };
  }

  async weakSettings(manager: EntityManager): Promise<readonly string[]> {
    const rows = await manager.query<{ flush: number }[]>('SELECT @@innodb_flush_log_at_trx_commit AS flush');
    return Number(rows[0]?.flush) === 1
      ? []
      : ['innodb_flush_log_at_trx_commit is not 1: a crash of the database can lose acknowledged writes'];
  }

  classify(error: unknown): DatabaseFault {
    const text = faultText(error);
    if (/ER_DUP_ENTRY/.test(text)) return 'duplicate';
    if (/ER_NO_REFERENCED_ROW|ER_ROW_IS_REFERENCED/.test(text)) return 'reference';
    if (/ER_LOCK_DEADLOCK|ER_LOCK_WAIT_TIMEOUT|ER_CHECKREAD/.test(text)) return 'retryable';
    if (/ER_DISK_FULL|ER_RECORD_FILE_FULL|No space left/.test(text)) return 'storage-full';
    if (UNAVAILABLE.test(text)) return 'unavailable';
    return 'other';
  }

  hasAny(_table: string, alias: string, name: string, terms: readonly FullTextTerm[]) {
    const condition = `MATCH (${alias}.text) AGAINST (:${name} IN BOOLEAN MODE)`;
    return { condition, value: terms.map(({ text, beginsWith }) => `${text}${beginsWith ? '*' : ''}`).join(' ') };
  }

  async close(): Promise<void> {
    await this.watch.stop();
    await this.allocation.end();
  }

  /** Moves the counter by `count` and returns its new value, in one statement that commits by itself. */
  private async advance(tenantId: number, counter: string, count: number): Promise<number> {
    const [result] = await this.allocation.query<ResultSetHeader>(
      `INSERT INTO counters (tenant_id, name, value) VALUES (?, ?, LAST_INSERT_ID(?))
       ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + ?)`,
      [tenantId, counter, count, count],
    );
    return result.insertId;
  }
}

const problem = (text: string) => ({ variable: 'DB_URL', text, mayPass: false });

/** Refused, cut, shutting down, too many connections, too slow, read-only, or a cluster node without quorum (1047). */
const UNAVAILABLE =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENOTFOUND|PROTOCOL_CONNECTION_LOST|PROTOCOL_SEQUENCE_TIMEOUT|PROTOCOL_ENQUEUE_AFTER|ER_CON_COUNT_ERROR|ER_SERVER_SHUTDOWN|ER_UNKNOWN_COM_ERROR|ER_CONNECTION_KILLED|ER_OPTION_PREVENTS_STATEMENT|WSREP|POOL_ACQUIRE_TIMEOUT|EAI_AGAIN|ER_QUERY_TIMEOUT|ER_QUERY_INTERRUPTED|Query execution was interrupted|Connection was killed|ER_SERVER_ISNT_AVAILABLE|Queue limit reached|Pool is closed|closed state/;
