import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { addPast } from '../../support/a-busy-desk.js';

let test: TestApp;
let desk: Desk;
let agent: Client;

/** The clocks of Madrid go forward on Sunday, 29 March 2026, at 01:00 UTC. */
beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  const { agent: sam, agent2 } = desk.people;
  agent = sam.client;
  await addPast(test, desk, [
    // In Madrid it is Saturday the 28th, 23:30.
    { created: '2026-03-28T22:30:00Z', answered: '2026-03-28T22:40:00Z', assignee: sam },
    // In Madrid it is Sunday the 29th, 00:30 and 03:30.
    { created: '2026-03-28T23:30:00Z', answered: '2026-03-29T00:30:00Z', resolved: '2026-03-29T21:59:59Z' },
    {
      created: '2026-03-29T01:30:00Z',
      answered: '2026-03-29T01:30:30.600Z',
      resolved: '2026-03-29T22:00:00Z',
      assignee: sam,
    },
    // In Madrid it is Monday the 30th, 00:10.
    { created: '2026-03-29T22:10:00Z', resolved: '2026-03-30T10:00:00Z', assignee: agent2 },
    {
      created: '2026-03-29T12:00:00Z',
      answered: '2026-03-29T12:00:01Z',
      resolved: '2026-03-29T13:00:00Z',
      deleted: true,
    },
    { created: '2026-02-01T00:00:00Z', answered: '2026-03-30T21:59:59.999Z', assignee: sam },
    { created: '2026-02-01T00:00:00Z', answered: '2026-03-30T22:00:00Z', assignee: sam },
  ]);
  const other = await makeDesk(test);
  await addPast(test, other, [{ created: '2026-03-29T12:00:00Z', resolved: '2026-03-29T13:00:00Z' }]);
});
afterAll(() => test.close());

const MADRID = 'from=2026-03-28&to=2026-03-30&time_zone=Europe/Madrid';
const report = async (name: string, query = MADRID, client = agent) => {
  const { status, body } = await client.get(`/reports/${name}?${query}`);
  expect([status, body.code]).toEqual([200, undefined]);
  return body.data;
};

describe('tickets per day', () => {
  it('are counted by the days of the zone, also where the clocks are changed', async () => {
    expect(await report('daily')).toEqual({
      ...{ from: '2026-03-28', to: '2026-03-30', time_zone: 'Europe/Madrid', created: 4, resolved: 3 },
      days: [
        { day: '2026-03-28', created: 1, resolved: 0 },
        { day: '2026-03-29', created: 2, resolved: 1 },
        { day: '2026-03-30', created: 1, resolved: 2 },
      ],
    });
  });

  it('are counted by the days of UTC when no zone is named', async () => {
    const { days, time_zone: zone } = await report('daily', 'from=2026-03-28&to=2026-03-29');
    expect(zone).toBe('UTC');
    expect(days).toEqual([
      { day: '2026-03-28', created: 2, resolved: 0 },
      { day: '2026-03-29', created: 2, resolved: 2 },
    ]);
  });

  it('are there for every day of a year', async () => {
    const { days } = await report('daily', 'from=2024-01-01&to=2024-12-31&time_zone=America/Santiago');
    expect([days.length, days[0].day, days.at(-1).day]).toEqual([366, '2024-01-01', '2024-12-31']);
  });
});

describe('response times', () => {
  it('are percentiles of what came about in the range, whenever it began', async () => {
    const february = Date.parse('2026-03-30T21:59:59.999Z') - Date.parse('2026-02-01T00:00:00Z');
    expect(await report('response-times')).toMatchObject({
      // 30.6 s, 10 min, 1 h and most of two months.
      first_response: { count: 4, p50_seconds: 600, p90_seconds: Math.round(february / 1000) },
      // 11 h 50 min, 20 h 30 min and 22 h 29 min 59 s.
      resolution: { count: 3, p50_seconds: 20.5 * 3600, p90_seconds: 22.5 * 3600 - 1 },
    });
  });

  it('are by the nearest rank, to the second', async () => {
    const many = await makeDesk(test);
    const seconds = [50, 10, 90, 30, 70, 20, 100, 40, 60, 80];
    await addPast(
      test,
      many,
      seconds.map((each) => {
        const answered = new Date(Date.parse('2026-03-01T10:00:00Z') + each * 1000).toISOString();
        return { created: '2026-03-01T10:00:00Z', answered, assignee: many.people.agent };
      }),
    );
    const { client } = many.people.agent;
    const expected = { count: 10, p50_seconds: 50, p90_seconds: 90 };
    const day = 'from=2026-03-01&to=2026-03-01';
    expect((await report('response-times', day, client)).first_response).toEqual(expected);
    const { agents } = await report('agents', day, client);
    expect(agents.find((each: any) => each.agent.id === many.people.agent.id).first_response).toEqual(expected);
  });

  it('are null where there was nothing', async () => {
    const empty = await report('response-times', 'from=2020-01-01&to=2020-01-31');
    expect(empty).toMatchObject({ first_response: null, resolution: null });
  });
});

