import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/client.js';
import type { Desk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, type Side } from './agency.js';

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
