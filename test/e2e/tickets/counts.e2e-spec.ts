import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TicketCounting } from '../../../src/modules/tickets/index.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { TOTAL_CAP } from '../../../src/platform/http/page.js';
import { contextOf, statementsOf } from '../../support/acting.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let agent: Client;

/** Tickets 1 to 5 are ada's and cy's in turn, the fifth deleted; cy takes part in none of ada's. */
beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  const { ada, cy, admin, agent: sam, agent2 } = desk.people;
  agent = sam.client;
  for (let index = 0; index < 6; index++) {
    const fields = { priority: index < 2 ? 'high' : 'normal', category: index === 0 ? 'billing' : 'general' };
    await desk.open(index % 2 === 0 ? ada : cy, { ...fields, tags: index < 3 ? ['early'] : [] });
  }
  await agent.patch('/tickets/1', { assignee_id: sam.id });
  await agent.patch('/tickets/2', { assignee_id: agent2.id, status: 'pending' });
  await agent.patch('/tickets/3', { assignee_id: sam.id, status: 'closed' });
  await admin.client.delete('/tickets/6');
  const other = await makeDesk(test);
  await other.open(other.people.ada);
});
afterAll(() => test.close());

const counts = async (query: string, client = agent) => {
  const { status, body } = await client.get(`/tickets/counts?${query}`);
  expect(status).toBe(200);
  return body.data;
};
const lists = (...queries: string[]) => queries.map((query) => `filter=${encodeURIComponent(query)}`).join('&');
const groups = async (query: string, client = agent) =>
  Object.fromEntries(
    (await counts(query, client)).groups.map((group: { value: string; count: unknown }) => [group.value, group.count]),
  );

describe('groups', () => {
  it('are counted by status, priority, category and assignee', async () => {
    const { agent: sam, agent2 } = desk.people;
    expect(await groups('by=status')).toEqual({ open: 3, in_progress: 0, pending: 1, resolved: 0, closed: 1 });
    expect(await groups('by=priority')).toEqual({ low: 0, normal: 3, high: 2, urgent: 0 });
    expect(await counts('by=category')).toEqual({
      groups: [
        { value: 'general', name: 'General', count: 4 },
        { value: 'billing', name: 'Billing', count: 1 },
      ],
    });
    expect(await counts('by=assignee')).toEqual({
      groups: [
        { value: 'null', name: null, count: 2 },
        { value: String(sam.id), name: 'agent', count: 2 },
        { value: String(agent2.id), name: 'agent2', count: 1 },
      ],
    });
  });

  it('are those that the filters admit', async () => {
    expect(await groups('by=status&status=open,closed')).toEqual({ open: 3, closed: 1 });
    expect(await groups('by=status&tag=early&assignee_id=me')).toMatchObject({ open: 1, pending: 0, closed: 1 });
    expect(await groups('by=category&category=billing,nothing')).toEqual({ billing: 1 });
    expect(await groups('by=category&category=nothing')).toEqual({});
    expect(await groups('by=assignee&assignee_id=null')).toEqual({ null: 2 });
    expect(await groups('by=assignee&assignee_id=me')).toEqual({ [desk.people.agent.id]: 2 });
    expect(await groups('by=assignee&status=closed')).toEqual({ [desk.people.agent.id]: 1 });
  });

  it('hold what the caller may see, and name nobody else', async () => {
    const { ada, bob, cy, dee, agent: sam } = desk.people;
    expect(await groups('by=status', ada.client)).toMatchObject({ open: 2, pending: 0, closed: 1 });
    expect(await groups('by=status', bob.client)).toMatchObject({ open: 2, pending: 0, closed: 1 });
    expect(await groups('by=status', cy.client)).toMatchObject({ open: 1, pending: 1, closed: 0 });
    expect(await groups('by=assignee', ada.client)).toEqual({ null: 1, [sam.id]: 2 });
    expect(await groups('by=category', dee.client)).toEqual({});
  });
});

