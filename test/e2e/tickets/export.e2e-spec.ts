import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TicketListing } from '../../../src/modules/tickets/index.js';
import { makeLongDesk } from '../../support/a-busy-desk.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const TICKETS = 1_024;

let test: TestApp;
let desk: Desk;
let long: Desk;
let url: string;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  long = await makeLongDesk(test, Date.parse('2026-01-01T00:00:00Z'), TICKETS);
  const { ada, cy } = desk.people;
  await desk.open(ada, { subject: '=HYPERLINK("http://evil.example";"Click")', tags: ['a', 'b'] });
  await desk.open(ada, { subject: 'Two, "quoted" wörds', priority: 'urgent', category: 'billing' });
  await desk.open(cy, { subject: '@cy' });
  url = await test.listen();
}, 120_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => test.close());

/** The lines of an export without the names of the columns. */
async function exported(client: Client, query = ''): Promise<readonly string[]> {
  const { status, bytes } = await client.get(`/tickets/export${query}`);
  expect(status).toBe(200);
  const lines = bytes.toString('utf8').split('\r\n');
  expect(lines.at(-1)).toBe('');
  return lines.slice(1, -1);
}
const references = async (client: Client, query = '') =>
  (await exported(client, query)).map((line) => Number(/^TK-\d{4}-(\d+),/.exec(line)?.[1]));

/** An export over a connection that can be left. */
async function open({ token }: Person): Promise<IncomingMessage> {
  const asking = request(`${url}/api/v1/tickets/export`, {
    headers: { authorization: `Bearer ${token}` },
    agent: false,
  });
  asking.on('error', () => undefined).end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  response.on('error', () => undefined);
  return response;
}

const closed = (response: IncomingMessage) => new Promise((resolve) => response.once('close', resolve));

/** Has every page but the first wait until it is let go; gives how many pages were asked for. */
function holdPages() {
  const listing = test.app.get(TicketListing);
  const list = listing.list.bind(listing);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const spy = jest.spyOn(listing, 'list').mockImplementation(async (ctx, asked) => {
    if (asked.cursor !== undefined) await held;
    return list(ctx, asked);
  });
  return { letGo, pages: () => spy.mock.calls.length };
}

