import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Database } from '../../../src/platform/database/database.service.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { everyPage, numbersOf } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const DAY_1 = Date.parse('2026-03-01T00:00:00Z');
const HOUR = 3_600_000;

let test: TestApp;
let desk: Desk;
let agent: Client;

const found = async (query: string, client = agent) => numbersOf(await everyPage(client, `/tickets?limit=3&${query}`));
const ascending = async (query: string, client = agent) => (await found(query, client)).sort((a, b) => a - b);

/** Ten tickets, an hour apart in pairs, of which each filter finds some. The desk stands still in time while they are made. */
beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  const { ada, bob, cy, agent: sam, agent2 } = desk.people;
  agent = sam.client;
  const clock = test.app.get(Clock);
  const real = clock.now.bind(clock);
  const priorities = ['low', 'normal', 'high', 'urgent', 'normal'];
  for (let index = 0; index < 10; index++) {
    clock.now = () => DAY_1 + Math.floor(index / 2) * HOUR;
    const number = await openAt(index, [ada, bob, cy, ada, cy][index % 5]!, priorities[index % 5]!);
    expect(number).toBe(index + 1);
  }
  clock.now = () => DAY_1 + 10 * HOUR;
  await agent.patch('/tickets/2', { status: 'pending', assignee_id: sam.id });
  await agent.patch('/tickets/3', { assignee_id: agent2.id });
  clock.now = () => DAY_1 + 11 * HOUR;
  await agent.patch('/tickets/5', { status: 'closed', team_id: null });
  clock.now = real;
});
afterAll(() => test.close());

function openAt(index: number, by: Desk['people']['ada'], priority: string): Promise<number> {
  const tags = [
    ...(index % 2 === 0 ? ['even'] : ['odd']),
    ...(index < 4 ? ['early'] : []),
    ...(index === 9 ? ['été'] : []),
  ];
  return desk.open(by, { priority, tags, category: index < 7 ? 'general' : 'billing' });
}

describe('a filter', () => {
  const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

  it.each<[string, number[]]>([
    ['', ALL],
    ['status=pending', [2]],
    ['status=pending,closed', [2, 5]],
    ['priority=low', [1, 6]],
    ['priority=high,urgent', [3, 4, 8, 9]],
    ['category=billing', [8, 9, 10]],
    ['category=billing,general', ALL],
    ['category=nothing', []],
    ['category=nothing,billing', [8, 9, 10]],
    ['assignee_id=me', [2]],
    ['assignee_id=null', [1, 4, 5, 6, 7, 8, 9, 10]],
    ['assignee_id=me,null', [1, 2, 4, 5, 6, 7, 8, 9, 10]],
    ['assignee_id=2147483647', []],
    ['assignee_id=9999999999', []],
    ['requester_id=me', []],
    ['tag=even', [1, 3, 5, 7, 9]],
    ['tag=even&tag=early', [1, 3]],
    ['tag=even,odd&tag=early', [1, 2, 3, 4]],
    ['tag=even&tag=odd', []],
    ['tag=Even', []],
    ['tag=%C3%A9t%C3%A9', [10]],
    ['tag=ete', []],
    ['created_at[gte]=2026-03-01T04:00:00Z', [9, 10]],
    ['created_at[gte]=2026-03-01T04:00:00.001Z', []],
    ['created_at[lt]=2026-03-01T01:00:00Z', [1, 2]],
    ['created_at[lt]=2026-03-01', []],
    ['created_at[gte]=2026-03-01T02:00:00%2B01:00&created_at[lt]=2026-03-01T02:00:00Z', [3, 4]],
    ['updated_at[gte]=2026-03-01T10:00:00Z', [2, 3, 5]],
    ['updated_at[gte]=2026-03-01T10:00:00Z&updated_at[lt]=2026-03-01T11:00:00Z', [2, 3]],
    ['status=open&priority=normal&category=general&tag=odd', []],
    ['status=open,pending&priority=normal&category=general&tag=odd&assignee_id=me', [2]],
  ])('%s finds %j', async (query, numbers) => {
    expect(await ascending(query)).toEqual(numbers);
    const { meta } = (await agent.get(`/tickets?limit=1&include_total=true&${query}`)).body;
    expect([meta.total, meta.limit, meta.has_more]).toEqual([numbers.length, 1, numbers.length > 1]);
  });

  it('by requester, team and assignee goes by id', async () => {
    const { ada, bob, agent2 } = desk.people;
    expect(await ascending(`requester_id=${ada.id}`)).toEqual([1, 4, 6, 9]);
    expect(await ascending(`requester_id=${ada.id},${bob.id}`)).toEqual([1, 2, 4, 6, 7, 9]);
    expect(await ascending(`team_id=${desk.teams.other}`)).toEqual([3, 8, 10]);
    expect(await ascending(`team_id=${desk.teams.other},${desk.teams.shared}`)).toEqual([1, 2, 3, 4, 6, 7, 8, 9, 10]);
    expect(await ascending(`assignee_id=${agent2.id},me`)).toEqual([2, 3]);
  });

  it('never widens what a customer sees', async () => {
    const { ada, bob, cy, dee } = desk.people;
    expect(await ascending('', ada.client)).toEqual([1, 2, 4, 6, 7, 9]);
    expect(await ascending('requester_id=me', bob.client)).toEqual([2, 7]);
    expect(await ascending(`requester_id=${cy.id}`, ada.client)).toEqual([]);
    expect(await ascending(`team_id=${desk.teams.other}`, ada.client)).toEqual([]);
    expect(await ascending(`team_id=${desk.teams.shared}`, ada.client)).toEqual([1, 2, 4, 6, 7, 9]);
    expect(await ascending('status=open,closed&tag=even,odd', cy.client)).toEqual([3, 5, 8, 10]);
    expect((await dee.client.get('/tickets?include_total=true')).body.meta).toEqual({
      limit: 25,
      next_cursor: null,
      has_more: false,
      total: 0,
    });
  });
});

