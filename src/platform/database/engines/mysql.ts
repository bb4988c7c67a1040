import mysql from 'mysql2';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { DataSource, DataSourceOptions, EntityManager, QueryRunner } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import type { DatabaseFault, Engine, FullTextTerm, OpenTransaction, StartProblem, StatementResult } from './engine.js';
import { faultText } from './fault-text.js';
import { CONNECT_TIMEOUT_MS, MysqlConnections } from './mysql-connections.js';
import { lockName, MysqlWatch } from './mysql-watch.js';
import { NumberAllocator } from './number-allocator.js';

const MIGRATION_LOCK_SECONDS = 60;
const MIGRATION = lockName('migrations');

/** Requests that may wait for a connection, per connection of the pool; beyond it they are refused at once. */
const WAITERS_PER_CONNECTION = 25;

/** Of those that it has read a connection keeps so many; the server bounds those of all connections together. */
const STATEMENTS_PER_CONNECTION = 300;
/** Says whether the server is a node of a Galera cluster; MySQL itself knows no such variable. */
const GALERA = "SHOW GLOBAL VARIABLES WHERE Variable_name = 'wsrep_on' AND Value = 'ON'";

class NoGaleraNode extends Error {}

interface Settings {
  readonly poolSize: number;
  readonly readYourWrites: boolean;
}

/** MariaDB and MySQL through mysql2's pool. */
export class MysqlEngine implements Engine {
  readonly locksRows = true;
  private readonly connections: MysqlConnections;
  private readonly watch: MysqlWatch;
  private readonly numbers: NumberAllocator;
  private readonly allocation: mysql.Pool;

  constructor(
    private readonly url: string,
    private readonly settings: Settings,
  ) {
    this.connections = new MysqlConnections(settings);
    // Numbers are taken outside the caller's transaction, so that one open transaction does not make a tenant's other
    // creates wait; on connections of their own, so that they never wait for a pool whose users wait for them.
    this.allocation = this.connections.createPool({
      ...{ uri: url, connectionLimit: 2, queueLimit: 1_000, connectTimeout: CONNECT_TIMEOUT_MS },
    });
    this.numbers = new NumberAllocator((tenantId, counter, count) => this.advance(tenantId, counter, count));
    this.watch = new MysqlWatch(url, {
      silent: () => this.connections.fallSilent(),
      answering: () => this.connections.answerAgain(),
    });
  }

