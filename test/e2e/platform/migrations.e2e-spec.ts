import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, QueryRunner } from 'typeorm';
import { createApp } from '../../../src/create-app.js';
import { InitialSchema1700000000000 } from '../../../src/platform/database/migrations/1700000000000-initial-schema.js';
import { FileLinks1700000000001 } from '../../../src/platform/database/migrations/1700000000001-file-links.js';
import { migrations } from '../../../src/platform/database/migrations/index.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
const query = <T extends object>(sql: string): Promise<T[]> =>
  test.app.get<DataSource>(getDataSourceToken()).query<T[]>(sql);
const runnerOf = () => test.app.get<DataSource>(getDataSourceToken()).createQueryRunner();

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

/** The database as version 1 left it, with files that a message has and one that none has. */
beforeEach(async () => {
  const runner = runnerOf();
  for (const Migration of migrations.toReversed()) await new Migration().down(runner);
  await new InitialSchema1700000000000().up(runner);
  await runner.release();
  await query(`DELETE FROM migrations WHERE name <> '${InitialSchema1700000000000.name}'`);
  await query(`INSERT INTO users
    (tenant_id, id, issuer, subject, kind, role, name, search_key, status, created_at, updated_at)
    VALUES (1, 7, 'local', 'ada', 'person', 'customer', 'Ada', 'ada', 'active', 1, 1)`);
  await query(`INSERT INTO attachments (${COLUMNS}) VALUES
    (1, 1, 'März.png', 'image/png', 3000000000, 'digest 1', 'ab/1', 7, 3, 1, 1700000000123),
    (1, 2, 'b.txt', 'text/plain', 2, 'digest 2', 'ab/2', 7, 3, 2, 1700000000124),
    (1, 5, 'c.txt', 'text/plain', 3, 'digest 5', 'ab/5', 7, NULL, NULL, 1700000000125)`);
});

const COLUMNS =
  'tenant_id, id, file_name, mime_type, size, sha256, storage_key, uploader_id, ticket_number, message_seq, created_at';
const rows = () => query(`SELECT ${COLUMNS} FROM attachments ORDER BY id`);

/** What there is to know of the tables that the migration touches: columns, keys, references, indexes. */
async function schema() {
  const runner = runnerOf();
  const tables = await runner.getTables(['attachments', 'users', 'tickets']);
  await runner.release();
  return tables
    .map(({ name, columns, indices, foreignKeys, uniques }) => ({
      name: name.split('.').at(-1),
      columns: columns.map((column) => [column.name, column.type, column.length, column.isNullable, column.isPrimary]),
      indices: indices.map((index) => [index.columnNames.join(), index.isUnique, index.isUnique || index.name]).sort(),
      uniques: uniques.map((unique) => unique.columnNames.join()).sort(),
      foreignKeys: foreignKeys.map((key) => [key.columnNames.join(), key.referencedColumnNames.join()]),
    }))
    .sort((a, b) => String(a.name).localeCompare(String(b.name)));
}

/** Runs a step of the migration and ends it, as a crash would, after so many statements; tells whether it crashed. */
async function runUntil(step: 'up' | 'down', statements: number): Promise<boolean> {
  const runner = runnerOf();
  let left = statements;
  const mortal = new Proxy(runner, {
    get: (target, property: keyof QueryRunner) => {
      if (property !== 'query') return target[property];
      return (sql: string, ...rest: unknown[]) => {
        if (/^\s*(ALTER|CREATE|DROP|INSERT)/.test(sql) && left-- === 0) throw new Error('crash');
        return target.query(sql, ...(rest as []));
      };
    },
  });
  try {
    await new FileLinks1700000000001()[step](mortal);
    return false;
  } catch (error) {
    if (!(error as Error).message.includes('crash')) throw error;
    return true;
  } finally {
    await runner.release();
  }
}

const addLink = () =>
  query(`INSERT INTO attachments
    (tenant_id, id, file_name, mime_type, external_url, uploader_id, ticket_number, message_seq, created_at)
    VALUES (1, 9, 'a', 'b', 'https://files.example', 7, 3, 1, 1)`);

describe('a database of version 1', () => {
  it('keeps its files, and can hold links', async () => {
    const before = await rows();
    expect(before).toHaveLength(3);
    await expect(addLink()).rejects.toThrow();
    await test.restart();
    expect(await rows()).toEqual(before);
    await addLink();
    expect(await rows()).toHaveLength(4);
  });

  it('keeps its keys and references', async () => {
    await test.restart();
    await addLink();
    await expect(addLink()).rejects.toThrow(/unique|duplicate/i);
    await expect(query("UPDATE attachments SET storage_key = 'ab/1' WHERE id = 2")).rejects.toThrow(
      /unique|duplicate/i,
    );
    await expect(query('UPDATE attachments SET uploader_id = 99')).rejects.toThrow(/foreign key/i);
    const indexes = (await schema()).flatMap(({ indices }) => indices);
    expect(indexes).toContainEqual(['tenant_id,ticket_number,message_seq', false, 'attachments_by_message']);
    expect(indexes).toContainEqual(['ticket_number,created_at', false, 'attachments_unbound']);
  });

  it('is migrated once when two processes start at the same time', async () => {
    const before = await rows();
    const apps = await Promise.all([createApp(), createApp()]);
    await Promise.all(apps.map((app) => app.close()));
    expect(await rows()).toEqual(before);
    expect(await query('SELECT name FROM migrations')).toHaveLength(migrations.length);
  });

  it('gets the two new indexes', async () => {
    await runUntil('up', Infinity);
    const indexes = (await schema()).flatMap(({ indices }) => indices);
    expect(indexes).toContainEqual(['subject,issuer', false, 'users_by_subject']);
    expect(indexes).toContainEqual(['tenant_id,last_message_at,number', false, 'tickets_by_activity']);
  });

  it('is as it was when the migration is undone, but for the links', async () => {
    const [before, files] = [await schema(), await rows()];
    await runUntil('up', Infinity);
    expect(await schema()).not.toEqual(before);
    await addLink();
    await runUntil('down', Infinity);
    expect(await schema()).toEqual(before);
    expect(await rows()).toEqual(files);
  });

  it('ends up the same wherever a crash ends a step, in both directions', async () => {
    const files = await rows();
    const shapes = { down: await schema(), up: await schema() };
    await runUntil('up', Infinity);
    shapes.up = await schema();
    for (const step of ['down', 'up'] as const) {
      const back = step === 'up' ? 'down' : 'up';
      let crashes = 0;
      while (await runUntil(step, crashes)) {
        crashes++;
        expect(await runUntil(step, Infinity)).toBe(false);
        expect([crashes, await schema()]).toEqual([crashes, shapes[step]]);
        expect([crashes, await rows()]).toEqual([crashes, files]);
        await runUntil(back, Infinity);
      }
      expect(crashes).toBe(8);
    }
  }, 120_000);
});
