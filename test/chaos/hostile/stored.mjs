import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { createConnection } from 'mysql2/promise';

/**
 * What hostile requests may leave behind, and nothing else: that they were refused; where readers of the event log are;
 * how many there were of whom; and answers kept for retries, of which refusals are some.
 */
export const ALLOWED = ['audit_entries', 'event_marks', 'kept_answers', 'rate_limits'];

/** How many rows each table has. */
export async function rowsOf(installation) {
  return new Map([...(await read(installation))].map(([name, rows]) => [name, rows.length]));
}

/** A digest of every table, and of the names and sizes of all files, by name. */
export async function digestOf(installation) {
  const tables = await read(installation);
  const digests = new Map(
    [...tables].map(([name, rows]) => [
      name,
      createHash('sha256')
        .update(
          rows
            .map((row) => JSON.stringify(row))
            .sort()
            .join('\n'),
        )
        .digest('hex'),
    ]),
  );
  digests.set('(files)', JSON.stringify(filesIn(join(installation.folder, 'attachments'))));
  return digests;
}

/** Names of what differs, but for what may. */
export function changesOf(before, after) {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !ALLOWED.includes(name) && before.get(name) !== after.get(name),
  );
}

async function read({ folder, database }) {
  return database ? readMysql(database.url) : readSqlite(folder);
}

function readSqlite(folder) {
  const file = readdirSync(folder).find((name) => name.endsWith('.sqlite'));
  const connection = new DatabaseSync(join(folder, file), { readOnly: true, timeout: 5_000 });
  try {
    const all = (sql) => connection.prepare(sql).all();
    const names = all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").map(
      ({ name }) => name,
    );
    return new Map(names.map((name) => [name, all(`SELECT * FROM "${name}"`)]));
  } finally {
    connection.close();
  }
}

async function readMysql(url) {
  const connection = await createConnection(url);
  try {
    const [tables] = await connection.query('SHOW TABLES');
    const rows = new Map();
    for (const name of tables.map((row) => Object.values(row)[0])) {
      rows.set(name, (await connection.query(`SELECT * FROM \`${name}\``))[0]);
    }
    return rows;
  } finally {
    await connection.end();
  }
}

function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => [entry.name, statSync(join(entry.parentPath, entry.name)).size]).sort();
}
