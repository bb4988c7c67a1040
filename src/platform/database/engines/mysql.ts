import mysql from 'mysql2';
import type { Pool, ResultSetHeader } from 'mysql2/promise';
import type { DataSource, DataSourceOptions, EntityManager, QueryRunner } from 'typeorm';
import type { DatabaseFault, Engine } from './engine.js';
import { faultText } from './fault-text.js';
import { NumberAllocator } from './number-allocator.js';

const LOCK_WAIT_SECONDS = 5;
const MIGRATION_LOCK_SECONDS = 60;
const CONNECT_TIMEOUT_MS = 2_000;

/** Requests that may wait for a connection, per connection of the pool; beyond it they are refused at once. */
const WAITERS_PER_CONNECTION = 25;

/**
 * Said on every new connection. READ COMMITTED: a change is decided on the row it has locked, so snapshots would only
 * add gap locks and with them deadlocks. The rest makes both products refuse what they would otherwise mend silently.
 */
/** How long a query may wait for a connection. */
const ACQUIRE_TIMEOUT_MS = 3_000;

const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}, time_zone = '+00:00', sql_mode = '${[
    ...['STRICT_TRANS_TABLES', 'NO_ZERO_DATE', 'NO_ZERO_IN_DATE', 'ERROR_FOR_DIVISION_BY_ZERO'],
    'NO_ENGINE_SUBSTITUTION',
  ].join(',')}'`,
];

/** mysql2's pool, each connection prepared before its first use; one that cannot be prepared is not used. */
function createPreparedPool(options: mysql.PoolOptions): mysql.Pool {
  const pool = mysql.createPool(options);
  boundWaiting(pool);
  pool.on('connection', (connection) => {
    for (const statement of SESSION) {
      connection.query(statement, (error) => {
        if (error) connection.destroy();
      });
    }
  });
  return pool;
}

/** mysql2 lets callers wait for a connection without end. Who came too late gives the connection back. */
function boundWaiting(pool: mysql.Pool): void {
  const getConnection = pool.getConnection.bind(pool);
  pool.getConnection = (done) => {
    let waiting = true;
    const timer = setTimeout(() => {
      waiting = false;
      const error = Object.assign(new Error('No connection became free in time'), { code: 'POOL_ACQUIRE_TIMEOUT' });
      done(error, undefined as never);
    }, ACQUIRE_TIMEOUT_MS);
    getConnection((error, connection) => {
      clearTimeout(timer);
      if (waiting) done(error, connection);
      else if (!error) connection.release();
    });
  };
}

/** MariaDB and MySQL through mysql2's pool. */
export class MysqlEngine implements Engine {
  readonly locksRows = true;
  private readonly numbers: NumberAllocator;
  private readonly allocation: Pool;

  constructor(
    private readonly url: string,
    private readonly poolSize: number,
  ) {
    // Numbers are taken outside the caller's transaction, so that one open transaction does not make a tenant's other
    // creates wait; on connections of their own, so that they never wait for a pool whose users wait for them.
    this.allocation = createPreparedPool({
      uri: url,
      connectionLimit: 2,
      queueLimit: 1_000,
      connectTimeout: CONNECT_TIMEOUT_MS,
    }).promise();
    this.numbers = new NumberAllocator((tenantId, counter, count) => this.advance(tenantId, counter, count));
  }

  options(): DataSourceOptions {
    return {
      type: 'mysql',
      driver: { ...mysql, createPool: createPreparedPool },
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
    const name = 'polydesk_migrations';
    const [row] = (await runner.query('SELECT GET_LOCK(?, ?) AS locked', [name, MIGRATION_LOCK_SECONDS])) as {
      locked: number | null;
    }[];
    if (Number(row?.locked) !== 1) throw new Error('Another process has been migrating the schema for too long');
    try {
      return await work();
    } finally {
      await runner.query('DO RELEASE_LOCK(?)', [name]);
    }
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

  async close(): Promise<void> {
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

/** Refused, cut, shutting down, too many connections, read-only, or a cluster node without quorum (1047). */
const UNAVAILABLE =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENOTFOUND|PROTOCOL_CONNECTION_LOST|PROTOCOL_SEQUENCE_TIMEOUT|PROTOCOL_ENQUEUE_AFTER|ER_CON_COUNT_ERROR|ER_SERVER_SHUTDOWN|ER_UNKNOWN_COM_ERROR|ER_CONNECTION_KILLED|ER_OPTION_PREVENTS_STATEMENT|WSREP|POOL_ACQUIRE_TIMEOUT|Queue limit reached|Pool is closed|closed state/;
