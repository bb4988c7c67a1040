import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Desk } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { addProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import {
  create,
  get,
  list,
  makeVerifikDesk,
  NEW_TICKET,
  NOT_FOUND,
  numberOf,
  put,
  say,
  TICKETS,
  UNAUTHORIZED,
} from './a-verifik-desk.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeVerifikDesk(test);
});
afterAll(() => test.close());

describe('a credential', () => {
  it('is a token with the word Bearer or without', async () => {
    const { token } = desk.people.ada;
    for (const authorization of [`Bearer ${token}`, `bearer ${token}`, token]) {
      const { status } = await test.client.send('GET', TICKETS, { headers: { authorization } });
      expect(status).toBe(200);
    }
  });

  it('is nothing else', async () => {
    const { token } = desk.people.ada;
    const given = ['', 'Bearer', 'Bearer ', 'garbage', `Basic ${token}`, `Bearer ${token} ${token}`, `${token}x`];
    for (const authorization of given) {
      const { status, body } = await test.client.send('GET', TICKETS, { headers: { authorization } });
      expect([authorization, status, body]).toEqual([authorization, 401, UNAUTHORIZED]);
    }
  });

  it('may be of the tenant’s identity provider, whose names for people are shown', async () => {
    const provider = await addProvider(desk, 'HS256');
    const authorization = await provider.sign({ sub: '65f0c0ffee0000000000000a', name: 'Ana' });
    const { status, body } = await test.client.send('POST', TICKETS, { headers: { authorization }, body: NEW_TICKET });
    expect([status, body.data.client, body.data.threads[0].author]).toEqual([
      200,
      '65f0c0ffee0000000000000a',
      '65f0c0ffee0000000000000a',
    ]);
  });

  it('counts for nothing where the tenant does not speak this wire', async () => {
    const other = await makeVerifikDesk(test);
    const { _id } = await create(other.people.ada);
    await speak(test, other, {});
    for (const person of [other.people.ada, other.people.admin]) {
      const { status, body } = await get(person, _id);
      expect([status, body]).toEqual([401, UNAUTHORIZED]);
    }
  });
});

describe('a ticket', () => {
  it('is its client’s alone: team-mates, strangers and other tenants find nothing', async () => {
    const { ada, bob, cy, dee } = desk.people;
    const other = await makeVerifikDesk(test);
    const { _id } = await create(ada);
    for (const person of [bob, cy, dee, other.people.ada, other.people.agent]) {
      for (const answer of [
        await get(person, _id),
        await put(person, _id, { title: 'Mine now' }),
        await say(person, _id, { message: 'Hello?' }),
      ]) {
        expect([answer.status, answer.body]).toEqual([404, NOT_FOUND]);
      }
    }
    expect((await bob.client.get(`/tickets/${numberOf(_id)}`)).status).toBe(200);
    const ids = (await list(bob)).body.data.map((ticket: { _id: string }) => ticket._id);
    expect(ids).not.toContain(_id);
  });

  it('is seen by all agents and admins of its tenant', async () => {
    const { ada, agent2, admin } = desk.people;
    const { _id } = await create(ada);
    for (const person of [agent2, admin]) {
      expect((await get(person, _id)).body.data._id).toBe(_id);
      expect((await list(person)).body.data[0]._id).toBe(_id);
    }
  });

  it('is found by nothing but its id', async () => {
    const { ada } = desk.people;
    const { _id } = await create(ada);
    const number = numberOf(_id);
    const odd = [
      ...[`${number}`, `support_ticket_0${number}`, `SUPPORT_TICKET_${number}`, `support_ticket_${number}%20`],
      ...[`support_ticket_${number + 1}`, 'support_ticket_0', 'support_ticket_-1', 'support_ticket_'],
      ...['support_ticket_99999999999', 'support_ticket_2147483648', 'support_ticket_1e0', 'ticket_1', '%00'],
    ];
    for (const id of odd) {
      const { status, body } = await get(ada, id);
      expect([id, status, body]).toEqual([id, 404, NOT_FOUND]);
    }
  });

  it('has neighbours who stay theirs', async () => {
    const { ada, dee } = desk.people;
    const ids = [(await create(ada))._id, (await create(dee))._id, (await create(ada))._id];
    const seen: number[] = [];
    for (const id of ids) seen.push((await get(ada, id)).status);
    expect(seen).toEqual([200, 404, 200]);
  });

  it('of the native API is a ticket here', async () => {
    const { ada } = desk.people;
    const number = await desk.open(ada, { subject: 'From elsewhere', priority: 'normal' });
    expect((await get(ada, `support_ticket_${number}`)).body.data).toMatchObject({
      title: 'From elsewhere',
      priority: 'medium',
      category: 'general',
    });
  });

  it('that was deleted is gone', async () => {
    const { ada, admin } = desk.people;
    const { _id } = await create(ada);
    await admin.client.delete(`/tickets/${numberOf(_id)}`);
    expect((await get(ada, _id)).body).toEqual(NOT_FOUND);
  });
});

it('says of the wrong method what it says elsewhere', async () => {
  const { status, body } = await desk.people.ada.client.send('DELETE', `${TICKETS}/support_ticket_1`);
  expect([status, body]).toEqual([405, { error: 'Method not allowed', message: 'METHOD_NOT_ALLOWED' }]);
  const read = await desk.people.ada.client.send('GET', `${TICKETS}/support_ticket_1/thread`);
  expect([read.status, read.body.message]).toEqual([405, 'METHOD_NOT_ALLOWED']);
});
