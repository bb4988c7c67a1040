import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/client.js';
import type { Desk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, putBooking, type Side } from './agency.js';

const SINGLE = ['success', 'message', 'data', 'request_id', 'timestamp'];
const UTC_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

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

describe('the status', () => {
  it('that is resolved is answered with when and by whom', async () => {
    const id = await open();
    const { status, body } = await setStatus(id, 'resolved');
    expect([status, body.message, Object.keys(body)]).toEqual([200, 'Ticket status updated', SINGLE]);
    expect(Object.keys(body.data)).toEqual([
      ...['id', 'reference', 'status', 'resolved_at', 'resolved_by', 'updated_at'],
    ]);
    expect(body.data).toMatchObject({ id, status: 'resolved', resolved_by: person('agent') });
    expect(body.data.resolved_at).toMatch(UTC_SECONDS);
    const again = await agency.dashboard(people.admin).patch(`/tickets/${id}/status`, { status: 'resolved' });
    expect(again.body.data.resolved_by).toEqual(person('agent'));
  });

  it.each(['open', 'in_progress', 'closed'])('that is %s is answered without them', async (status) => {
    const id = await open();
    const { body } = await setStatus(id, status);
    expect(Object.keys(body.data)).toEqual(['id', 'reference', 'status', 'updated_at']);
    expect(body.data.status).toBe(status);
  });

  it('may become any of the four from any of them, closed included', async () => {
    const words = ['open', 'in_progress', 'resolved', 'closed'];
    for (const from of words) {
      for (const to of words) {
        const id = await open();
        await setStatus(id, from);
        const { status, body } = await setStatus(id, to);
        expect([from, to, status, body.data.status]).toEqual([from, to, 200, to]);
      }
    }
  });

  it('of a reopened ticket has no times of its end any more', async () => {
    const id = await open();
    await setStatus(id, 'resolved');
    await agent.patch(`/tickets/${id}/close`);
    await setStatus(id, 'in_progress');
    const { resolved_at, closed_at } = (await people.agent.client.get(`/tickets/${id}`)).body.data;
    expect([resolved_at, closed_at]).toEqual([null, null]);
    expect((await agent.post(`/tickets/${id}/messages`, { message: 'Back again' })).status).toBe(201);
  });

  it.each(['pending', 'Open', 7, ['open']])('is never %j', async (status) => {
    expectErrors(await setStatus(await open(), status), { status: ['The selected status is invalid.'] });
  });

  it('must be given', async () => {
    expectErrors(await setStatus(await open(), undefined), { status: ['The status field is required.'] });
  });
});

describe('closing', () => {
  it('is answered with when, by whom and why', async () => {
    const id = await open();
    const { status, body } = await agent.patch(`/tickets/${id}/close`, { reason: 'Got another vehicle' });
    expect([status, body.message, Object.keys(body)]).toEqual([200, 'Ticket closed', SINGLE]);
    expect(Object.keys(body.data)).toEqual([
      ...['id', 'reference', 'status', 'closed_at', 'closed_by', 'closure_reason'],
    ]);
    expect(body.data).toMatchObject({
      ...{ id, status: 'closed', closed_by: person('agent'), closure_reason: 'Got another vehicle' },
    });
    expect(body.data.closed_at).toMatch(UTC_SECONDS);
    expect((await people.agent.client.get(`/tickets/${id}`)).body.data.resolution).toBe('Got another vehicle');
  });

  it('needs no reason, nor a body', async () => {
    for (const body of [undefined, {}, { reason: null }, { reason: '' }]) {
      const answer = await agent.patch(`/tickets/${await open()}/close`, body);
      expect([answer.status, answer.body.data.closure_reason]).toEqual([200, null]);
    }
    expectErrors(await agent.patch(`/tickets/${await open()}/close`, { reason: 7 }), {
      reason: ['The reason field must be a string.'],
    });
    expectErrors(await agent.patch(`/tickets/${await open()}/close`, { reason: 'x'.repeat(5_001) }), {
      reason: ['The reason field must not be greater than 5000 characters.'],
    });
  });

  it('twice is refused, and so is closing what its status closed', async () => {
    const id = await open();
    await agent.patch(`/tickets/${id}/close`, { reason: 'First' });
    expectRefusal(await agent.patch(`/tickets/${id}/close`, { reason: 'Second' }), 'Ticket is already closed');
    expect((await people.agent.client.get(`/tickets/${id}`)).body.data.resolution).toBe('First');
    const other = await open();
    await setStatus(other, 'closed');
    expectRefusal(await agent.patch(`/tickets/${other}/close`), 'Ticket is already closed');
  });

  it('keeps what was said when the ticket was resolved', async () => {
    const id = await open();
    await people.agent.client.post(`/tickets/${id}/resolve`, { resolution: 'Battery charged' });
    expect((await agent.patch(`/tickets/${id}/close`)).body.data.closure_reason).toBeNull();
    expect((await people.agent.client.get(`/tickets/${id}`)).body.data.resolution).toBe('Battery charged');
  });
});

describe('assigning', () => {
  it('gives the ticket to somebody, and takes it from them', async () => {
    const id = await open();
    const given = await agent.patch(`/tickets/${id}/assign`, { user_id: people.agent2.id });
    expect([given.status, given.body.message, Object.keys(given.body)]).toEqual([200, 'Ticket assigned', SINGLE]);
    expect(Object.keys(given.body.data)).toEqual(['id', 'reference', 'assigned_to', 'updated_at']);
    expect(given.body.data.assigned_to).toEqual(person('agent2'));
    const byDigits = await agent.patch(`/tickets/${id}/assign`, { user_id: String(people.admin.id) });
    expect(byDigits.body.data.assigned_to).toEqual(person('admin'));
    expect((await agent.get(`/tickets/${id}`)).body.data.assigned_to).toEqual(person('admin'));
    expect((await agent.patch(`/tickets/${id}/assign`, { user_id: null })).body.data.assigned_to).toBeNull();
  });

  it('finds staff of the agency only', async () => {
    const id = await open();
    for (const user_id of [people.ada.id, 999_999, 0, -5]) {
      expectErrors(await agent.patch(`/tickets/${id}/assign`, { user_id }), {
        user_id: ['The selected user id is invalid.'],
      });
    }
    expectErrors(await agent.patch(`/tickets/${id}/assign`, {}), { user_id: ['The user id field is required.'] });
    expectErrors(await agent.patch(`/tickets/${id}/assign`, { user_id: 'me' }), {
      user_id: ['The user id field must be an integer.'],
    });
  });
});

it('what the dashboard does, customers may not', async () => {
  const id = await open();
  const ada = agency.dashboard(people.ada);
  for (const answer of [
    await ada.get(`/tickets/${id}`),
    await ada.post(`/tickets/${id}/messages`, { message: 'x' }),
    await ada.patch(`/tickets/${id}/status`, { status: 'closed' }),
    await ada.patch(`/tickets/${id}/close`),
    await ada.patch(`/tickets/${id}/assign`, { user_id: people.agent.id }),
    await ada.post('/upload'),
    await ada.post('/logout'),
  ]) {
    expect([answer.status, answer.body.message]).toEqual([403, 'Forbidden']);
  }
});
