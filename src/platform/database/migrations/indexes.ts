import type { QueryRunner, TableIndex } from 'typeorm';
import { wordsOf } from './words.js';

/** Creates an index unless it is there: a migration may be run again after a crash. */
export async function createIndex(runner: QueryRunner, name: string, on: string, columns: string): Promise<void> {
  if (!(await findIndex(runner, name, on))) await runner.query(`CREATE INDEX ${name} ON ${on} (${columns})`);
}

/** Drops an index if it is there. */
export async function dropIndex(runner: QueryRunner, name: string, on: string): Promise<void> {
  const index = await findIndex(runner, name, on);
  if (index) await runner.dropIndex(on, index);
}

export async function findIndex(runner: QueryRunner, name: string, on: string): Promise<TableIndex | undefined> {
  const table = await runner.getTable(on);
  return table?.indices.find((each) => each.name === name);
}

/** Gives a table these indexes, by name, whatever columns they have now; null drops one. */
export async function setIndexes(
  runner: QueryRunner,
  on: string,
  indexes: Readonly<Record<string, string | null>>,
): Promise<void> {
  const table = await runner.getTable(on);
  const present = new Map(table?.indices.map(({ name, columnNames }) => [name, columnNames.join(', ')]));
  const changed = Object.entries(indexes).filter(([name, columns]) => (present.get(name) ?? null) !== columns);
  if (changed.length === 0) return;
  const dropped = changed.flatMap(([name]) => (present.has(name) ? [name] : []));
  const added = changed.flatMap(([name, columns]) => (columns === null ? [] : [[name, columns] as const]));
  for (const statement of wordsOf(runner).changeIndexes(on, dropped, added)) await runner.query(statement);
}
