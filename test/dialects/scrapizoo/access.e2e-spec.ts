import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TenantsService } from '../../../src/modules/auth/index.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { addProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { create, created, failed, list, listAll, numberIn, reply, replyAsAdmin } from './wire.js';

let test: TestApp;
let desk: Desk;
let other: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  other = await makeDesk(test);
  await speak(test, desk, { scrapizoo: {} });
  await speak(test, other, { scrapizoo: {} });
});
afterAll(() => test.close());

const idsOf = async (answer: ReturnType<typeof list>) => (await answer).body.data.map(({ _id }: any) => _id);

describe('the two kinds of token', () => {
  it('open their own routes and no others', async () => {
    const { ada, agent, admin } = desk.people;
    const id = await created(ada.client);
    const customers = [create, list, (client: Person['client']) => reply(client, id)];
    const admins = [listAll, (client: Person['client']) => replyAsAdmin(client, id)];
    for (const staff of [agent, admin]) {
      for (const send of customers) {
        const { status, body } = await send(staff.client);
        expect([status, body]).toEqual([403, failed('Forbidden')]);
      }
      for (const send of admins) expect((await send(staff.client)).status).toBe(200);
    }
    for (const send of admins) {
      const { status, body } = await send(ada.client);
      expect([status, body]).toEqual([403, failed('Forbidden')]);
    }
  });

  it('may be of the tenant’s own identity provider, with the claims it uses', async () => {
    const provider = await addProvider(desk, 'HS256', {
      claims: { role: 'type', team: 'teamId' },
      roles: ['customer', 'admin'],
    });
    const as = async (claims: Record<string, unknown>) => test.client.as(await provider.sign(claims));
    const teamId = '671fa1c8f1c2b3a5e4d9aaaa';
    const one = await as({ sub: '671fa1c8f1c2b3a5e4d90001', type: 'customer', teamId });
    const mate = await as({ sub: '671fa1c8f1c2b3a5e4d90002', type: 'customer', teamId });
    const staff = await as({ sub: '671fb1d8f1c2b3a5e4d90050', type: 'admin' });
    const ticket = (await create(one)).body.data;
    expect([ticket.creatorId, ticket.creatorType]).toEqual(['671fa1c8f1c2b3a5e4d90001', 'customer']);
    expect(await idsOf(list(mate))).toEqual([ticket._id]);
    await reply(mate, ticket._id);
    const { response } = (await replyAsAdmin(staff, ticket._id)).body.data;
    expect(response.map(({ creatorId, creatorType }: any) => [creatorId, creatorType])).toEqual([
      ['671fa1c8f1c2b3a5e4d90002', 'customer'],
      ['671fb1d8f1c2b3a5e4d90050', 'admin'],
    ]);
  });

  it('are worth nothing in a tenant that does not speak this wire', async () => {
    const silent = await makeDesk(test);
    for (const send of [() => create(silent.people.ada.client), () => listAll(silent.people.agent.client)]) {
      const { status, body, headers } = await send();
      expect([status, body, headers['www-authenticate']]).toEqual([401, failed('Unauthorized'), 'Bearer']);
    }
    await speak(test, silent, { quoota: {} });
    expect((await list(silent.people.ada.client)).status).toBe(401);
  });

  it('open nothing of a suspended tenant', async () => {
    const gone = await makeDesk(test);
    await speak(test, gone, { scrapizoo: {} });
    await test.app.get(TenantsService).change(gone.ctx, gone.ctx.tenant.id, { status: 'suspended' });
    const { status, body } = await list(gone.people.ada.client);
    expect([status, body]).toEqual([403, failed('Forbidden')]);
  });
});

