/** The bare drivers, as a careful person would use them: prepared statements, and one transaction after the other on SQLite. */
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { createPool } from 'mysql2/promise';

/** As many connections as the service has by default. */
const POOL_SIZE = 10;

/** `rows` reads, `hasAll` asks the full-text index, `transaction` hands its work a `run`, `nextNumber` moves a counter. */
export function openDatabase({ engine, folder, url }) {
  return engine === 'mysql' ? openMysql(url) : openSqlite(join(folder, 'polydesk.sqlite'));
}

function openMysql(uri) {
  const pool = createPool({ uri, connectionLimit: POOL_SIZE, charset: 'utf8mb4', timezone: 'Z' });
  pool.pool.on('connection', (connection) => {
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  });
  // On connections of their own: whoever waits for a number holds one of the pool's already.
  const numbers = createPool({ uri, connectionLimit: 2 });
  const runOn = (target) => async (sql, values) => (await target.execute(sql, values))[0];
  return {
    locking: 'FOR UPDATE',
    /** Has tables joined in the order in which they are written; MariaDB would begin with the smallest. */
    inOrder: 'STRAIGHT_JOIN',
    /** Whether events get their positions in the transaction that writes them. */
    placesWithin: false,
    rows: runOn(pool),
    /** The condition that a text has all words of a group, and the value for it. */
    hasAll: (groups) => [
      'MATCH (s.text) AGAINST (? IN BOOLEAN MODE)',
      groups.map((terms) => `(${terms.map((term) => `+${wordOf(term)}`).join(' ')})`).join(' '),
    ],
    transaction: async (work) => {
      const connection = await pool.getConnection();
      try {
        await connection.query('START TRANSACTION');
        const result = await work(runOn(connection));
        await connection.query('COMMIT');
        return result;
      } catch (error) {
        await connection.query('ROLLBACK');
        throw error;
      } finally {
        connection.release();
      }
    },
    nextNumber: async (_run, tenantId, name) => {
      const [result] = await numbers.execute(
        `INSERT INTO counters (tenant_id, name, value) VALUES (?, ?, LAST_INSERT_ID(1))
          ON DUPLICATE KEY UPDATE value = LAST_INSERT_ID(value + 1)`,
        [tenantId, name],
      );
      return result.insertId;
    },
  };
}

function openSqlite(path) {
  const open = (readOnly) => {
    const connection = new DatabaseSync(path, { readOnly, timeout: 5_000 });
    connection.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -16000');
    const statements = new Map();
    return async (sql, values = []) => {
      let prepared = statements.get(sql);
      if (!prepared) {
        const statement = connection.prepare(sql);
        statements.set(sql, (prepared = { statement, reads: statement.columns().length > 0 }));
      }
      return prepared.reads ? prepared.statement.all(...values) : prepared.statement.run(...values);
    };
  };
  const run = open(false);
  let tail = Promise.resolve();
  return {
    locking: '',
    // CROSS JOIN does it here.
    inOrder: '',
    placesWithin: true,
    rows: open(true),
    hasAll: (groups) => [
      's.document_id IN (SELECT rowid FROM search_texts_index WHERE search_texts_index MATCH ?)',
      groups.map((terms) => `(${terms.map(quoted).join(' AND ')})`).join(' OR '),
    ],
    transaction: (work) => {
      const result = tail.then(async () => {
        await run('BEGIN IMMEDIATE');
        try {
          const answer = await work(run);
          await run('COMMIT');
          return answer;
        } catch (error) {
          await run('ROLLBACK');
          throw error;
        }
      });
      tail = result.catch(() => {});
      return result;
    },
    nextNumber: async (inTransaction, tenantId, name) => {
      const [{ value }] = await inTransaction(
        `INSERT INTO counters (tenant_id, name, value) VALUES (?, ?, 1)
          ON CONFLICT (tenant_id, name) DO UPDATE SET value = value + 1 RETURNING value`,
        [tenantId, name],
      );
      return value;
    },
  };
}

const wordOf = ({ text, beginsWith }) => `${text}${beginsWith ? '*' : ''}`;
const quoted = ({ text, beginsWith }) => `"${text}"${beginsWith ? '*' : ''}`;
