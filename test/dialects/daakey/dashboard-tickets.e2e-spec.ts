import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/client.js';
import type { Desk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, putBooking, type Side } from './agency.js';

const SINGLE = ['success', 'message', 'data', 'request_id', 'timestamp'];

let test: TestApp;
let agency: Agency;
let people: Desk['people'];
let agent: Side;

beforeAll(async () => {
  test = await startTestApp();
  agency = await makeAgency(test);
  people = agency.desk.people;
  agent = agency.dashboard(people.agent);
});
afterAll(() => test.close());

const open = (fields: object = {}) => agency.open(people.ada, { ...fields });
const setStatus = (id: number, status: unknown) => agent.patch(`/tickets/${id}/status`, { status });
const person = (who: 'agent' | 'agent2' | 'admin') => ({ id: people[who].id, name: who });

function expectErrors({ status, body }: Answer, errors: object): void {
  expect([status, body.message, body.errors]).toEqual([422, 'Validation failed', errors]);
}

function expectRefusal({ status, body }: Answer, message: string): void {
  expect([status, body.message, Object.keys(body)]).toEqual([400, message, SINGLE]);
}

describe('the list of the dashboard', () => {
  it('has the tickets of all clients in the keys of the page', async () => {
    await putBooking(test, agency.desk, 5, people.ada);
    const ids = [await open({ booking_id: 5, priority: 'critical' }), await agency.open(people.cy)];
    await agent.patch(`/tickets/${ids[0]}/assign`, { user_id: people.agent2.id });
    const { status, body } = await agent.get('/tickets');
    expect([status, body.message]).toEqual([200, 'Tickets retrieved']);
    expect(Object.keys(body)).toEqual(['success', 'message', 'data', 'meta', 'request_id', 'timestamp']);
    expect(Object.entries(body.meta)).toEqual([
      ['current_page', 1],
      ['last_page', 1],
      ['per_page', 15],
      ['total', body.data.length],
    ]);
    const [second, first] = body.data;
    expect(Object.keys(first)).toEqual([
      ...['id', 'reference', 'subject', 'status', 'priority', 'category'],
      ...['client', 'booking', 'assigned_to', 'messages_count', 'last_message_at', 'created_at'],
    ]);
    expect([first.id, second.id]).toEqual(ids);
    expect(first).toMatchObject({ priority: 'critical', messages_count: 1, assigned_to: person('agent2') });
    expect(first.client).toEqual({ id: people.ada.id, name: 'ada', email: people.ada.email });
    expect(first.booking).toEqual({ id: 5, reference: 'BK-2024-00005' });
    expect([second.booking, second.assigned_to, second.client.name]).toEqual([null, null, 'cy']);
  });

  it('is filtered by all that it names, together', async () => {
    const id = await open({ category: 'booking', priority: 'low' });
    await setStatus(id, 'in_progress');
    await agent.patch(`/tickets/${id}/assign`, { user_id: people.agent.id });
    const found = async (query: string) =>
      (await agent.get(`/tickets?per_page=100&${query}`)).body.data.map((row: any) => row.id);
    const filters = ['status=in_progress', 'priority=low', 'category=booking', `assigned_to=${people.agent.id}`];
    for (const filter of filters) expect(await found(filter)).toContain(id);
    expect(await found(filters.join('&'))).toEqual([id]);
    expect(await found(`${filters.slice(1).join('&')}&status=open`)).toEqual([]);
    expect(await found('assigned_to=2147483647')).toEqual([]);
    expect(await found('status=&priority=&category=&assigned_to=')).toContain(id);
  });

  it('finds by a category whatever is printed with it', async () => {
    for (const name of ['Towing', 'Insurance']) await people.admin.client.post('/categories', { name });
    for (const category of ['towing', 'insurance', 'general', 'billing'])
      await agency.desk.open(people.bob, { category });
    const all = (await agent.get('/tickets?per_page=100')).body.data as { id: number; category: string }[];
    for (const word of ['vehicle_issue', 'booking', 'billing', 'account', 'general']) {
      const { body } = await agent.get(`/tickets?per_page=100&category=${word}`);
      expect(body.data).toEqual(all.filter(({ category }) => category === word));
    }
    expect(all.filter(({ category }) => category === 'general').length).toBeGreaterThanOrEqual(3);
  });

  it('finds by a status whatever is printed with it', async () => {
    const id = await open();
    await people.agent.client.patch(`/tickets/${id}`, { status: 'pending' });
    const { data } = (await agent.get('/tickets?status=in_progress&per_page=100')).body;
    expect(data.find((row: any) => row.id === id).status).toBe('in_progress');
  });

  it('says of each filter that makes no sense what is wrong', async () => {
    expectErrors(await agent.get('/tickets?status=pending&priority=urgent&category=x&assigned_to=me'), {
      status: ['The selected status is invalid.'],
      priority: ['The selected priority is invalid.'],
      category: ['The selected category is invalid.'],
      assigned_to: ['The assigned to field must be an integer.'],
    });
  });
});

