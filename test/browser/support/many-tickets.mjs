import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

const MINUTE = 60_000;

/** Repeats the open tickets of a demo tenant, with their threads, until it has so many more, each older than the one before. */
export function addTickets(folder, count, code = 'northwind') {
  const database = new DatabaseSync(join(folder, 'demo.sqlite'));
  const { id } = database.prepare('SELECT id FROM tenants WHERE code = ?').get(code);
  const { value: last } = database
    .prepare("SELECT value FROM counters WHERE tenant_id = ? AND name = 'tickets'")
    .get(id);
  const models = database
    .prepare(`SELECT number FROM tickets WHERE tenant_id = ? AND status IN ('open', 'in_progress', 'pending')`)
    .all(id)
    .map(({ number }) => number);
  database.exec('PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN');
  const copies = ['tickets', 'messages', 'ticket_tags'].map((table) => copyOf(database, table));
  for (let made = 1; made <= count; made++) {
    for (const copy of copies) copy.run(last + made, made * MINUTE, id, models[made % models.length]);
  }
  database.prepare("UPDATE counters SET value = ? WHERE tenant_id = ? AND name = 'tickets'").run(last + count, id);
  database.exec('COMMIT; ANALYZE');
  database.close();
}

/** Takes the new number, by how much it is older, and whose rows are copied: of a tenant the number. */
function copyOf(database, table) {
  const columns = database.prepare(`SELECT name FROM pragma_table_info(?)`).all(table);
  const names = columns.map(({ name }) => name);
  const numbered = names.includes('ticket_number') ? 'ticket_number' : 'number';
  const values = names.map((name) => (name === numbered ? '?1' : name.endsWith('_at') ? `${name} - ?2` : name));
  return database.prepare(
    `INSERT INTO ${table} (${names.join(', ')})
     SELECT ${values.join(', ')} FROM ${table} WHERE tenant_id = ?3 AND ${numbered} = ?4 AND ?2 > 0`,
  );
}
