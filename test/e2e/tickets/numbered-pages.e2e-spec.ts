import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TicketListing, type TicketPageRequest, TicketsService } from '../../../src/modules/tickets/index.js';
import type { TenantContext } from '../../../src/platform/context/request-context.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { clockOf } from '../../support/accounts.js';
import { contextOf, statementsOf } from '../../support/acting.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { numbersOf } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let listing: TicketListing;
let agent: TenantContext;
let ada: TenantContext;

/** Seven tickets: ada's 1, 3, 5, 7, bob's 2, 6, cy's 4. Bob wrote on 1, the agent a note on 3 and a reply on 2. */
beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  listing = test.app.get(TicketListing);
  const { people } = desk;
  const clock = clockOf(test);
  const minutes = (count: number) => clock.move(count * 60_000);
  for (let number = 1; number <= 7; number++) {
    minutes(number);
    await desk.open(number % 2 === 1 ? people.ada : number === 4 ? people.cy : people.bob);
  }
  minutes(11);
  await people.bob.client.post('/tickets/1/messages', { body: 'Me too.' });
  minutes(12);
  await people.agent.client.post('/tickets/3/messages', { body: 'Hm.', visibility: 'internal' });
  minutes(13);
  await people.agent.client.post('/tickets/2/messages', { body: 'Which van?' });
  await people.agent.client.patch('/tickets/4', { status: 'pending' });
  await people.agent.client.post('/tickets/6/close');
  minutes(0);
  agent = await contextOf(test, desk, people.agent);
  ada = await contextOf(test, desk, people.ada);
});
afterAll(() => test.close());

const page = (ctx: TenantContext, request: Partial<TicketPageRequest> = {}) =>
  listing.page(ctx, { filter: {}, sort: '-created_at', page: 1, perPage: 3, ...request });

describe('a page by number', () => {
  it('is one of equal parts of the list, with the total', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 1e9, 1e300].map((number) => page(agent, { page: number })));
    expect(pages.map(({ items }) => numbersOf(items))).toEqual([[7, 6, 5], [4, 3, 2], [1], [], [], []]);
    expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([7]));
    expect(pages[1]).toMatchObject({ page: 2, perPage: 3 });
  });

  it('of a filter counts what the filter finds, down to nothing', async () => {
    const { items, total } = await page(agent, { filter: { statuses: ['pending', 'closed'] }, sort: 'created_at' });
    expect([numbersOf(items), total]).toEqual([[4, 6], 2]);
    expect(await page(agent, { filter: { statuses: [] } })).toMatchObject({ items: [], total: 0 });
  });

  it('shows what its reader sees, as a list does, in one more query for the unread', async () => {
    const { items, total } = await page(ada, { perPage: 10 });
    expect([numbersOf(items), total]).toEqual([[7, 6, 5, 3, 2, 1], 6]);
    expect(items.map(({ unreadCount }) => unreadCount)).toEqual([0, 1, 0, 0, 2, 1]);
    const listed = await listing.list(ada, { filter: {}, sort: '-created_at', limit: 10 });
    expect(items).toEqual(listed.items);
  });

  it('asks thrice for a full one, twice for the last, and not for rows that are beyond every total', async () => {
    const asked = (request: Partial<TicketPageRequest>) => statementsOf(test, () => page(agent, request));
    expect(await asked({ page: 1 })).toBe(3);
    expect(await asked({ page: 3 })).toBe(2);
    expect(await asked({ page: 3_335 })).toBe(1);
  });
});

describe('by the last message', () => {
  it('goes for staff by every message, for customers by the public ones', async () => {
    const sort = '-last_message_at' as const;
    const order = async (ctx: TenantContext) => numbersOf((await page(ctx, { sort, perPage: 10 })).items);
    expect(await order(agent)).toEqual([2, 3, 1, 7, 6, 5, 4]);
    expect(await order(ada)).toEqual([2, 1, 7, 6, 5, 3]);
    const first = await listing.list(agent, { filter: {}, sort, limit: 2 });
    const second = await listing.list(agent, { filter: {}, sort, limit: 2, cursor: first.nextCursor ?? '' });
    expect(numbersOf([...first.items, ...second.items])).toEqual([2, 3, 1, 7]);
  });

  it('is not offered by the native API', async () => {
    expect((await desk.people.agent.client.get('/tickets?sort=-last_message_at')).status).toBe(400);
  });
});

