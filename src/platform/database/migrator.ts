import type { DataSource } from 'typeorm';
import type { Engine } from './engines/index.js';
import { migrations } from './migrations/index.js';

/** The database was written by a newer version of this program. */
export class NewerSchemaError extends Error {
  constructor(unknown: readonly string[]) {
    super(`The database has migrations that this version does not know: ${unknown.join(', ')}. Run the newer version.`);
  }
}

/** Brings the schema up to date, alone; refuses a schema of a newer version. */
export async function migrate(dataSource: DataSource, engine: Engine): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await engine.whileMigrating(runner, async () => {
      if (await runner.hasTable('migrations')) {
        const applied = (await runner.query('SELECT name FROM migrations')) as { name: string }[];
        const known = new Set(migrations.map((migration) => migration.name));
        const unknown = applied.map((row) => row.name).filter((name) => !known.has(name));
        if (unknown.length > 0) throw new NewerSchemaError(unknown);
      }
      await dataSource.runMigrations({ transaction: 'none' });
    });
  } finally {
    await runner.release();
  }
}
