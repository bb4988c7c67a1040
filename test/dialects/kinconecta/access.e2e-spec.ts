import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { TenantsService } from '../../../src/modules/auth/index.js';
import { makeDesk, type Person } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import {
  FORBIDDEN,
  type KinconectaDesk,
  makeKinconectaDesk,
  missing,
  NEW_TICKET,
  TICKETS,
  UNAUTHORIZED,
} from './a-kinconecta-desk.js';

let test: TestApp;
const DEFAULT = 'the-default';

beforeAll(async () => {
  test = await startTestApp({ DEFAULT_TENANT: DEFAULT });
});
afterAll(() => test.close());

async function idsSeen(wire: KinconectaDesk, by: Person | null): Promise<number[]> {
  const { status, body } = await wire.list(by);
  expect(status).toBe(200);
  return body.map(({ id }: { id: number }) => id);
}

describe('with `anonymous` off', () => {
  it('nobody does anything, and customers see what is theirs and their team’s', async () => {
    const wire = await makeKinconectaDesk(test, 'off');
    const { ada, bob, cy, agent } = wire.desk.people;
    const { id } = await wire.create(ada);
    for (const answer of [
      await wire.list(null),
      await wire.get(null, id),
      await wire.get(null, 999),
      await wire.post(null),
      await wire.upload(null, id),
    ]) {
      expect([answer.status, answer.body]).toEqual([401, UNAUTHORIZED]);
    }
    expect([await idsSeen(wire, ada), await idsSeen(wire, bob), await idsSeen(wire, cy)]).toEqual([[id], [id], []]);
    expect(await idsSeen(wire, agent)).toEqual([id]);
    const foreign = await wire.get(cy, id);
    expect([foreign.status, foreign.body]).toEqual([404, missing(id)]);
  });
});

describe('with `anonymous` create, which a tenant has that says nothing', () => {
  it.each(['create', undefined] as const)('anybody submits and staff read (%s)', async (anonymous) => {
    const wire = await makeKinconectaDesk(test, anonymous);
    const { ada, agent, admin } = wire.desk.people;
    const { id } = await wire.create(null);
    const own = await wire.create(ada);
    expect((await wire.upload(null, id)).status).toBe(200);
    for (const answer of [await wire.list(null), await wire.get(null, id), await wire.get(null, 999)]) {
      expect([answer.status, answer.body]).toEqual([401, UNAUTHORIZED]);
    }
    for (const answer of [await wire.list(ada), await wire.get(ada, own.id)]) {
      expect([answer.status, answer.body]).toEqual([403, FORBIDDEN]);
    }
    for (const person of [agent, admin]) expect(await idsSeen(wire, person)).toEqual([id, own.id]);
    expect(Object.keys((await wire.list(null)).body)).toEqual(['status', 'error', 'message']);
  });

  it('does not read by another method', async () => {
    const wire = await makeKinconectaDesk(test, 'create');
    await wire.create(null);
    const { statusCode } = await test.app.inject({ method: 'HEAD', url: `${TICKETS}/1`, headers: { host: wire.host } });
    expect([401, 404]).toContain(statusCode);
  });
});

describe('with `anonymous` full', () => {
  it('everybody reads everything of the tenant, and nothing of others', async () => {
    const wire = await makeKinconectaDesk(test, 'full');
    const other = await makeKinconectaDesk(test, 'full');
    const { ada, cy, agent } = wire.desk.people;
    const ids = [(await wire.create(null))['id'], (await wire.create(ada))['id'], (await wire.create(agent))['id']];
    for (const by of [null, ada, cy, agent]) {
      expect(await idsSeen(wire, by)).toEqual(ids);
      for (const id of ids) expect((await wire.get(by, id)).status).toBe(200);
    }
    expect(await idsSeen(other, null)).toEqual([]);
    expect((await other.get(null, ids[0])).body).toEqual(missing(ids[0]));
  });
});

