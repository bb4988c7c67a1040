import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Desk, Person } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { create, list, makeVerifikDesk, numberOf, put } from './a-verifik-desk.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeVerifikDesk(test);
});
afterAll(() => test.close());

const KEYS = [
  ...['_id', 'title', 'description', 'status', 'priority', 'category', 'client', 'assignedTo', 'tags'],
  ...['createdAt', 'updatedAt'],
];

async function titles(by: Person, query: string): Promise<string[]> {
  const { status, body } = await list(by, query);
  expect(status).toBe(200);
  return body.data.map(({ title }: { title: string }) => title).toSorted();
}

describe('the list', () => {
  it('of nobody’s tickets is empty, and no failure', async () => {
    const { status, body } = await list((await makeVerifikDesk(test)).people.ada, '?countByStatus=true');
    expect([status, Object.keys(body)]).toEqual([200, ['success', 'data', 'pagination', 'counts']]);
    expect(body).toEqual({
      success: true,
      data: [],
      pagination: { page: 1, limit: 10, total: 0, pages: 0 },
      counts: { open: 0, pending: 0, in_progress: 0, resolved: 0, closed: 0 },
    });
  });

  it('shows eleven keys, the whole description, and the newest first', async () => {
    const { people } = await makeVerifikDesk(test);
    const description = 'Long. '.repeat(500);
    await create(people.ada, { title: 'first', description });
    await create(people.ada, { title: 'second' });
    const { body } = await list(people.ada);
    expect(body.data.map((ticket: object) => Object.keys(ticket))).toEqual([KEYS, KEYS]);
    expect(body.data.map(({ title }: { title: string }) => title)).toEqual(['second', 'first']);
    expect(body.data[1].description).toBe(description);
    expect([Object.keys(body), Object.keys(body.pagination)]).toEqual([
      ['success', 'data', 'pagination'],
      ['page', 'limit', 'total', 'pages'],
    ]);
  });

  it('goes by pages of ten, or of as many as are asked for', async () => {
    const { people } = await makeVerifikDesk(test);
    for (let index = 1; index <= 12; index++) await create(people.ada, { title: `no. ${index}` });
    const first = (await list(people.ada)).body;
    expect([first.data.length, first.pagination]).toEqual([10, { page: 1, limit: 10, total: 12, pages: 2 }]);
    const last = (await list(people.ada, '?page=3&limit=5')).body;
    expect(last.data.map(({ title }: { title: string }) => title)).toEqual(['no. 2', 'no. 1']);
    expect(last.pagination).toEqual({ page: 3, limit: 5, total: 12, pages: 3 });
    const beyond = (await list(people.ada, '?page=999999999999999')).body;
    expect([beyond.data, beyond.pagination.total]).toEqual([[], 12]);
    expect((await list(people.ada, '?limit=1000')).body.pagination.limit).toBe(100);
  });

  it('counts by status what the caller sees, whatever status and page were asked for', async () => {
    const { people } = await makeVerifikDesk(test);
    await create(people.ada, { priority: 'low' });
    const ids = [await create(people.ada), await create(people.ada), await create(people.dee)].map(({ _id }) => _id);
    await put(people.agent, ids[0], { status: 'pending' });
    await put(people.agent, ids[2], { status: 'closed' });
    const counts = async (by: Person, query: string) => (await list(by, `?countByStatus=true${query}`)).body.counts;
    const adas = { open: 2, pending: 1, in_progress: 0, resolved: 0, closed: 0 };
    expect(Object.entries(await counts(people.ada, '&status=open&limit=1&page=2'))).toEqual(Object.entries(adas));
    expect(await counts(people.agent, '&status=pending')).toEqual({ ...adas, closed: 1 });
    expect(await counts(people.agent, '&priority=high')).toEqual({ ...adas, open: 1, closed: 1 });
    expect((await list(people.ada, '?countByStatus=false')).body.counts).toBeUndefined();
  });

  it.each([
    'page=0',
    'page=-1',
    'page=1.5',
    'page=x',
    'page=',
    'limit=0',
    'limit=ten',
    'status=cancelled',
    'status=Open',
    'status=open&status=closed',
    'priority=normal',
    'category=sales',
    'countByStatus=yes',
    'countByStatus=1',
  ])('tells a bad query in a shape of its own: %s', async (query) => {
    const { status, body } = await list(desk.people.ada, `?${query}`);
    expect([status, Object.entries(body)]).toEqual([
      400,
      [
        ['success', false],
        ['error', 'Invalid query parameters'],
        ['code', 'INVALID_PARAMETERS'],
      ],
    ]);
  });

  it('passes over parameters nobody knows, and over empty filters', async () => {
    expect((await list(desk.people.ada, '?colour=red&status=&priority=&category=')).status).toBe(200);
  });
});

describe('filters', () => {
  it('find what prints as the word asked for', async () => {
    const { people } = await makeVerifikDesk(test);
    const { ada, agent } = people;
    for (const priority of ['low', 'medium', 'high', 'urgent']) await create(ada, { title: priority, priority });
    for (const priority of ['low', 'medium', 'high', 'urgent']) {
      expect(await titles(ada, `?priority=${priority}`)).toEqual([priority]);
    }
    const { _id } = await create(ada, { title: 'worked on', category: 'account', priority: 'low' });
    for (const status of ['in_progress', 'pending', 'resolved', 'closed', 'open']) {
      await put(agent, _id, { status });
      expect(await titles(ada, `?status=${status}&category=account&priority=low`)).toEqual(['worked on']);
    }
  });

  it('find under `general` all that has no word of its own, archived categories too', async () => {
    const { people } = await makeVerifikDesk(test, ['Technical', 'Parcels', 'General', 'Drones']);
    const { ada, admin } = people;
    for (const category of ['technical', 'general']) await create(ada, { title: category, category });
    for (const category of ['parcels', 'drones']) {
      await ada.client.post('/tickets', { subject: category, description: 'Lost.', category });
    }
    await admin.client.delete('/categories/4');
    expect(await titles(ada, '?category=general')).toEqual(['drones', 'general', 'parcels']);
    expect(await titles(ada, '?category=technical')).toEqual(['technical']);
    expect(await titles(ada, '?category=billing')).toEqual([]);
    const { body } = await list(ada, '?category=general');
    expect(new Set(body.data.map(({ category }: { category: string }) => category))).toEqual(new Set(['general']));
  });

  it('stay true when an agent sends a whole ticket back: what prints as `general` stays where it is', async () => {
    const { people } = await makeVerifikDesk(test, ['Parcels', 'General']);
    const { ada, agent } = people;
    const number = (await ada.client.post('/tickets', { subject: 'Lost', description: '.', category: 'parcels' })).body
      .data.number as number;
    const id = `support_ticket_${number}`;
    const shown = (await list(agent)).body.data.find(({ _id }: { _id: string }) => _id === id);
    expect((await put(agent, id, shown)).status).toBe(200);
    const native = (await agent.client.get(`/tickets/${numberOf(id)}`)).body.data;
    expect([native.category.slug, native.version]).toEqual(['parcels', 1]);
  });
});
