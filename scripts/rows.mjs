/** Rows of an installation's database, read and written beside the service, for scripts that need what no API offers. */
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { createConnection } from 'mysql2/promise';

/** A connection of its own; `query` gives the rows of a statement. */
export async function openRows({ engine, folder, database }) {
  if (engine === 'mysql') {
    const connection = await createConnection({ uri: database.url, timezone: 'Z' });
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    return {
      begin: () => connection.query('START TRANSACTION'),
      query: async (sql, values = []) => (await connection.query(sql, values))[0],
      close: () => connection.end(),
    };
  }
  const connection = new DatabaseSync(join(folder, 'polydesk.sqlite'), { timeout: 5_000 });
  return {
    begin: async () => connection.exec('BEGIN IMMEDIATE'),
    query: async (sql, values = []) => {
      const statement = connection.prepare(sql);
      return statement.columns().length > 0 ? statement.all(...values) : statement.run(...values);
    },
    close: async () => connection.close(),
  };
}

/** An event as the service writes it, but for its place in the order, which the service is to give. */
export async function insertEvent(rows, { tenantId, type, ticketNumber = null, version = null, data = {} }) {
  await rows.query(
    `INSERT INTO events (tenant_id, type, ticket_number, version, public_version, actor_type, actor_id, request_id,
      occurred_at, data, changed) VALUES (?, ?, ?, ?, ?, 'system', 0, 'a-script', ?, ?, '{}')`,
    [tenantId, type, ticketNumber, version, version, Date.now(), JSON.stringify(data)],
  );
}