describe('a credential', () => {
  it('that is wrong is refused, wherever none would do', async () => {
    const wire = await makeKinconectaDesk(test, 'full');
    const { token } = wire.desk.people.ada;
    for (const authorization of ['', 'Bearer', 'Bearer null', `Bearer ${token}x`, `Basic ${token}`, token]) {
      for (const method of ['GET', 'POST'] as const) {
        const body = method === 'POST' ? NEW_TICKET : undefined;
        const answer = await wire.send(null, method, TICKETS, { headers: { authorization }, body });
        expect([authorization, answer.status, answer.body]).toEqual([authorization, 401, UNAUTHORIZED]);
      }
    }
  });

  it('of one tenant is none at the host of another', async () => {
    const wire = await makeKinconectaDesk(test, 'full');
    const other = await makeKinconectaDesk(test, 'full');
    for (const stranger of [other.desk.people.ada, other.desk.people.admin]) {
      for (const answer of [await wire.list(stranger), await wire.post(stranger), await wire.upload(stranger, 1)]) {
        expect([answer.status, answer.body]).toEqual([401, UNAUTHORIZED]);
      }
    }
  });

  it('tells the tenant where the host tells none', async () => {
    const wire = await makeKinconectaDesk(test, 'off');
    const { agent } = wire.desk.people;
    await wire.create(agent);
    expect((await agent.client.send('GET', TICKETS)).body).toHaveLength(1);
  });
});

describe('without a credential the tenant', () => {
  it('is the one of the host, whatever its case and port', async () => {
    const wire = await makeKinconectaDesk(test, 'full');
    await wire.create(null);
    for (const host of [wire.host.toUpperCase(), `${wire.host}:8443`]) {
      const { body } = await test.client.send('GET', TICKETS, { headers: { host } });
      expect(body).toHaveLength(1);
    }
  });

  it('is else the default one, if that speaks this wire', async () => {
    const elsewhere = { headers: { host: 'nowhere.example' } };
    expect((await test.client.send('GET', TICKETS, elsewhere)).body).toEqual(UNAUTHORIZED);
    const { ctx } = await makeDesk(test);
    const tenants = test.app.get(TenantsService);
    const { id } = await tenants.create(ctx, { code: DEFAULT, name: 'The default' });
    // A change makes known at once what is kept for seconds.
    await tenants.change(ctx, id, { dialects: ['quoota'] });
    expect((await test.client.send('GET', TICKETS, elsewhere)).body).toEqual(UNAUTHORIZED);
    const dialectSettings = { kinconecta: { anonymous: 'full' } };
    await tenants.change(ctx, id, { dialects: ['kinconecta'], dialectSettings });
    const { status, body } = await test.client.send('GET', TICKETS, elsewhere);
    expect([status, body]).toEqual([200, []]);
  });

  it('is none when it does not speak this wire, and then nobody’s token is good either', async () => {
    const wire = await makeKinconectaDesk(test, 'create');
    await speak(test, wire.desk, { quoota: {} });
    for (const by of [null, wire.desk.people.ada, wire.desk.people.admin]) {
      for (const answer of [await wire.list(by), await wire.post(by)]) {
        expect([answer.status, answer.body]).toEqual([401, UNAUTHORIZED]);
      }
    }
  });

  it('may be suspended', async () => {
    const wire = await makeKinconectaDesk(test, 'full');
    const { ctx } = wire.desk;
    await test.app.get(TenantsService).change(ctx, ctx.tenant.id, { status: 'suspended' });
    expect((await wire.list(null)).body).toEqual(FORBIDDEN);
  });
});

it('says at every start which tenants show everything to anybody', async () => {
  const open = await makeKinconectaDesk(test, 'full');
  const closed = await makeKinconectaDesk(test, 'create');
  const suspended = await makeKinconectaDesk(test, 'full');
  const { ctx } = suspended.desk;
  await test.app.get(TenantsService).change(ctx, ctx.tenant.id, { status: 'suspended' });
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  await test.restart();
  const told = warn.mock.calls.map(([text]) => String(text));
  warn.mockRestore();
  const tells = (wire: KinconectaDesk) => told.filter((text) => text.includes(wire.desk.code)).length;
  expect([tells(open), tells(closed), tells(suspended)]).toEqual([1, 0, 0]);
});