it('the busiest hours are those of the zone', async () => {
  const { weekdays } = await report('busiest-hours');
  const busy = weekdays.flatMap(({ weekday, created }: { weekday: number; created: number[] }) =>
    created.flatMap((count, hour) => (count > 0 ? [[weekday, hour, count]] : [])),
  );
  expect(busy).toEqual([
    [1, 0, 1],
    [6, 23, 1],
    [7, 0, 1],
    [7, 3, 1],
  ]);
  expect(weekdays.map(({ created }: { created: number[] }) => created.length)).toEqual(Array(7).fill(24));
});

describe('agents', () => {
  it('are reported with what they have and did', async () => {
    const { agent: sam, agent2, admin } = desk.people;
    const { agents } = await report('agents');
    expect(agents).toEqual([
      {
        agent: { id: sam.id, name: 'agent' },
        ...{ open: 3, replies: 0, resolved: 1 },
        first_response: { count: 3, p50_seconds: 600, p90_seconds: expect.any(Number) },
      },
      { agent: { id: agent2.id, name: 'agent2' }, open: 0, replies: 0, resolved: 1, first_response: null },
      { agent: { id: admin.id, name: 'admin' }, open: 0, replies: 0, resolved: 0, first_response: null },
    ]);
  });

  it('have their public replies counted, notes not; those who left are there if they did something', async () => {
    const busy = await makeDesk(test);
    const { ada, admin, agent: sam, agent2 } = busy.people;
    const number = await busy.open(ada);
    const say = (by: typeof sam, visibility: string) =>
      by.client.post(`/tickets/${number}/messages`, { body: 'M', ...(visibility === 'internal' && { visibility }) });
    for (const visibility of ['public', 'internal', 'public']) await say(sam, visibility);
    await say(ada, 'public');
    for (const { id } of [sam, agent2]) await admin.client.patch(`/users/${id}`, { status: 'inactive' });
    const today = new Date().toISOString().slice(0, 10);
    const { agents } = await report('agents', `from=${today}&to=${today}`, admin.client);
    expect(agents.map((each: any) => [each.agent.name, each.replies])).toEqual([
      ['agent', 2],
      ['admin', 0],
    ]);
  });
});

describe('a range', () => {
  it.each([
    'from=2026-03-28',
    'to=2026-03-28',
    'from=2026-03-30&to=2026-03-28',
    'from=2024-01-01&to=2025-01-01',
    'from=2026-02-30&to=2026-03-01',
    'from=2026-2-3&to=2026-03-01',
    'from=2026-03-01T00:00:00Z&to=2026-03-01',
    'from=1066-10-14&to=1066-10-14',
    'from=2026-03-28&to=2026-03-30&time_zone=Europe/Nowhere',
    `from=2026-03-28&to=2026-03-30&time_zone=${encodeURIComponent("'; DROP TABLE tickets; --")}`,
  ])('that is none is refused: %s', async (query) => {
    for (const name of ['daily', 'response-times', 'busiest-hours', 'agents']) {
      const { status, body } = await agent.get(`/reports/${name}?${query}`);
      expect([name, status, body.code]).toEqual([name, 400, 'invalid_parameter']);
    }
  });

  it('may not bring parameters that nobody knows', async () => {
    const { status, body } = await agent.get(`/reports/daily?${MADRID}&tenant=2`);
    expect([status, body.code]).toEqual([400, 'unknown_parameter']);
  });
});

it('is for staff and keys that may read tickets', async () => {
  const { ada, admin } = desk.people;
  const { key } = (await admin.client.post('/api-keys', { name: 'Figures', scopes: ['tickets:read'] })).body.data;
  for (const name of ['daily', 'response-times', 'busiest-hours', 'agents']) {
    const statuses = [ada.client, admin.client, test.client.as(key)].map(
      async (client) => (await client.get(`/reports/${name}?${MADRID}`)).status,
    );
    expect([name, ...(await Promise.all(statuses))]).toEqual([name, 403, 200, 200]);
  }
});