describe('lists', () => {
  it('are counted in the order in which they were asked for, groups beside them', async () => {
    const queries = ['status=open&assignee_id=me', '', 'tag=early&tag=early', 'status=closed&sort=-priority&limit=5'];
    expect(await counts(lists(...queries))).toEqual({ filters: [1, 5, 3, 1] });
    const both = await counts(`by=priority&priority=high&${lists('priority=normal', 'category=nothing')}`);
    expect(both).toEqual({ groups: [{ value: 'high', name: 'high', count: 2 }], filters: [3, 0] });
  });

  it('count each ticket once, for whatever reasons it is seen', async () => {
    const { ada, bob, dee } = desk.people;
    // Requested by ada, of her team, and with her as participant.
    await desk.people.bob.client.post('/tickets/1/messages', { body: 'Me too.' });
    expect(await counts(lists('', 'status=closed'), ada.client)).toEqual({ filters: [3, 1] });
    expect(await counts(lists('', 'requester_id=me'), bob.client)).toEqual({ filters: [3, 0] });
    expect(await counts(lists('', ''), dee.client)).toEqual({ filters: [0, 0] });
  });

  it('are thirty in one statement', async () => {
    const filters = Array.from({ length: 30 }, (_, index) => ({ statuses: [index % 2 ? 'open' : 'closed'] as const }));
    for (const person of [desk.people.agent, desk.people.ada]) {
      const ctx = await contextOf(test, desk, person);
      const count = () => test.app.get(TicketCounting).count(ctx, { filter: {}, filters });
      expect(await statementsOf(test, count)).toBe(1);
    }
    const queries = Array.from({ length: 31 }, () => 'status=open');
    expect((await counts(lists(...queries.slice(1)))).filters).toHaveLength(30);
    expect(await agent.get(`/tickets/counts?${lists(...queries)}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_parameter' },
    });
  });

  it('that are none are refused, each by its place', async () => {
    const bad = ['status=gone', 'status=open', 'colour=red', 'created_at[gte]=soon', 'tag=', '__proto__=1', 'limit=x'];
    const { status, body } = await agent.get(`/tickets/counts?${lists(...bad)}`);
    expect([status, body.code]).toEqual([400, 'invalid_parameter']);
    expect(Object.keys(body.errors)).toEqual([0, 2, 3, 4, 5, 6].map((index) => `filter.${index}`));
    expect(body.errors['filter.2']).toEqual(['Unknown query parameter: colour']);
  });
});

it('asks for nothing only when it is told what', async () => {
  for (const [query, code] of [
    ['', 'invalid_parameter'],
    ['by=tag', 'invalid_parameter'],
    ['by=status&status=gone', 'invalid_parameter'],
    ['by=status&sort=-priority', 'unknown_parameter'],
  ]) {
    const { status, body } = await agent.get(`/tickets/counts?${query}`);
    expect([query, status, body.code]).toEqual([query, 400, code]);
  }
});

it('is exact to ten thousand and says so beyond', async () => {
  const many = await makeDesk(test);
  const { ada, agent: sam } = many.people;
  await many.open(ada);
  await copyTo(many, TOTAL_CAP);
  expect((await counts(lists(''), sam.client)).filters).toEqual([TOTAL_CAP]);
  expect(await groups('by=status', ada.client)).toMatchObject({ open: TOTAL_CAP, closed: 0 });
  await many.open(ada);
  expect((await counts(lists('', 'status=closed'), sam.client)).filters).toEqual([`${TOTAL_CAP}+`, 0]);
  expect(await groups('by=status', ada.client)).toMatchObject({ open: `${TOTAL_CAP}+`, closed: 0 });
});

/** Has the desk's first ticket stand there until there are `count` of it; the next one opened comes behind them. */
async function copyTo({ ctx }: Desk, count: number): Promise<void> {
  const database = test.app.get(Database);
  await database.transaction(ctx, (tx) =>
    database.write(tx, async (manager) => {
      const [row] = await manager.query<object[]>('SELECT * FROM tickets WHERE tenant_id = ?', [ctx.tenant.id]);
      const columns = Object.keys(row ?? {});
      for (let there = 1; there < count; there *= 2) {
        const copied = columns.map((column) => (column === 'number' ? `number + ${there}` : column)).join(', ');
        await manager.query(
          `INSERT INTO tickets (${columns.join(', ')}) SELECT ${copied} FROM tickets
           WHERE tenant_id = ? AND number <= ${count - there}`,
          [ctx.tenant.id],
        );
      }
      await manager.query("UPDATE counters SET value = ? WHERE tenant_id = ? AND name = 'tickets'", [
        count,
        ctx.tenant.id,
      ]);
    }),
  );
}
