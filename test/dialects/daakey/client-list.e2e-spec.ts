import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockOf } from '../../support/accounts.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, type Side } from './agency.js';

const LISTED = [
  ...['id', 'reference', 'subject', 'status', 'priority', 'category'],
  ...['last_message', 'last_message_at', 'unread_count', 'created_at'],
];

let test: TestApp;
let agency: Agency;
let ada: Side;
let agent: Side;

beforeAll(async () => {
  test = await startTestApp();
  agency = await makeAgency(test);
  ada = agency.client(agency.desk.people.ada);
  agent = agency.dashboard(agency.desk.people.agent);
});
afterAll(() => test.close());

const open = (fields: object = {}) => agency.open(agency.desk.people.ada, { ...fields });
const say = (id: number, message: string, side = agent) => side.post(`/tickets/${id}/messages`, { message });

async function rowOf(id: number): Promise<any> {
  return (await ada.get('/tickets?per_page=100')).body.data.find((row: any) => row.id === id);
}

describe('the list of tickets', () => {
  it('is empty at first, with one page', async () => {
    const { status, body } = await agency.client(agency.desk.people.dee).get('/tickets');
    expect([status, body.message, body.data]).toEqual([200, 'Tickets retrieved', []]);
    expect(Object.entries(body.meta)).toEqual([
      ['agency_id', 123],
      ['agency_code', 'AGENCY123'],
      ['current_page', 1],
      ['last_page', 1],
      ['per_page', 15],
      ['total', 0],
    ]);
    expect(Object.keys(body)).toEqual(['success', 'message', 'data', 'meta', 'request_id', 'timestamp']);
  });

  it('has the client’s own tickets, in the keys of the page', async () => {
    const id = await open();
    await agency.open(agency.desk.people.bob);
    const { data } = (await ada.get('/tickets')).body;
    expect(data.map((row: any) => row.id)).toEqual([id]);
    expect(Object.keys(data[0])).toEqual(LISTED);
    expect(data[0]).toMatchObject({ last_message: 'I am unable to start the vehicle.', unread_count: 0 });
    expect(data[0].last_message_at).toBe(data[0].created_at);
  });

  it('shows the last message, cut after a hundred characters, and when it was', async () => {
    const id = await open();
    await say(id, '🚗'.repeat(100));
    expect((await rowOf(id)).last_message).toBe('🚗'.repeat(100));
    await say(id, '🚗'.repeat(101));
    expect((await rowOf(id)).last_message).toBe(`${'🚗'.repeat(100)}...`);
    const long = await open({ message: 'x'.repeat(10_000) });
    expect((await rowOf(long)).last_message).toBe(`${'x'.repeat(100)}...`);
  });

  it('has the one first that was written to last, and of one moment the newer one', async () => {
    clockOf(test).stop();
    const [first, second, third] = [await open(), await open(), await open()];
    clockOf(test).move(2_000);
    await say(first, 'Any news?', ada);
    const { data } = (await ada.get('/tickets?per_page=3')).body;
    expect(data.map((row: any) => row.id)).toEqual([first, third, second]);
    expect(data[0].last_message_at > data[0].created_at).toBe(true);
    clockOf(test).move(0);
  });

  it('comes in pages, of a hundred at most; nonsense is the default', async () => {
    const cy = agency.client(agency.desk.people.cy);
    const ids = [];
    for (let each = 0; each < 5; each++) ids.push(await agency.open(agency.desk.people.cy));
    const page = async (query: string) => {
      const { data, meta } = (await cy.get(`/tickets?${query}`)).body;
      return [data.map((row: any) => row.id), meta.current_page, meta.last_page, meta.per_page, meta.total];
    };
    const newest = ids.toReversed();
    expect(await page('per_page=2')).toEqual([newest.slice(0, 2), 1, 3, 2, 5]);
    expect(await page('per_page=2&page=3')).toEqual([newest.slice(4), 3, 3, 2, 5]);
    expect(await page('per_page=2&page=9')).toEqual([[], 9, 3, 2, 5]);
    expect(await page('per_page=101')).toEqual([newest, 1, 1, 100, 5]);
    expect(await page('per_page=0&page=-1')).toEqual([newest, 1, 1, 15, 5]);
    expect(await page('per_page=ten&page=1.5&unknown=7')).toEqual([newest, 1, 1, 15, 5]);
  });

  it('is filtered by every word for a status, and finds what is printed with it', async () => {
    const bob = agency.client(agency.desk.people.bob);
    const ids: Record<string, number> = {};
    for (const status of ['open', 'in_progress', 'pending', 'resolved', 'closed']) {
      const id = (ids[status] = await agency.open(agency.desk.people.bob));
      if (status !== 'open') await agency.desk.people.agent.client.patch(`/tickets/${id}`, { status });
    }
    const all = (await bob.get('/tickets?per_page=100')).body.data as { id: number; status: string }[];
    expect(all.find(({ id }) => id === ids['pending'])?.status).toBe('in_progress');
    for (const word of ['open', 'in_progress', 'resolved', 'closed']) {
      const { data } = (await bob.get(`/tickets?status=${word}&per_page=100`)).body;
      expect(data).toEqual(all.filter(({ status }) => status === word));
      expect(data.length).toBeGreaterThan(0);
    }
    expect((await bob.get('/tickets?status=')).body.meta.total).toBe(all.length);
  });

  it.each(['pending', 'Open', 'spaceship', 'open&status=closed'])('refuses the status %s', async (status) => {
    const { status: code, body } = await ada.get(`/tickets?status=${status}`);
    expect([code, body.errors]).toEqual([422, { status: ['The selected status is invalid.'] }]);
  });
});
