import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '../../../src/platform/database/database.service.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let database: Database;
const ctx = { requestId: 'limits-test' };

beforeAll(async () => {
  test = await startTestApp();
  database = test.app.get(Database);
});
afterAll(() => test.close());

it('the server ends statements that take too long, on every connection, and we say unavailable', async () => {
  const settings = () =>
    database.read(ctx, (manager) =>
      manager.query<{ Variable_name: string; Value: string }[]>(
        "SHOW SESSION VARIABLES WHERE Variable_name IN ('max_statement_time', 'max_execution_time', 'innodb_lock_wait_timeout')",
      ),
    );
  // SQLite runs statements in our own thread, where nothing could end them.
  if (!database.engine.locksRows) {
    await expect(settings()).rejects.toThrow('syntax error');
    return;
  }
  for (const rows of await Promise.all(Array.from({ length: 10 }, settings))) {
    const values = new Map(rows.map((row) => [row.Variable_name, Number(row.Value)]));
    expect(values.get('innodb_lock_wait_timeout')).toBe(5);
    expect([10, 10_000]).toContain(values.get('max_statement_time') ?? values.get('max_execution_time'));
  }
  const slow = database.read(ctx, (manager) =>
    manager.query('SET STATEMENT max_statement_time = 0.2 FOR SELECT SLEEP(3)'),
  );
  await expect(slow).rejects.toMatchObject({ code: 'unavailable' });
});