describe('an export', () => {
  it('is a table that spreadsheets take for what it is', async () => {
    const { headers, bytes } = await desk.people.agent.client.get('/tickets/export?sort=created_at');
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': expect.stringMatching(/^attachment; filename=tickets-\d{4}-\d\d-\d\d\.csv$/),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [columns, first = '', second = '', third = ''] = bytes.subarray(3).toString('utf8').split('\r\n');
    expect(columns).toBe(
      'reference,subject,status,priority,category,requester,requester_email,team,assignee,tags,message_count,' +
        'created_at,updated_at,first_response_at,resolved_at,closed_at',
    );
    expect(first).toMatch(/^TK-\d{4}-00001,"'=HYPERLINK\(""http:\/\/evil.example"";""Click""\)",open,normal,General,/);
    expect(first).toContain(',"a, b",1,');
    expect(second).toMatch(/^TK-\d{4}-00002,"Two, ""quoted"" wörds",open,urgent,Billing,ada,ada@.*,Shared,,,1,/);
    expect(third).toMatch(/^TK-\d{4}-00003,'@cy,/);
  });

  it('has the filters, the order and the search of the list', async () => {
    const { client } = desk.people.agent;
    expect(await references(client)).toEqual([3, 2, 1]);
    expect(await references(client, '?sort=-priority')).toEqual([2, 3, 1]);
    expect(await references(client, '?category=billing')).toEqual([2]);
    expect(await references(client, '?tag=a&tag=b&status=open')).toEqual([1]);
    expect(await references(client, '?status=closed')).toEqual([]);
    expect(await references(client, '?q=quoted')).toEqual([2]);
  });

  it('holds what its reader may see, and no trace of notes', async () => {
    const { ada, bob, cy, dee, agent } = desk.people;
    expect(await references(ada.client)).toEqual([2, 1]);
    expect(await references(bob.client)).toEqual([2, 1]);
    expect(await references(cy.client)).toEqual([3]);
    expect(await exported(dee.client)).toEqual([]);
    const [before] = await exported(cy.client);
    await agent.client.post('/tickets/3/messages', { body: 'A note.', visibility: 'internal' });
    expect(await exported(cy.client)).toEqual([before]);
    expect(await exported(agent.client, '?requester_id=' + cy.id)).not.toEqual([before]);
  });

  it('refuses what the list would refuse', async () => {
    for (const [query, code] of [
      ['status=gone', 'invalid_parameter'],
      ['q=!', 'invalid_parameter'],
      ['q=van&sort=created_at', 'invalid_parameter'],
      ['created_at[gte]=soon', 'invalid_parameter'],
      ['cursor=x', 'unknown_parameter'],
      ['limit=5', 'unknown_parameter'],
    ]) {
      const { status, body } = await desk.people.agent.client.get(`/tickets/export?${query}`);
      expect([query, status, body.code]).toEqual([query, 400, code]);
    }
  });

  it('has every ticket once, page by page', async () => {
    const spy = jest.spyOn(test.app.get(TicketListing), 'list');
    const numbers = await references(long.people.agent.client);
    expect(numbers).toEqual(Array.from({ length: TICKETS }, (_, index) => TICKETS - index));
    expect(spy.mock.calls.length).toBeGreaterThan(5);
    expect(await references(long.people.ada.client, '?sort=created_at')).toHaveLength(TICKETS);
  });

  it('is asked for its head only and reads no further', async () => {
    const spy = jest.spyOn(test.app.get(TicketListing), 'list');
    const { status, bytes } = await long.people.agent.client.request('HEAD', '/tickets/export');
    await sleep(200);
    expect([status, bytes.length]).toEqual([200, 0]);
    expect(spy.mock.calls.length).toBeLessThan(4);
  });
});

describe('while an export is under way', () => {
  it('one caller has two of them, and gets the places back by leaving', async () => {
    const { agent, agent2 } = long.people;
    const { letGo, pages } = holdPages();
    const two = [await open(agent), await open(agent)];
    const refused = await agent.client.get('/tickets/export');
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
    const other = await open(agent2);
    expect(other.statusCode).toBe(200);
    for (const each of [...two, other]) each.destroy();
    await sleep(100);
    letGo();
    await sleep(200);
    // Each had asked for its second page when it was left, and for no third.
    expect(pages()).toBe(6);
    expect(await references(agent.client)).toHaveLength(TICKETS);
  });

  it('a failure breaks the connection instead of ending the table', async () => {
    const { letGo } = holdPages();
    const response = await open(long.people.agent);
    response.resume();
    jest.spyOn(test.app.get(TicketListing), 'list').mockRejectedValue(new Error('a defect'));
    letGo();
    await closed(response);
    expect(response.complete).toBe(false);
  });

  it('it ends when its caller is not let in any more', async () => {
    const left = await long.add('leaver', 'agent');
    const { letGo, pages } = holdPages();
    const response = await open(left);
    response.resume();
    await sleep(50);
    await long.people.admin.client.patch(`/users/${left.id}`, { status: 'inactive' });
    letGo();
    await closed(response);
    expect([response.complete, pages()]).toEqual([false, 2]);
  });
});

it('lists by resolution have what reports count', async () => {
  const { client } = long.people.agent;
  const within = 'resolved_at[gte]=2026-01-10&resolved_at[lt]=2026-01-11';
  const { body } = await client.get(`/tickets?${within}&limit=100`);
  const daily = (await client.get('/reports/daily?from=2026-01-10&to=2026-01-10')).body.data;
  expect(body.data).toHaveLength(daily.resolved);
  expect((await client.get(`/tickets/counts?by=status&${within}`)).body.data.groups).toContainEqual({
    value: 'resolved',
    name: 'resolved',
    count: expect.any(Number),
  });
  expect((await client.get('/tickets?resolved_at[gte]=soon')).body.code).toBe('invalid_parameter');
});