describe('a team', () => {
  it('sees and answers each other’s tickets', async () => {
    const { ada, bob } = desk.people;
    const id = await created(ada.client);
    expect(await idsOf(list(bob.client))).toContain(id);
    const answer = await reply(bob.client, id, 'Me too');
    const own = (await create(bob.client)).body.data;
    expect(answer.status).toBe(200);
    expect(answer.body.data.creatorId).not.toBe(own.creatorId);
    expect(answer.body.data.response[0].creatorId).toBe(own.creatorId);
    expect(await idsOf(list(ada.client))).toEqual(expect.arrayContaining([id, own._id]));
  });

  it('is closed to other teams and to people of none', async () => {
    const { ada, cy, dee } = desk.people;
    const id = await created(ada.client);
    const deeId = await created(dee.client);
    expect(await idsOf(list(dee.client))).toEqual([deeId]);
    expect(await idsOf(list(cy.client))).toEqual([]);
    for (const [who, what] of [
      [cy, id],
      [dee, id],
      [ada, deeId],
    ] as const) {
      const { status, body } = await reply(who.client, what);
      expect([status, body]).toEqual([404, failed('Ticket not found')]);
    }
  });
});

describe('the list of all tickets', () => {
  it('is of this tenant, every team of it', async () => {
    const ours = await Promise.all(
      Object.values(desk.people)
        .filter(isCustomer)
        .map(({ client }) => created(client)),
    );
    const theirs = await created(other.people.ada.client);
    const all = await idsOf(listAll(desk.people.admin.client));
    expect(all).toEqual(expect.arrayContaining(ours));
    expect(all).not.toContain(theirs);
  });
});

describe('an id', () => {
  it.each([
    '',
    '1',
    '6720b1c8f1c2b3a5e4d9013',
    '6720b1c8f1c2b3a5e4d901300',
    '6720B1C8F1C2B3A5E4D90130',
    '6720b1c8f1c2b3a5e4d9013g',
    '-720b1c8f1c2b3a5e4d90130',
    'undefined',
    '%00',
    '6720b1c8f1c2b3a5e4d90130%0a',
  ])('that is none is 400, before the body is looked at: %s', async (id) => {
    for (const send of [
      () => reply(desk.people.ada.client, id, null),
      () => replyAsAdmin(desk.people.agent.client, id),
    ]) {
      const { status, body } = await send();
      expect([status, body]).toEqual([400, failed('Invalid ticket id')]);
    }
  });

  it('that is missing, or there twice, is 400', async () => {
    const id = await created(desk.people.ada.client);
    for (const query of ['', '?', '?ID=1', `?id=${id}&id=${id}`, `?id[]=${id}`, `?id[a]=${id}`]) {
      const path = `/api/ticket/create-reply${query}`;
      const { status, body } = await desk.people.ada.client.send('POST', path, { body: {} });
      expect([query, status, body]).toEqual([query, 400, failed('Invalid ticket id')]);
    }
  });

  it('of another tenant, of another kind and of nothing is 404', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client);
    const { creatorId, response } = (await reply(ada.client, id)).body.data;
    const theirs = await created(other.people.ada.client);
    const beyond = `${id.slice(0, 16)}ffffffff`;
    for (const odd of [
      theirs,
      creatorId,
      response[0]._id,
      beyond,
      `${id.slice(0, 16)}00000000`,
      '0'.repeat(24),
      'f'.repeat(24),
    ]) {
      for (const { status, body } of [await reply(ada.client, odd), await replyAsAdmin(agent.client, odd)]) {
        expect([odd, status, body]).toEqual([odd, 404, failed('Ticket not found')]);
      }
    }
  });

  it('of a neighbour’s ticket opens nothing', async () => {
    const ids = [await created(desk.people.cy.client), await created(desk.people.ada.client)];
    expect(numberIn(ids[1]!) - numberIn(ids[0]!)).toBe(1);
    const guessed = `${ids[1]!.slice(0, 16)}${ids[0]!.slice(16)}`;
    expect((await reply(desk.people.ada.client, guessed)).status).toBe(404);
    expect((await listAll(desk.people.agent.client)).body.data.find(({ _id }: any) => _id === ids[0]).__v).toBe(0);
  });
});

function isCustomer({ email }: Person): boolean {
  return /^(ada|bob|cy|dee)@/.test(email);
}