describe('the order', () => {
  it.each([
    ['created_at', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['-created_at', [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ['-updated_at', [5, 3, 2, 10, 9, 8, 7, 6, 4, 1]],
    ['-priority', [9, 4, 8, 3, 10, 7, 5, 2, 6, 1]],
  ])('%s is total, the number breaking ties, on pages of every size', async (sort, numbers) => {
    for (const limit of [1, 2, 4, 9, 10, 100]) {
      expect(numbersOf(await everyPage(agent, `/tickets?sort=${sort}&limit=${limit}`))).toEqual(numbers);
    }
  });

  it('is by the last update when nothing is said, 25 a page', async () => {
    const { data, meta } = (await agent.get('/tickets')).body;
    expect(numbersOf(data).slice(0, 3)).toEqual([5, 3, 2]);
    expect(meta).toEqual({ limit: 25, next_cursor: null, has_more: false });
  });
});

describe('a cursor', () => {
  const cursorOf = async (query: string, client = agent) =>
    encodeURIComponent((await client.get(`/tickets?limit=2&${query}`)).body.meta.next_cursor as string);

  it('may be used with another limit, and again', async () => {
    const cursor = await cursorOf('sort=created_at');
    for (const limit of [1, 3, 3]) {
      const { data } = (await agent.get(`/tickets?sort=created_at&limit=${limit}&cursor=${cursor}`)).body;
      expect(numbersOf(data)).toEqual([3, 4, 5].slice(0, limit));
    }
  });

  it('is refused with another filter, sort, or reader', async () => {
    const cursor = await cursorOf('status=open&sort=created_at');
    const elsewhere = [
      ...['status=open', 'status=open&sort=-created_at', 'sort=created_at', 'status=open,closed&sort=created_at'],
      'status=open&sort=created_at&tag=even',
    ];
    const answers = await Promise.all([
      ...elsewhere.map((query) => agent.get(`/tickets?${query}&cursor=${cursor}`)),
      desk.people.agent2.client.get(`/tickets?status=open&sort=created_at&cursor=${cursor}`),
      desk.people.ada.client.get(`/tickets?status=open&sort=created_at&cursor=${cursor}`),
    ]);
    expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual(
      answers.map(() => '400 invalid_cursor'),
    );
  });

  it('is refused when somebody wrote on it', async () => {
    const cursor = decodeURIComponent(await cursorOf('sort=created_at'));
    const [, signature] = cursor.split('.');
    const forged = Buffer.from(JSON.stringify([0, 0])).toString('base64url');
    for (const bad of [
      'x',
      '.',
      `${forged}.${signature}`,
      `${forged}.`,
      `${cursor}x`,
      `${cursor}.x`,
      cursor.slice(1),
      'null',
      '[]',
    ]) {
      const { status, body } = await agent.get(`/tickets?sort=created_at&cursor=${encodeURIComponent(bad)}`);
      expect([bad, status, body.code]).toEqual([bad, 400, 'invalid_cursor']);
    }
  });
});

it('shows a ticket once, however often its status is asked for', async () => {
  expect(await ascending('status=open,open')).toEqual(await ascending('status=open'));
  expect(await ascending('status=open,closed,open')).toEqual(await ascending('status=open,closed'));
});

describe('a crawl', () => {
  it.each(['created_at', '-created_at'])('by %s shows every row once while others come and change', async (sort) => {
    const existing = await ascending(`sort=${sort}`);
    const changes = ['2', '4', '6', '8', '10'];
    let opened = 0;
    const rows = await everyPage(agent, `/tickets?limit=1&sort=${sort}`, async () => {
      if (opened === 30) return;
      opened += 5;
      const change = changes.pop();
      await Promise.all([
        ...[1, 2, 3, 4, 5].map(() => desk.open(desk.people.cy)),
        ...(change ? [agent.patch(`/tickets/${change}`, { priority: 'urgent', subject: `Changed by ${sort}` })] : []),
      ]);
    });
    const seen = numbersOf(rows);
    expect(seen.filter((number) => existing.includes(number)).sort((a, b) => a - b)).toEqual(existing);
    expect(new Set(seen).size).toBe(seen.length);
    expect(await everyPage(agent, '/tickets?limit=100')).toHaveLength(existing.length + 30);
  });

  it('does not end where a ticket vanishes while its page is read', async () => {
    const below = await desk.open(desk.people.cy);
    const doomed = await desk.open(desk.people.cy);
    const database = test.app.get(Database);
    const read = database.read.bind(database);
    let isThere = true;
    const listing = jest.spyOn(database, 'read').mockImplementation(async (ctx, query) => {
      const found = await read(ctx, query);
      // Where the page's tickets are in the list is known; they themselves are read next.
      const isPage = Array.isArray(found) && found.some((row) => row.value !== undefined && row.number === doomed);
      if (isPage && isThere) {
        isThere = false;
        expect((await desk.people.admin.client.delete(`/tickets/${doomed}`)).status).toBe(200);
      }
      return found;
    });
    const path = '/tickets?limit=1&sort=-created_at';
    const { body } = await agent.get(path);
    listing.mockRestore();
    expect(isThere).toBe(false);
    expect([body.data, body.meta.has_more]).toEqual([[], true]);
    const next = await agent.get(`${path}&cursor=${encodeURIComponent(body.meta.next_cursor as string)}`);
    expect(numbersOf(next.body.data)).toEqual([below]);
  });
});
