import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Threads } from '../../../src/modules/messages/index.js';
import type { Answer } from '../../support/client.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, putBooking, type Side, sign, signedBy } from './agency.js';

const ODD_IDS = ['0', '-1', '1.5', '01', 'TK-2024-00001', '2147483648', '99999999999999999999', 'x', '%20', '1e0'];
const MESSAGE = ['id', 'message', 'sender', 'sender_name', 'attachments', 'created_at'];

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
const setStatus = (id: number, status: string) => agent.patch(`/tickets/${id}/status`, { status });

async function rowOf(id: number): Promise<any> {
  return (await ada.get('/tickets?per_page=100')).body.data.find((row: any) => row.id === id);
}

function expectFailure({ status, body }: Answer, expected: number, message: string): void {
  expect([status, body.message]).toEqual([expected, message]);
  expect(Object.keys(body)).toEqual(['success', 'message', 'data', 'request_id', 'timestamp']);
}

describe('a ticket', () => {
  it('is shown whole, in the keys of the page', async () => {
    await putBooking(test, agency.desk, 50, agency.desk.people.ada);
    const id = await open({ booking_id: 50 });
    await say(id, 'A technician is on the way.');
    const { status, body, headers } = await ada.get(`/tickets/${id}`);
    expect([status, body.message, body.meta]).toEqual([
      200,
      'Ticket retrieved',
      { agency_id: 123, agency_code: 'AGENCY123' },
    ]);
    expect(headers['cache-control']).toBe('no-store');
    expect(Object.keys(body.data)).toEqual([
      ...['id', 'reference', 'subject', 'status', 'priority', 'category'],
      ...['booking', 'messages', 'created_at', 'updated_at'],
    ]);
    expect(Object.entries(body.data.booking)).toEqual([
      ['id', 50],
      ['reference', 'BK-2024-00050'],
      ['vehicle', { id: 12, plate_number: 'ABC-123', brand: 'Toyota', model: 'Corolla' }],
      ['start_date', '2024-01-14T09:00:00Z'],
      ['end_date', '2024-01-18T18:00:00Z'],
    ]);
    expect(body.data.messages.map(Object.keys)).toEqual([MESSAGE, MESSAGE]);
    expect(body.data.messages).toMatchObject([
      { message: 'I am unable to start the vehicle.', sender: 'client', sender_name: 'ada', attachments: [] },
      { message: 'A technician is on the way.', sender: 'support', sender_name: 'Support Team', attachments: [] },
    ]);
    expect(body.data.updated_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('shows the support under the name that the agency gives it', async () => {
    const named = await makeAgency(test, { agency_id: 41, agency_code: 'NAMED', support_name: 'Rescue Crew' });
    const id = await named.open(named.desk.people.dee);
    await named.dashboard(named.desk.people.agent).post(`/tickets/${id}/messages`, { message: 'Coming.' });
    const { messages } = (await named.client(named.desk.people.dee).get(`/tickets/${id}`)).body.data;
    expect(messages[1].sender_name).toBe('Rescue Crew');
    expect(JSON.stringify(messages)).not.toContain('"agent"');
  });

  it('that staff opened for the client begins with a message of the support', async () => {
    const requester = { id: agency.desk.people.ada.id };
    const id = await agency.desk.open(agency.desk.people.agent, { requester });
    expect((await rowOf(id)).unread_count).toBe(1);
    const { messages } = (await ada.get(`/tickets/${id}`)).body.data;
    expect(messages).toMatchObject([{ sender: 'support', sender_name: 'Support Team' }]);
    expect((await rowOf(id)).unread_count).toBe(0);
  });

  it('counts as read once it was shown, and only that far', async () => {
    const id = await open();
    await say(id, 'One');
    await say(id, 'Two');
    expect((await rowOf(id)).unread_count).toBe(2);
    // HEAD shows nothing.
    const signed = signedBy(test.client, sign(test, { agency_code: 'AGENCY123' })).as(agency.desk.people.ada.token);
    await signed.send('HEAD', `/api/v1/client/tickets/${id}`);
    expect((await rowOf(id)).unread_count).toBe(2);
    await ada.get(`/tickets/${id}`);
    expect((await rowOf(id)).unread_count).toBe(0);
    await say(id, 'Mine', ada);
    expect((await rowOf(id)).unread_count).toBe(0);
    await say(id, 'Three');
    expect((await rowOf(id)).unread_count).toBe(1);
  });

  it('is read no further than it was shown: what is written meanwhile stays unread', async () => {
    const id = await open();
    await say(id, 'Before');
    const threads = test.app.get(Threads);
    const whole = threads.whole.bind(threads);
    threads.whole = async (ctx, ticket) => {
      threads.whole = whole;
      const read = await whole(ctx, ticket);
      await say(id, 'Meanwhile');
      return read;
    };
    expect((await ada.get(`/tickets/${id}`)).body.data.messages).toHaveLength(2);
    expect((await rowOf(id)).unread_count).toBe(1);
    expect((await ada.get(`/tickets/${id}`)).body.data.messages).toHaveLength(3);
    expect((await rowOf(id)).unread_count).toBe(0);
  });

  it.each(ODD_IDS)('that is called %s is not found', async (id) => {
    await open();
    expectFailure(await ada.get(`/tickets/${id}`), 404, 'Ticket not found');
    expectFailure(await ada.post(`/tickets/${id}/messages`, { message: 'Hello' }), 404, 'Ticket not found');
  });

  it('of anybody else is not found either, a team-mate’s neither, and cannot be told from one there is not', async () => {
    const { bob, cy, dee } = agency.desk.people;
    const theirs = [await agency.open(bob), await agency.open(cy), await agency.open(dee)];
    const seenNatively = await agency.desk.people.ada.client.get(`/tickets/${theirs[0]}`);
    expect(seenNatively.status).toBe(200);
    const listed = (await ada.get('/tickets?per_page=100')).body.data.map((row: any) => row.id);
    for (const id of [...theirs, 2_147_483_647]) {
      const answer = await ada.get(`/tickets/${id}`);
      expectFailure(answer, 404, 'Ticket not found');
      expectFailure(await say(id, 'Hello', ada), 404, 'Ticket not found');
      expect(listed).not.toContain(id);
    }
  });

  it('that was deleted is not found', async () => {
    const id = await open();
    await agency.desk.people.admin.client.delete(`/tickets/${id}`);
    expectFailure(await ada.get(`/tickets/${id}`), 404, 'Ticket not found');
    expectFailure(await agent.get(`/tickets/${id}`), 404, 'Ticket not found');
  });
});

describe('a message of the client', () => {
  it('is answered alone, and shown as answered from then on', async () => {
    const id = await open();
    const { status, body } = await say(id, 'It starts now.', ada);
    expect([status, body.message]).toEqual([201, 'Message added']);
    expect(Object.keys(body)).toEqual(['success', 'message', 'data', 'meta', 'request_id', 'timestamp']);
    expect(Object.keys(body.data)).toEqual(MESSAGE);
    expect(body.data).toMatchObject({ message: 'It starts now.', sender: 'client', sender_name: 'ada' });
    const { messages } = (await ada.get(`/tickets/${id}`)).body.data;
    expect(messages[1]).toEqual(body.data);
    expect((await agent.get(`/tickets/${id}`)).body.data.messages[1].id).toBe(body.data.id);
    const native = (await agency.desk.people.ada.client.get(`/tickets/${id}/messages`)).body.data;
    expect(native.map((message: any) => message.body)).toContain('It starts now.');
  });

  it.each(['resolved', 'in_progress', 'open'])('on a ticket that is %s leaves or makes it open', async (status) => {
    const id = await open();
    await setStatus(id, status);
    await say(id, 'Still broken', ada);
    expect((await rowOf(id)).status).toBe(status === 'in_progress' ? 'in_progress' : 'open');
  });

  it('on a closed ticket is refused, and stays out', async () => {
    const id = await open();
    await setStatus(id, 'closed');
    expectFailure(await say(id, 'One more thing', ada), 400, 'Cannot add message to closed ticket');
    const { data } = (await ada.get(`/tickets/${id}`)).body;
    expect([data.status, data.messages.length]).toEqual(['closed', 1]);
  });

  it('must be there', async () => {
    const id = await open();
    for (const body of [{}, { message: '' }, { message: ' \n ' }, { message: null }]) {
      const answer = await ada.post(`/tickets/${id}/messages`, body);
      expect([answer.status, answer.body.errors]).toEqual([422, { message: ['The message field is required.'] }]);
    }
    const { body } = await ada.post(`/tickets/${id}/messages`, { message: 7, attachments: ['ftp://x.example/a'] });
    expect(body.errors).toEqual({
      message: ['The message field must be a string.'],
      'attachments.0': ['The attachments.0 field must be a valid URL.'],
    });
  });

  it('has an id that no other message of the agency has', async () => {
    const ids: number[] = [];
    for (let ticket = 0; ticket < 4; ticket++) {
      const id = await open();
      for (let each = 0; each < 4; each++) await say(id, 'More', each % 2 === 0 ? ada : agent);
      ids.push(...(await ada.get(`/tickets/${id}`)).body.data.messages.map((message: any) => message.id));
    }
    expect(new Set(ids).size).toBe(20);
    for (const id of ids) expect(Number.isSafeInteger(id) && id > 0).toBe(true);
  });
});
