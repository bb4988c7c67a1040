import type { QueryRunner, TableIndex } from 'typeorm';

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
