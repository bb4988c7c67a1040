import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { migrate, NewerSchemaError } from '../../../src/platform/database/migrator.js';
import { migrations } from '../../../src/platform/database/migrations/index.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { createApp } from '../../../src/create-app.js';
import { makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
const source = () => test.app.get<DataSource>(getDataSourceToken());

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe('the schema', () => {
  it('has the columns that the entities describe, and no others', async () => {
    const runner = source().createQueryRunner();
    const differences: string[] = [];
    for (const { tableName, columns } of source().entityMetadatas) {
      const table = await runner.getTable(tableName);
      const inDatabase = new Map(table?.columns.map((column) => [column.name, column.isNullable]));
      for (const { databaseName, isNullable } of columns) {
        if (inDatabase.get(databaseName) !== isNullable) differences.push(`${tableName}.${databaseName}`);
        inDatabase.delete(databaseName);
      }
      // SQLite's full-text index numbers the rows by it; nobody else does.
      inDatabase.delete('document_id');
      differences.push(...[...inDatabase.keys()].map((column) => `${tableName}.${column} has no property`));
    }
    await runner.release();
    expect(differences).toEqual([]);
    expect(source().entityMetadatas.length).toBeGreaterThan(15);
  });

  it('stays as it is when migrated again', async () => {
    const desk = await makeDesk(test);
    const number = await desk.open(desk.people.ada);
    await test.restart();
    expect((await test.client.as(desk.people.ada.token).get(`/tickets/${number}`)).status).toBe(200);
  });

  it('is completed by the next start when a start died halfway', async () => {
    await source().query('DELETE FROM migrations');
    await source().query('DROP TABLE events');
    await migrate(source(), test.app.get(Database).engine);
    expect(await source().query('SELECT COUNT(*) AS count FROM events')).toMatchObject([{ count: expect.anything() }]);
    expect(await source().query('SELECT name FROM migrations')).toHaveLength(migrations.length);
  });

  it('is migrated once when two processes start at the same time', async () => {
    await source().query('DELETE FROM migrations');
    const [first, second] = await Promise.all([createApp(), createApp()]);
    await Promise.all([first.close(), second.close()]);
    expect(await source().query('SELECT name FROM migrations')).toHaveLength(migrations.length);
  });

  it('refuses to work on the schema of a newer version', async () => {
    await source().query(
      "INSERT INTO migrations (timestamp, name) VALUES (9900000000000, 'FromTheFuture9900000000000')",
    );
    await expect(migrate(source(), test.app.get(Database).engine)).rejects.toThrow(NewerSchemaError);
    await source().query("DELETE FROM migrations WHERE name = 'FromTheFuture9900000000000'");
  });
});
