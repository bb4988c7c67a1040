import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, QueryRunner } from 'typeorm';
import { EventPositions1700000000010 } from '../../../src/platform/database/migrations/1700000000010-event-positions.js';
import { Webhooks1700000000011 } from '../../../src/platform/database/migrations/1700000000011-webhooks.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { everyPage } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const STEPS = [EventPositions1700000000010, Webhooks1700000000011];

let test: TestApp;
let desk: Desk;
const source = () => test.app.get<DataSource>(getDataSourceToken());
const query = <T extends object>(sql: string): Promise<T[]> => source().query<T[]>(sql);
const ids = async () =>
  (await query<{ id: number | string }>('SELECT id FROM events ORDER BY id')).map(({ id }) => Number(id));
const places = async () =>
  (await query<{ id: number; position: number | null }>('SELECT id, position FROM events ORDER BY id')).map(
    ({ id, position }) => [Number(id), position === null ? null : Number(position)],
  );
const marks = async () =>
  (await query<{ name: string; position: number }>('SELECT * FROM event_marks ORDER BY name')).map(
    ({ name, position }) => [name, Number(position)],
  );

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  for (let count = 0; count < 3; count++) await desk.open(desk.people.ada);
});
afterAll(() => test.close());

/** As the version before left it: events without places. */
beforeEach(async () => {
  const runner = source().createQueryRunner();
  for (const Step of STEPS.toReversed()) await new Step().down(runner);
  await runner.release();
  await query(`DELETE FROM migrations WHERE name IN (${STEPS.map(({ name }) => `'${name}'`).join()})`);
});

/** Runs both steps and ends them, as a crash would, after so many statements; tells whether it crashed. */
async function runUntil(statements: number): Promise<boolean> {
  const runner = source().createQueryRunner();
  let left = statements;
  const mortal = new Proxy(runner, {
    get: (target, property: keyof QueryRunner) => {
      if (property !== 'query') return target[property];
      return (sql: string, ...rest: unknown[]) => {
        if (/^\s*(ALTER|CREATE|DROP|INSERT|UPDATE)/.test(sql) && left-- === 0) throw new Error('crash');
        return target.query(sql, ...(rest as []));
      };
    },
  });
  try {
    for (const Step of STEPS) await new Step().up(mortal);
    return false;
  } catch (error) {
    if (!(error as Error).message.includes('crash')) throw error;
    return true;
  } finally {
    await runner.release();
  }
}

describe('events of the version before', () => {
  it('keep their order, and what comes then comes behind them', async () => {
    const before = await ids();
    await test.restart();
    expect((await places()).slice(0, before.length)).toEqual(before.map((id) => [id, id]));
    const number = await desk.open({ ...desk.people.ada, client: test.client.as(desk.people.ada.token) });
    const rows = await everyPage(test.client.as(desk.people.agent.token), '/events?limit=100&types=ticket.created');
    expect(rows.map(({ ticket_number: each }) => each)).toEqual([1, 2, 3, number]);
    const all = await places();
    const given = all.map(([, position]) => position);
    expect(given).toEqual(given.toSorted((a, b) => a! - b!));
    expect(new Set(given).size).toBe(all.length);
  });

  it('get the same places wherever a crash ends the migration', async () => {
    const before = await ids();
    const expected = before.map((id) => [id, id]);
    let crashes = 0;
    while (await runUntil(crashes)) {
      crashes++;
      expect(await runUntil(Infinity)).toBe(false);
      expect([crashes, await places()]).toEqual([crashes, expected]);
      expect([crashes, await marks()]).toEqual([
        crashes,
        [
          ['given', before.at(-1)],
          ['webhooks', before.at(-1)],
        ],
      ]);
      const runner = source().createQueryRunner();
      for (const Step of STEPS.toReversed()) await new Step().down(runner);
      await runner.release();
    }
    expect(crashes).toBeGreaterThan(10);
    await test.restart();
  }, 120_000);
});
