import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GroupCommit, TransactionLost, type Unit } from './group-commit.js';
import { SqliteDriver } from './sqlite-driver.js';

let folder: string;
let writer: SqliteDriver;
let reader: SqliteDriver;
let writes: GroupCommit;
let ran: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'group-commit-'));
  writer = new SqliteDriver(join(folder, 'file.sqlite'), {});
  writer.pragma('journal_mode = WAL');
  writer.pragma('foreign_keys = ON');
  writer.execute(
    'CREATE TABLE things (name TEXT PRIMARY KEY, part_of TEXT REFERENCES things (name) DEFERRABLE INITIALLY DEFERRED)',
    [],
  );
  reader = new SqliteDriver(join(folder, 'file.sqlite'), { readonly: true });
  ran = [];
  const run = (statement: string) => {
    ran.push(statement);
    writer.execute(statement, []);
  };
  writes = new GroupCommit({ begin: () => Promise.resolve(run('BEGIN IMMEDIATE')), run });
});
afterEach(() => {
  writer.close();
  reader.close();
  rmSync(folder, { recursive: true });
});

const commits = () => ran.filter((statement) => statement === 'COMMIT').length;
const names = () =>
  (reader.execute('SELECT name FROM things ORDER BY name', []).rows as { name: string }[]).map(({ name }) => name);

function add(name: string, partOf: string | null = null): void {
  writer.execute('INSERT INTO things (name, part_of) VALUES (?, ?)', [name, partOf]);
}

async function unit(work: () => void): Promise<void> {
  const open: Unit = await writes.begin();
  try {
    work();
    await open.commit();
  } catch (error) {
    throw await open.rollBack(error);
  }
}

describe('units of one turn of the event loop', () => {
  it('share a commit, and none is acknowledged before it', async () => {
    let acknowledged = 0;
    const units = ['a', 'b', 'c'].map((name) =>
      unit(() => add(name)).then(() => {
        acknowledged++;
        expect(names()).toEqual(['a', 'b', 'c']);
      }),
    );
    await Promise.resolve();
    expect([acknowledged, commits()]).toEqual([0, 0]);
    await Promise.all(units);
    expect([acknowledged, commits()]).toEqual([3, 1]);
  });

  it('happen or not each for itself', async () => {
    const outcomes = await Promise.allSettled([
      unit(() => add('a')),
      unit(() => {
        add('b');
        throw new Error('no');
      }),
      unit(() => add('c')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(names()).toEqual(['a', 'c']);
    expect(commits()).toBe(1);
  });

  it('learn of a failure when what they have met can be read', async () => {
    const first = unit(() => add('a'));
    await expect(unit(() => add('a'))).rejects.toThrow(/UNIQUE/);
    expect(names()).toEqual(['a']);
    await first;
  });

  it('that refuse because of what is lost with the commit fail of that, too', async () => {
    const lost = unit(() => add('a', 'nothing'));
    const refused = unit(() => add('a'));
    await expect(lost).rejects.toThrow(/FOREIGN KEY/);
    await expect(refused).rejects.toThrow(/FOREIGN KEY/);
  });

  it('all fail when their commit does; the next do not', async () => {
    const outcomes = await Promise.allSettled([unit(() => add('a')), unit(() => add('b', 'nothing'))]);
    expect(outcomes.map((outcome) => String((outcome as PromiseRejectedResult).reason))).toEqual(
      Array(2).fill(expect.stringMatching(/FOREIGN KEY/)),
    );
    expect(names()).toEqual([]);
    await unit(() => add('c'));
    expect(names()).toEqual(['c']);
  });

  it('all fail, with the reason, when one of them ends the transaction; the next do not', async () => {
    const end = () => void writer.execute("INSERT OR ROLLBACK INTO things (name) VALUES ('a')", []);
    const units = [unit(() => add('a')), unit(end), unit(() => add('b'))];
    const outcomes = await Promise.allSettled(units);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    const { reason } = outcomes[0] as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(TransactionLost);
    expect(String((reason as TransactionLost).cause)).toMatch(/UNIQUE/);
    expect(names()).toEqual(['b']);
  });
});

it('does not wait for units that come after its turn', async () => {
  await unit(() => add('a'));
  const slow = await writes.begin();
  add('b');
  expect([names(), commits()]).toEqual([['a'], 1]);
  await slow.commit();
  expect([names(), commits()]).toEqual([['a', 'b'], 2]);
});