describe('a ticket in the dashboard', () => {
  it('is shown whole, its senders with their own names', async () => {
    await putBooking(test, agency.desk, 6, people.ada);
    const id = await open({ booking_id: 6 });
    await agent.post(`/tickets/${id}/messages`, { message: 'Coming.' });
    const { status, body } = await agent.get(`/tickets/${id}`);
    expect([status, body.message, Object.keys(body)]).toEqual([200, 'Ticket retrieved', SINGLE]);
    expect(Object.keys(body.data)).toEqual([
      ...['id', 'reference', 'subject', 'status', 'priority', 'category', 'client', 'booking', 'assigned_to'],
      ...['messages', 'created_at', 'updated_at'],
    ]);
    expect(Object.entries(body.data.client)).toEqual([
      ['id', people.ada.id],
      ['name', 'ada'],
      ['email', people.ada.email],
      ['phone', null],
    ]);
    expect(Object.entries(body.data.booking)).toEqual([
      ['id', 6],
      ['reference', 'BK-2024-00006'],
      ['vehicle', { id: 12, plate_number: 'ABC-123', brand: 'Toyota', model: 'Corolla' }],
      ['status', 'confirmed'],
    ]);
    expect(body.data.messages.map(Object.keys)).toEqual(
      Array(2).fill(['id', 'message', 'sender', 'attachments', 'created_at']),
    );
    expect(body.data.messages.map(({ sender }: any) => Object.entries(sender))).toEqual([
      [
        ['type', 'client'],
        ['id', people.ada.id],
        ['name', 'ada'],
      ],
      [
        ['type', 'support'],
        ['id', people.agent.id],
        ['name', 'agent'],
      ],
    ]);
  });

  it('is not read for the client by being shown to staff', async () => {
    const id = await open();
    await agent.post(`/tickets/${id}/messages`, { message: 'Coming.' });
    await agent.get(`/tickets/${id}`);
    const { data } = (await agency.client(people.ada).get('/tickets?per_page=100')).body;
    expect(data.find((row: any) => row.id === id).unread_count).toBe(1);
  });

  it.each(['0', 'x', '2147483648', '2147483647'])('that is called %s is not found', async (id) => {
    for (const answer of [
      await agent.get(`/tickets/${id}`),
      await agent.post(`/tickets/${id}/messages`, { message: 'Hello' }),
      await agent.patch(`/tickets/${id}/status`, { status: 'open' }),
      await agent.patch(`/tickets/${id}/close`),
      await agent.patch(`/tickets/${id}/assign`, { user_id: null }),
    ]) {
      expect([answer.status, answer.body.message]).toEqual([404, 'Ticket not found']);
    }
  });
});

describe('a message of staff', () => {
  it('is answered in the keys of the page and leaves the status as it is', async () => {
    const id = await open();
    for (const status of ['open', 'in_progress', 'resolved']) {
      await setStatus(id, status);
      const { status: code, body } = await agent.post(`/tickets/${id}/messages`, { message: 'Coming.' });
      expect([code, body.message, Object.keys(body)]).toEqual([201, 'Message added', SINGLE]);
      expect(Object.keys(body.data)).toEqual(['id', 'message', 'sender', 'internal', 'attachments', 'created_at']);
      expect(body.data).toMatchObject({ message: 'Coming.', internal: false, attachments: [] });
      expect(body.data.sender).toEqual({ type: 'support', ...person('agent') });
      expect((await agent.get(`/tickets/${id}`)).body.data.status).toBe(status);
    }
  });

  it('is internal when it says so, in any of Laravel’s ways', async () => {
    const id = await open();
    for (const [internal, expected] of [
      [true, true],
      [1, true],
      ['1', true],
      [false, false],
      [0, false],
      ['0', false],
      [null, false],
      [undefined, false],
    ]) {
      const { body } = await agent.post(`/tickets/${id}/messages`, { message: 'x', internal });
      expect(body.data.internal).toBe(expected);
    }
    const refused = await agent.post(`/tickets/${id}/messages`, { internal: 'yes' });
    expectErrors(refused, {
      message: ['The message field is required.'],
      internal: ['The internal field must be true or false.'],
    });
  });

  it('on a closed ticket is refused, an internal one too', async () => {
    const id = await open();
    await agent.patch(`/tickets/${id}/close`);
    for (const internal of [false, true]) {
      const answer = await agent.post(`/tickets/${id}/messages`, { message: 'x', internal });
      expectRefusal(answer, 'Cannot add message to closed ticket');
    }
  });
});
