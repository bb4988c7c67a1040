import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TenantsService } from '../../../src/modules/auth/index.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { addProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { close, create, created, failed, list, message, numberIn, show, told, upload } from './wire.js';

let test: TestApp;
let desk: Desk;
let other: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  other = await makeDesk(test);
  for (const each of [desk, other]) await speak(test, each, { quoota: {} });
});
afterAll(() => test.close());

const NOT_FOUND = failed(404, 'Ticket not found');
const UNAUTHORIZED = failed(401, 'Unauthorized');

/** Everything that names a ticket. */
const withTicket = async (client: Client, id: string) =>
  Promise.all([show(client, id), message(client, id), close(client, id)]);

describe('a ticket of somebody else', () => {
  it('is not there: not for team-mates, other teams or neighbours by number', async () => {
    const { ada, bob, cy, dee } = desk.people;
    const id = await created(ada.client);
    for (const { client } of [bob, cy, dee]) {
      await created(client);
      for (const answer of await withTicket(client, id)) expect(told(answer)).toEqual(NOT_FOUND);
      const { data } = (await list(client, '?limit=100')).body;
      expect(data.map(({ ticketId }: any) => ticketId)).not.toContain(id);
    }
    // The team shares its tickets everywhere else.
    expect((await bob.client.get(`/tickets/${numberIn(id)}`)).status).toBe(200);
    expect((await show(ada.client, id)).body.data).toMatchObject({ status: 'Open', messages: [{}] });
  });

  it('is not there even for those who have taken part in it', async () => {
    const { ada, bob } = desk.people;
    const id = await created(ada.client);
    expect((await bob.client.post(`/tickets/${numberIn(id)}/messages`, { body: 'Me too' })).status).toBe(201);
    expect(told(await show(bob.client, id))).toEqual(NOT_FOUND);
  });

  it('is no ticket of another tenant', async () => {
    const id = await created(desk.people.ada.client);
    for (const { client } of [other.people.ada, other.people.agent, other.people.admin]) {
      for (const answer of await withTicket(client, id)) expect(told(answer)).toEqual(NOT_FOUND);
    }
  });

  it('can be read, answered and closed by staff, who list their own', async () => {
    const { ada, agent, admin } = desk.people;
    const id = await created(ada.client);
    for (const { client } of [agent, admin]) {
      expect((await show(client, id)).status).toBe(200);
      expect((await message(client, id)).status).toBe(200);
    }
    expect((await list(agent.client)).body.data).toEqual([]);
    const own = await created(agent.client);
    expect((await list(agent.client)).body.data).toMatchObject([{ ticketId: own }]);
    const { userId, messages } = (await show(agent.client, own)).body.data;
    expect(messages[0].sender).toBe(userId);
    expect((await close(agent.client, id)).body.data.status).toBe('Closed');
  });

  it.each([
    ...['ticket_000', 'ticket_999', 'ticket_1', 'ticket_0001', 'ticket_-01', 'TICKET_001', 'ticket_2147483648'],
    ...['1', 'ticket_', '%00', 'category_001', 'ticket_001%20', 'ticket_1e2'],
  ])('is not there under %s', async (id) => {
    for (const answer of await withTicket(desk.people.agent.client, id)) expect(told(answer)).toEqual(NOT_FOUND);
  });
});

describe('people of the tenant’s own product', () => {
  it('are called as it calls them', async () => {
    const provider = await addProvider(desk, 'HS256', { roles: ['customer', 'agent'] });
    const user = test.client.as(await provider.sign({ sub: 'user_123' }));
    const agent = test.client.as(await provider.sign({ sub: 'agent_123', role: 'agent' }));
    const id = await created(user);
    await agent.post(`/tickets/${numberIn(id)}/claim`);
    await message(agent, id);
    const { data } = (await show(user, id)).body;
    expect([data.userId, data.assignedAgent]).toEqual(['user_123', 'agent_123']);
    expect(data.messages.map(({ sender }: any) => sender)).toEqual(['user_123', 'agent_123']);
  });
});

describe('a token', () => {
  it('is worth nothing where the tenant does not speak this wire', async () => {
    const silent = await makeDesk(test);
    const { ada, admin } = silent.people;
    for (const { client } of [ada, admin]) {
      for (const answer of [await create(client), await list(client), await show(client, 'ticket_001')]) {
        expect(told(answer)).toEqual(UNAUTHORIZED);
        expect(answer.headers['www-authenticate']).toBe('Bearer');
      }
    }
    await speak(test, silent, { scrapizoo: {} });
    expect((await list(ada.client)).status).toBe(401);
  });

  it('is worth nothing in a suspended tenant, which this wire has no 403 for', async () => {
    const gone = await makeDesk(test);
    await speak(test, gone, { quoota: {} });
    await test.app.get(TenantsService).change(gone.ctx, gone.ctx.tenant.id, { status: 'suspended' });
    for (const answer of [await list(gone.people.ada.client), await upload(gone.people.ada.client)]) {
      expect(told(answer)).toEqual(UNAUTHORIZED);
    }
  });

  it('of a key opens nothing here', async () => {
    const made = await desk.people.admin.client.post('/api-keys', { name: 'Robot', scopes: ['tickets:read'] });
    const robot = test.client.as(made.body.data.key);
    expect((await robot.get('/tickets')).status).toBe(200);
    expect(told(await list(robot))).toEqual(UNAUTHORIZED);
  });
});
