import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/client.js';
import type { Person } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, NEW_TICKET, type Side } from './agency.js';

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

describe('what is wrong with a new ticket', () => {
  it('is told of all fields at once, in the order of the page', async () => {
    const answer = await client.post('/tickets', { priority: 'urgent', booking_id: 'x', attachments: 'none' });
    expectErrors(answer, {
      subject: ['The subject field is required.'],
      message: ['The message field is required.'],
      category: ['The category field is required.'],
      priority: ['The selected priority is invalid.'],
      booking_id: ['The booking id field must be an integer.'],
      attachments: ['The attachments field must be an array.'],
    });
    expect(Object.keys(answer.body.errors)).toEqual([
      ...['subject', 'message', 'category', 'priority', 'booking_id', 'attachments'],
    ]);
  });

  it.each([undefined, null, '', '   '])('is that a field is missing when it is %j', async (blank) => {
    for (const field of ['subject', 'message', 'category']) {
      expectErrors(await create({ [field]: blank }), { [field]: [`The ${field} field is required.`] });
    }
  });

  it('is that a text is none', async () => {
    for (const field of ['subject', 'message']) {
      for (const value of [7, ['x'], { a: 1 }, true]) {
        expectErrors(await create({ [field]: value }), { [field]: [`The ${field} field must be a string.`] });
      }
    }
    expectErrors(await create({ message: 'nul \0' }), { message: ['The message field format is invalid.'] });
  });

  it('is that a text is too long, in characters and not in bytes', async () => {
    expect((await create({ subject: '🚗'.repeat(255), message: 'ü'.repeat(10_000) })).status).toBe(201);
    expectErrors(await create({ subject: 'x'.repeat(256), message: 'x'.repeat(10_001) }), {
      subject: ['The subject field must not be greater than 255 characters.'],
      message: ['The message field must not be greater than 10000 characters.'],
    });
  });

  it.each(['Vehicle_Issue', 'spaceship', 7, ['billing']])('is the category %j', async (category) => {
    expectErrors(await create({ category }), { category: ['The selected category is invalid.'] });
  });

  it.each(['urgent', 'High', 1])('is the priority %j', async (priority) => {
    expectErrors(await create({ priority }), { priority: ['The selected priority is invalid.'] });
  });

  it('is a body that is no object, as if it were empty', async () => {
    for (const payload of ['[]', '7', 'null', '"text"']) {
      const headers = { 'content-type': 'application/json' };
      const answer = await agency.signed.as(ada.token).send('POST', '/api/v1/client/tickets', { payload, headers });
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['subject', 'message', 'category']]);
    }
  });

  it('leaves nothing behind', async () => {
    const before = (await client.get('/tickets')).body.meta.total;
    await create({ booking_id: 999 });
    await create({ subject: '' });
    expect((await client.get('/tickets')).body.meta.total).toBe(before);
  });
});