describe('counts by status', () => {
  const NONE = { open: 0, in_progress: 0, pending: 0, resolved: 0, closed: 0 };

  it('have every status, for what the reader sees, in one statement', async () => {
    expect(await listing.countByStatus(agent, {})).toEqual({ ...NONE, open: 5, pending: 1, closed: 1 });
    expect(await listing.countByStatus(ada, {})).toEqual({ ...NONE, open: 5, closed: 1 });
    expect(await statementsOf(test, () => listing.countByStatus(agent, {}))).toBe(1);
  });

  it('heed the filter but for its statuses', async () => {
    const filter = { statuses: ['closed'], requesterIds: [desk.people.bob.id] } as const;
    expect(await listing.countByStatus(agent, filter)).toEqual({ ...NONE, open: 1, closed: 1 });
    expect(await listing.countByStatus(agent, { tags: [['none']] })).toEqual(NONE);
  });
});

describe('somebody on a wire of own tickets only', () => {
  it('sees what they requested: not the team’s, not what they take part in', async () => {
    const { bob } = desk.people;
    const own = await contextOf(test, desk, bob, { ownTicketsOnly: true });
    const tickets = test.app.get(TicketsService);
    expect(numbersOf((await page(own)).items)).toEqual([6, 2]);
    expect((await page(await contextOf(test, desk, bob), { perPage: 10 })).total).toBe(6);
    expect(await listing.countByStatus(own, {})).toMatchObject({ open: 1, closed: 1 });
    expect(await tickets.isVisible(own, 2)).toBe(true);
    for (const number of [1, 3, 4]) {
      expect(await tickets.isVisible(own, number)).toBe(false);
      await expect(tickets.get(own, number)).rejects.toMatchObject({ code: 'not_found' });
      await expect(tickets.close(own, number)).rejects.toMatchObject({ code: 'not_found' });
      await expect(tickets.whoLast(own, number, 'ticket.closed')).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('cannot go on where a wider list of theirs stopped', async () => {
    const own = { ...ada, actor: { ...ada.actor, ownTicketsOnly: true } } as const;
    const request = { filter: {}, sort: 'created_at', limit: 2 } as const;
    const { nextCursor } = await listing.list(ada, request);
    const cursor = nextCursor ?? '';
    expect(numbersOf((await listing.list(ada, { ...request, cursor })).items)).toEqual([3, 5]);
    await expect(listing.list(own, { ...request, cursor })).rejects.toMatchObject({ code: 'invalid_cursor' });
  });
});

describe('a very long list', () => {
  it('is counted and paged to ten thousand and no further', async () => {
    const long = await makeDesk(test);
    await long.open(long.people.ada);
    const database = test.app.get(Database);
    await database.transaction(long.ctx, (tx) =>
      database.write(tx, async (manager) => {
        const [row] = await manager.query<object[]>('SELECT * FROM tickets WHERE tenant_id = ?', [long.ctx.tenant.id]);
        const columns = Object.keys(row ?? {});
        for (let count = 1; count < 12_000; count *= 2) {
          const copied = columns.map((column) => (column === 'number' ? `number + ${count}` : column));
          await manager.query(
            `INSERT INTO tickets (${columns.join(', ')}) SELECT ${copied.join(', ')} FROM tickets WHERE tenant_id = ?`,
            [long.ctx.tenant.id],
          );
        }
      }),
    );
    const reader = await contextOf(test, long, long.people.agent);
    const at = async (number: number) => page(reader, { page: number, perPage: 15, sort: 'created_at' });
    const { items, total } = await at(667);
    expect([total, items.length, items[0]?.number, items.at(-1)?.number]).toEqual([10_000, 10, 9_991, 10_000]);
    expect(await at(668)).toMatchObject({ items: [], total: 10_000 });
    expect(await listing.countByStatus(reader, {})).toMatchObject({ open: 10_000, closed: 0 });
    const { meta } = (await long.people.agent.client.get('/tickets?limit=1&include_total=true')).body;
    expect(meta.total).toBe(10_000);
  });
});