  async reach(): Promise<void> {
    const connection = await createConnection({ uri: this.url, connectTimeout: CONNECT_TIMEOUT_MS });
    try {
      if (!this.settings.readYourWrites) return;
      const [rows] = await connection.query<RowDataPacket[]>(GALERA);
      if (rows.length === 0) throw new NoGaleraNode('DB_READ_YOUR_WRITES needs a Galera cluster');
    } finally {
      await connection.end();
    }
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
      poolSize: this.settings.poolSize,
      connectTimeout: CONNECT_TIMEOUT_MS,
      extra: {
        queueLimit: this.settings.poolSize * WAITERS_PER_CONNECTION,
        maxPreparedStatements: STATEMENTS_PER_CONNECTION,
        enableKeepAlive: true,
      },
      invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    };
  }

  openReader(writer: DataSource): Promise<DataSource> {
    return Promise.resolve(writer);
  }

  async begin(writer: DataSource): Promise<OpenTransaction> {
    const runner = writer.createQueryRunner();
    const connection = (await runner.connect()) as mysql.PoolConnection;
    const run = (statement: string) =>
      new Promise<void>((resolve, reject) => {
        connection.query(statement, (error) => (error ? reject(error) : resolve()));
      });
    try {
      await run('START TRANSACTION');
    } catch (error) {
      await runner.release();
      throw error;
    }
    return {
      manager: runner.manager,
      commit: async () => {
        await run('COMMIT');
        await runner.release();
      },
      rollBack: async (cause) => {
        await run('ROLLBACK').catch(() => undefined);
        await runner.release();
        return cause;
      },
    };
  }

  async execute(manager: EntityManager, sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    const { pool } = manager.connection.driver as MysqlDriver as { readonly pool: mysql.Pool };
    const connection = manager.queryRunner ? ((await manager.queryRunner.connect()) as mysql.PoolConnection) : pool;
    const result = await executed<mysql.RowDataPacket[] | mysql.ResultSetHeader>(connection, sql, parameters);
    return Array.isArray(result) ? { rows: result, affected: 0 } : { rows: [], affected: result.affectedRows };
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
    if (error instanceof NoGaleraNode) {
      return { ...problem('the server is no node of a Galera cluster'), variable: 'DB_READ_YOUR_WRITES' };
    }
    const { code = '' } = error as NodeJS.ErrnoException;
    if (/ER_ACCESS_DENIED|ER_DBACCESS_DENIED/.test(code)) return problem('user or password are refused');
    if (code === 'ER_BAD_DB_ERROR') return problem('there is no such database on the server');
    if (this.classify(error) !== 'unavailable') return null;
    return { ...problem(`the server does not answer (${code})`), mayPass: true };
  }

  async weakSettings(manager: EntityManager): Promise<readonly string[]> {
    const [row] = await manager.query<{ flush: number }[]>('SELECT @@innodb_flush_log_at_trx_commit AS flush');
    const isGalera = (await manager.query<unknown[]>(GALERA)).length > 0;
    return [
      ...(Number(row?.flush) === 1
        ? []
        : ['innodb_flush_log_at_trx_commit is not 1: a crash of the database can lose acknowledged writes']),
      ...(isGalera && !this.settings.readYourWrites
        ? ['DB_READ_YOUR_WRITES is off on a Galera cluster: another node may not show an acknowledged write at once']
        : []),
    ];
  }

  classify(error: unknown): DatabaseFault {
    const text = faultText(error);
    if (/ER_DUP_ENTRY/.test(text)) return 'duplicate';
    if (/ER_NO_REFERENCED_ROW|ER_ROW_IS_REFERENCED/.test(text)) return 'reference';
    if (/ER_LOCK_DEADLOCK|ER_LOCK_WAIT_TIMEOUT|ER_CHECKREAD|ER_NEED_REPREPARE/.test(text)) return 'retryable';
    if (/ER_DISK_FULL|ER_RECORD_FILE_FULL|No space left/.test(text)) return 'storage-full';
    if (UNAVAILABLE.test(text)) return 'unavailable';
    return 'other';
  }

  byIndex(table: string, index: string): string {
    return `${table} FORCE INDEX (${index})`;
  }

  hasAll(_table: string, alias: string, name: string, groups: readonly (readonly FullTextTerm[])[]) {
    const condition = `MATCH (${alias}.text) AGAINST (:${name} IN BOOLEAN MODE)`;
    const written = groups.map((terms) => {
      const words = terms.map(({ text, beginsWith }) => `${text}${beginsWith ? '*' : ''}`);
      return words.length === 1 ? words[0] : `(+${words.join(' +')})`;
    });
    return { condition, value: written.join(' ') };
  }

  async close(): Promise<void> {
    await this.watch.stop();
    await this.allocation.promise().end();
  }

  /** Moves the counter by `count` and returns its new value, in one statement that commits by itself. */
  private async advance(tenantId: number, counter: string, count: number): Promise<number> {
    const { insertId } = await executed<mysql.ResultSetHeader>(
      this.allocation,
      `INSERT INTO counters (tenant_id, name, value) VALUES (?, ?, LAST_INSERT_ID(?))
       ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + ?)`,
      [tenantId, counter, count, count],
    );
    return insertId;
  }
}

/** What a prepared statement answers. mysql2's own promises record a stack for each statement, which takes its time. */
function executed<Result extends mysql.QueryResult>(
  connection: mysql.Pool | mysql.PoolConnection,
  sql: string,
  parameters: readonly unknown[],
): Promise<Result> {
  return new Promise((resolve, reject) => {
    connection.execute<Result>(sql, parameters as mysql.ExecuteValues, (error, result) => {
      if (error) reject(error);
      else resolve(result);
    });
  });
}

const problem = (text: string) => ({ variable: 'DB_URL', text, mayPass: false });

/**
 * Refused, cut, shutting down, too many connections, too slow, read-only, or a cluster node without quorum (1047), which
 * it may lose while it commits (1180).
 */
const UNAVAILABLE =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENOTFOUND|PROTOCOL_CONNECTION_LOST|PROTOCOL_SEQUENCE_TIMEOUT|PROTOCOL_ENQUEUE_AFTER|ER_CON_COUNT_ERROR|ER_SERVER_SHUTDOWN|ER_UNKNOWN_COM_ERROR|ER_CONNECTION_KILLED|ER_OPTION_PREVENTS_STATEMENT|WSREP|wsrep|ER_ERROR_DURING_COMMIT|ER_NET_|ER_HANDSHAKE_ERROR|ABORTING_CONNECTION|ER_READ_ONLY_MODE|POOL_ACQUIRE_TIMEOUT|EAI_AGAIN|ER_QUERY_TIMEOUT|ER_QUERY_INTERRUPTED|Query execution was interrupted|Connection was killed|ER_SERVER_ISNT_AVAILABLE|Queue limit reached|Pool is closed|closed state/;
