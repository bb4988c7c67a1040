import { jest } from '@jest/globals';
import { Database } from '../../src/platform/database/database.service.js';
import type { TestApp } from './test-app.js';

/** A prepared statement, and the values it was executed with. */
export type Asked = readonly [sql: string, values: readonly unknown[]];

export function isSqlite({ app }: TestApp): boolean {
  return !app.get(Database).engine.locksRows;
}

/** What the database answers to SQL of the test's own. */
export function askDatabase(
  { app }: TestApp,
  sql: string,
  values: readonly unknown[],
): Promise<Record<string, unknown>[]> {
  return app.get(Database).read({ requestId: 'test' }, (manager) => manager.query(sql, [...values]));
}

/** The prepared statements that fit `pattern` and are executed while something is done. */
export async function askedDuring(
  { app }: TestApp,
  pattern: RegExp,
  act: () => Promise<unknown>,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const { engine } = app.get(Database);
  const execute = engine.execute.bind(engine);
  const spy = jest.spyOn(engine, 'execute').mockImplementation((manager, sql, values) => {
    if (pattern.test(sql)) asked.push([sql, values]);
    return execute(manager, sql, values);
  });
  await act();
  spy.mockRestore();
  return asked;
}
