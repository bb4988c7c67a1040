/** Writes many rows beside the service, as fast as each engine takes them. */
import { Readable } from 'node:stream';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { createConnection } from 'mysql2/promise';

/**
 * Opens a loader on an installation: `load` writes rows by table, `query` runs a statement, `finish` makes the indexes
 * that were set aside meanwhile. Keys are not checked: the rows must be right.
 */
export function openLoader({ engine, folder, database }, columns) {
  return engine === 'mysql' ? openMysql(database, columns) : openSqlite(join(folder, 'polydesk.sqlite'), columns);
}

async function openMysql(database, columns) {
  const connection = await createConnection({ uri: database.url, flags: ['+LOCAL_FILES'] });
  const query = async (sql) => (await connection.query(sql))[0];
  await query('SET SESSION foreign_key_checks = 0, unique_checks = 0, sql_log_bin = 0');
  // As the server writes them, whatever their kind. Unique ones stay: they are in the order of the rows.
  const indexes = [];
  for (const table of Object.keys(columns)) {
    const [{ 'Create Table': text }] = await query(`SHOW CREATE TABLE ${table}`);
    const lines = text.split('\n').map((line) => line.trim().replace(/,$/, ''));
    const secondary = lines.filter((line) => /^(FULLTEXT )?KEY /.test(line));
    if (secondary.length === 0) continue;
    const names = secondary.map((line) => /KEY (`\w+`)/.exec(line)[1]);
    await query(`ALTER TABLE ${table} ${names.map((name) => `DROP INDEX ${name}`).join(', ')}`);
    // InnoDB keeps the numbers of the documents when the index goes, and a new index on them would find nothing.
    if (secondary.some((line) => line.startsWith('FULLTEXT'))) await query(`ALTER TABLE ${table} FORCE`);
    indexes.push({ table, secondary });
  }
  return {
    query,
    load: async (rows) => {
      await query('START TRANSACTION');
      for (const [table, given] of Object.entries(rows)) {
        if (given.length === 0) continue;
        await connection.query({
          sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE ${table} CHARACTER SET utf8mb4 (${columns[table].join(', ')})`,
          infileStreamFactory: () => Readable.from(linesOf(given)),
        });
      }
      await query('COMMIT');
    },
    finish: async () => {
      for (const { table, secondary } of indexes) {
        const plain = secondary.filter((line) => line.startsWith('KEY'));
        if (plain.length > 0) await query(`ALTER TABLE ${table} ${plain.map((line) => `ADD ${line}`).join(', ')}`);
        // InnoDB makes one of these at a time.
        for (const line of secondary) if (!plain.includes(line)) await query(`ALTER TABLE ${table} ADD ${line}`);
      }
      for (const table of Object.keys(columns)) await query(`ANALYZE TABLE ${table}`);
      await connection.end();
    },
  };
}

const LINES_AT_ONCE = 500;
const ESCAPES = { '\\': '\\\\', '\t': '\\t', '\n': '\\n' };

/** Rows in the form LOAD DATA reads, many of them at once. */
function* linesOf(rows) {
  for (let from = 0; from < rows.length; from += LINES_AT_ONCE) {
    let text = '';
    for (const row of rows.slice(from, from + LINES_AT_ONCE)) text += `${row.map(fieldOf).join('\t')}\n`;
    yield Buffer.from(text);
  }
}

function fieldOf(value) {
  if (value === null) return '\\N';
  return typeof value === 'string' ? value.replace(/[\\\t\n]/g, (each) => ESCAPES[each]) : value;
}

async function openSqlite(path, columns) {
  const connection = new DatabaseSync(path, { timeout: 5_000 });
  connection.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -200000');
  const tables = Object.keys(columns)
    .map((table) => `'${table}'`)
    .join(', ');
  const indexes = connection
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${tables})`)
    .all();
  for (const { name } of indexes) connection.exec(`DROP INDEX ${name}`);
  const statements = new Map(
    Object.entries(columns).map(([table, names]) => {
      const places = names.map(() => '?').join(', ');
      return [table, connection.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`)];
    }),
  );
  return {
    query: async (sql) => connection.exec(sql),
    load: async (rows) => {
      connection.exec('BEGIN');
      for (const [table, given] of Object.entries(rows)) {
        const statement = statements.get(table);
        for (const row of given) statement.run(...row);
      }
      connection.exec('COMMIT');
    },
    finish: async () => {
      for (const { sql } of indexes) connection.exec(sql);
      connection.exec('ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)');
      connection.close();
    },
  };
}
