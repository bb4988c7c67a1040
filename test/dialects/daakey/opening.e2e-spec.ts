import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/client.js';
import type { Person } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, NEW_TICKET, putBooking, type Side } from './agency.js';

const FAILURE = ['success', 'message', 'errors', 'data', 'request_id', 'timestamp'];

let test: TestApp;
let agency: Agency;
let ada: Person;
let client: Side;

beforeAll(async () => {
  test = await startTestApp();
  agency = await makeAgency(test);
  ada = agency.desk.people.ada;
  client = agency.client(ada);
});
afterAll(() => test.close());

const create = (fields: object = {}): Promise<Answer> => client.post('/tickets', { ...NEW_TICKET, ...fields });

function expectErrors({ status, body }: Answer, errors: Readonly<Record<string, readonly string[]>>): void {
  expect([status, body.message, body.errors]).toEqual([422, 'Validation failed', errors]);
  expect(Object.keys(body)).toEqual(FAILURE);
  expect([body.success, body.data]).toEqual([false, null]);
}

describe('a new ticket', () => {
  it('is answered in the keys of the page, in their order, and is open', async () => {
    const { status, body } = await create();
    expect([status, body.success, body.message]).toEqual([201, true, 'Ticket created successfully']);
    expect(Object.keys(body)).toEqual(['success', 'message', 'data', 'meta', 'request_id', 'timestamp']);
    expect(Object.keys(body.data)).toEqual([
      ...['id', 'reference', 'subject', 'status', 'priority', 'category'],
      ...['booking', 'messages', 'created_at'],
    ]);
    expect(body.data).toMatchObject({ status: 'open', priority: 'normal', category: 'vehicle_issue', booking: null });
    expect(body.data.messages).toHaveLength(1);
    const [message] = body.data.messages;
    expect(Object.keys(message)).toEqual(['id', 'message', 'sender', 'created_at']);
    expect(message).toMatchObject({ message: NEW_TICKET.message, sender: 'client', created_at: body.data.created_at });
  });

  it('has the moments of the page: data in seconds, the answer in milliseconds', async () => {
    const { body } = await create();
    expect(body.data.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(body.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('has a request id of its own, or the one that the caller gave', async () => {
    const ids = [(await create()).body.request_id, (await create()).body.request_id];
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(2);
    const named = agency.signed.as(ada.token).with({ 'x-request-id': 'my-request-1' });
    const { body } = await named.send('POST', '/api/v1/client/tickets', { body: NEW_TICKET });
    expect(body.request_id).toBe('my-request-1');
  });

  it('is called by its number and the year', async () => {
    const { id, reference, created_at: createdAt } = (await create()).body.data;
    expect(reference).toBe(`TK-${createdAt.slice(0, 4)}-${String(id).padStart(5, '0')}`);
    expect((await create()).body.data.id).toBe(id + 1);
  });

  it('is the same ticket in the native API and in the dashboard', async () => {
    const { body } = await create({ category: 'billing', priority: 'critical' });
    const { id, reference } = body.data;
    const native = (await agency.desk.people.agent.client.get(`/tickets/${id}`)).body.data;
    expect(native).toMatchObject({ number: id, reference, status: 'open', priority: 'urgent', message_count: 1 });
    expect([native.subject, native.description]).toEqual([NEW_TICKET.subject, NEW_TICKET.message]);
    expect([native.category.slug, native.requester.id]).toEqual(['billing', ada.id]);
    const dashboard = (await agency.dashboard(agency.desk.people.agent).get(`/tickets/${id}`)).body.data;
    expect(dashboard).toMatchObject({ id, reference, priority: 'critical', category: 'billing' });
  });

  it.each(['low', 'normal', 'high', 'critical'])('may have the priority %s', async (priority) => {
    expect((await create({ priority })).body.data.priority).toBe(priority);
  });

  it.each(['vehicle_issue', 'booking', 'billing', 'account', 'general'])(
    'may have the category %s, whether the tenant has it or not',
    async (category) => {
      expect((await create({ category })).body.data.category).toBe(category);
      const categories = (await ada.client.get('/categories')).body.data as { slug: string }[];
      expect(categories.filter(({ slug }) => slug === category)).toHaveLength(1);
    },
  );

  it('may have a category that the desk does not offer any more', async () => {
    const { admin } = agency.desk.people;
    const id = (await admin.client.get('/categories')).body.data.find(({ slug }: any) => slug === 'account').id;
    await admin.client.patch(`/categories/${id}`, { archived: true });
    expect((await create({ category: 'account' })).body.data.category).toBe('account');
    expect((await create({ category: 'account' })).status).toBe(201);
  });

  it('of two at once in a category that was not there yet both get it', async () => {
    const fresh = await makeAgency(test, { agency_id: 31, agency_code: 'FRESH' });
    const { people } = fresh.desk;
    const answers = await Promise.all(
      [people.ada, people.bob, people.cy].map((person) => fresh.client(person).post('/tickets', NEW_TICKET)),
    );
    expect(answers.map(({ status, body }) => [status, body.data.category])).toEqual(
      Array(3).fill([201, 'vehicle_issue']),
    );
  });

  it('takes null, blank text and what nobody knows for nothing', async () => {
    const { status, body } = await create({
      priority: null,
      booking_id: '',
      attachments: null,
      id: 1,
      status: 'closed',
    });
    expect([status, body.data.priority, body.data.status]).toEqual([201, 'normal', 'open']);
    expect(body.data.id).not.toBe(1);
  });

  it('keeps its text as it is written', async () => {
    const message = '  <b>Bold</b>\n\n🚗 "quoted" \\ and\ttabs  ';
    const { body } = await create({ message });
    expect(body.data.messages[0].message).toBe(message);
  });

  it('does not need the header Accept', async () => {
    const silent = agency.signed.as(ada.token).with({ accept: '' });
    expect((await silent.send('POST', '/api/v1/client/tickets', { body: NEW_TICKET })).status).toBe(201);
  });
});

describe('a booking', () => {
  it('of the client’s own is shown as its copy says, without ids of vehicles and dates', async () => {
    await putBooking(test, agency.desk, 5, ada);
    for (const booking_id of [5, '5']) {
      const { booking } = (await create({ booking_id })).body.data;
      expect(booking).toEqual({
        id: 5,
        reference: 'BK-2024-00005',
        vehicle: { plate_number: 'ABC-123', brand: 'Toyota', model: 'Corolla' },
      });
      expect(Object.keys(booking.vehicle)).toEqual(['plate_number', 'brand', 'model']);
    }
  });

  it('of others, of nobody, of another agency and one that there is not are told alike', async () => {
    const other = await makeAgency(test, { agency_id: 32, agency_code: 'ELSEWHERE' });
    await putBooking(test, agency.desk, 6, agency.desk.people.bob);
    await putBooking(test, agency.desk, 7, null);
    await putBooking(test, other.desk, 8, other.desk.people.ada);
    for (const booking_id of [6, 7, 8, 999, 0, -1]) {
      expectErrors(await create({ booking_id }), { booking_id: ['The selected booking id is invalid.'] });
    }
  });

  it('must be an integer', async () => {
    for (const booking_id of ['five', 5.5, [5], { id: 5 }, true]) {
      expectErrors(await create({ booking_id }), { booking_id: ['The booking id field must be an integer.'] });
    }
  });

  it('whose copy is gone or says little is null, or null in what it does not say', async () => {
    await putBooking(test, agency.desk, 15, ada);
    const id = (await create({ booking_id: 15 })).body.data.id;
    const { admin } = agency.desk.people;
    await admin.client.put('/linked-resources/booking/15', { owner_subject: ada.email, data: { vehicle: 'gone' } });
    expect((await client.get(`/tickets/${id}`)).body.data.booking).toEqual({
      id: 15,
      reference: null,
      vehicle: { id: null, plate_number: null, brand: null, model: null },
      start_date: null,
      end_date: null,
    });
    await admin.client.delete('/linked-resources/booking/15');
    expect((await client.get(`/tickets/${id}`)).body.data.booking).toBeNull();
  });

  it('is no other linked resource', async () => {
    const { admin } = agency.desk.people;
    await admin.client.put('/linked-resources/order/5', { owner_subject: ada.email, data: {} });
    const linked_resource = { type: 'order', external_id: '5' };
    const id = await agency.desk.open(ada, { linked_resource });
    expect((await client.get(`/tickets/${id}`)).body.data.booking).toBeNull();
  });
});
