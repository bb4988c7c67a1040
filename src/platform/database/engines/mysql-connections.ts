import type { Socket } from 'node:net';
import mysql from 'mysql2';

/** How long a statement may wait for a row that another transaction holds. */
const LOCK_WAIT_SECONDS = 5;

/** How long the server may work at one statement; the schema's migrations are not bound by it. */
const STATEMENT_SECONDS = 10;

/** How long a query may wait for a connection. */
const ACQUIRE_TIMEOUT_MS = 3_000;

export const CONNECT_TIMEOUT_MS = 2_000;

/**
 * Said on every new connection. READ COMMITTED: a change is decided on the row it has locked, so snapshots would only
 * add gap locks and with them deadlocks. The rest makes both products refuse what they would otherwise mend silently.
 */
const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}, time_zone = '+00:00', sql_mode = '${[
    ...['STRICT_TRANS_TABLES', 'NO_ZERO_DATE', 'NO_ZERO_IN_DATE', 'ERROR_FOR_DIVISION_BY_ZERO'],
    'NO_ENGINE_SUBSTITUTION',
  ].join(',')}'`,
];

/**
 * Makes a Galera node wait, before a read or a transaction, until it has applied whatever the cluster had committed by
 * then. Statements inside a transaction do not wait again; of two changes of one row the later one fails at its commit.
 */
const SYNC_WAIT = 'SET SESSION wsrep_sync_wait = 1';

/** MariaDB reads the first comment only and MySQL, which bounds no more than its SELECTs, only the second. */
const LIMIT_STATEMENTS = `SET SESSION innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}
  /*M!100101 , max_statement_time = ${STATEMENT_SECONDS} */
  /*!50708 , max_execution_time = ${STATEMENT_SECONDS * 1_000} */`;

interface Wishes {
  readonly readYourWrites: boolean;
}

/** What is said on a new connection before anything else. */
export function sessionOf({ readYourWrites }: Wishes): readonly string[] {
  return readYourWrites ? [...SESSION, SYNC_WAIT] : SESSION;
}

/**
 * The pooled connections of a process: each is prepared before its first use, none is waited for without end, and all
 * are cut when the server has fallen silent, which TCP alone would notice after minutes.
 */
export class MysqlConnections {
  private readonly open = new Set<mysql.Connection>();
  private session: readonly string[];
  private silent = false;

  constructor(wishes: Wishes) {
    this.session = sessionOf(wishes);
  }

  /** mysql2's pool; a connection that cannot be prepared is not used. */
  readonly createPool = (options: mysql.PoolOptions): mysql.Pool => {
    const pool = mysql.createPool(options);
    this.boundWaiting(pool);
    pool.on('connection', (connection) => {
      this.open.add(connection);
      connection.once('end', () => this.open.delete(connection)).once('error', () => this.open.delete(connection));
      for (const statement of this.session) {
        connection.query(statement, (error) => {
          if (error) connection.destroy();
        });
      }
    });
    return pool;
  };

  /** From now on no statement may take long. */
  async limitStatements(): Promise<void> {
    this.session = [...this.session, LIMIT_STATEMENTS];
    await Promise.all([...this.open].map((connection) => connection.promise().query(LIMIT_STATEMENTS)));
  }

  /** Fails what is under way, and refuses all else until the server answers again. */
  fallSilent(): void {
    this.silent = true;
    for (const connection of this.open) {
      // What waits for an answer learns of it only when the socket itself fails.
      (connection as unknown as { readonly stream: Socket }).stream.destroy(silence());
    }
    this.open.clear();
  }

  answerAgain(): void {
    this.silent = false;
  }

  /** mysql2 lets callers wait for a connection without end. Who came too late gives the connection back. */
  private boundWaiting(pool: mysql.Pool): void {
    const getConnection = pool.getConnection.bind(pool);
    pool.getConnection = (done) => {
      if (this.silent) {
        process.nextTick(done, silence(), undefined);
        return;
      }
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
}

function silence(): NodeJS.ErrnoException {
  return Object.assign(new Error('The database server does not answer'), { code: 'ETIMEDOUT' });
}
