import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DAY } from '../../../src/platform/clock/clock.js';
import type { Desk } from '../../support/desk.js';
import { askDatabase, askedDuring, isSqlite } from '../../support/asked.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { makeLongDesk } from '../../support/a-busy-desk.js';

const START = Date.parse('2025-12-31T23:00:00Z');
/** Of nearly two years: of a tenant whose tickets are all in the range, a database may as well read all of them. */
const TICKETS = 16_384;

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeLongDesk(test, START, TICKETS);
}, 120_000);
afterAll(() => test.close());

const query = (sql: string, values: readonly unknown[]) => askDatabase(test, sql, values);

/** The indexes with which the database answers what a report asks of tickets and messages; `none` for a table read whole. */
async function indexesOf(report: string, days: number): Promise<readonly string[]> {
  const to = new Date(START + (days - 1) * DAY).toISOString().slice(0, 10);
  const asked = await askedDuring(test, /FROM (tickets|messages)\b/, async () => {
    const { status } = await desk.people.agent.client.get(`/reports/${report}?from=2026-01-01&to=${to}`);
    expect(status).toBe(200);
  });
  const plans = await Promise.all(asked.map(([sql, values]) => planOf(sql, values)));
  return plans.flat();
}

/** Of each table that a statement reads: the index, if all that is asked for is in it. */
async function planOf(sql: string, values: readonly unknown[]): Promise<readonly string[]> {
  if (isSqlite(test)) {
    const steps = (await query(`EXPLAIN QUERY PLAN ${sql}`, values)).map(({ detail }) => String(detail));
    return steps
      .filter((step) => /^(SCAN|SEARCH) (tickets|messages)\b/.test(step))
      .map((step) => /^SEARCH \S+ USING COVERING INDEX (\w+)/.exec(step)?.[1] ?? `none: ${step}`);
  }
  const steps = await query(`EXPLAIN ${sql}`, values);
  return steps
    .filter(({ table }) => /^(tickets|messages)$/.test(String(table)))
    .map(({ type, key, Extra: extra }) => {
      const isServed = type === 'range' && String(extra).includes('Using index');
      return isServed ? String(key) : `none: ${String(type)} ${String(key)} ${String(extra)}`;
    });
}

it.each([7, 90, 366])('the reports of %i days are answered from indexes alone', async (days) => {
  expect(await indexesOf('daily', days)).toEqual(['tickets_by_creation', 'tickets_by_resolution']);
  expect(await indexesOf('response-times', days)).toEqual(['tickets_by_first_response', 'tickets_by_resolution']);
  expect(await indexesOf('busiest-hours', days)).toEqual(['tickets_by_creation']);
  expect((await indexesOf('agents', days)).toSorted()).toEqual([
    'messages_by_author',
    'tickets_by_assignee',
    'tickets_by_first_response',
    'tickets_by_resolution',
  ]);
});

it('figures of many tickets are right', async () => {
  const { client, id } = desk.people.agent;
  const range = 'from=2026-01-01&to=2026-01-31';
  const daily = (await client.get(`/reports/daily?${range}`)).body.data;
  expect(daily.days.map(({ created }: { created: number }) => created)).toEqual(Array(31).fill(24));
  expect(daily).toMatchObject({ created: 31 * 24, resolved: 31 * 24 - 2 });
  const { weekdays } = (await client.get(`/reports/busiest-hours?${range}`)).body.data;
  expect(weekdays.map(({ created }: { created: number[] }) => created[9])).toEqual([4, 4, 4, 5, 5, 5, 4]);
  const times = (await client.get(`/reports/response-times?${range}`)).body.data;
  expect(times.first_response).toEqual({ count: 31 * 24, p50_seconds: 1_800, p90_seconds: 1_800 });
  const { agents } = (await client.get(`/reports/agents?${range}`)).body.data;
  const sam = agents.find(({ agent }: { agent: { id: number } }) => agent.id === id);
  expect(sam).toMatchObject({ open: Math.floor(TICKETS / 10), replies: 31 * 24, resolved: 31 * 24 - 2 });
});
