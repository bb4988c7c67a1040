import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { TenantsService } from '../../../src/modules/auth/index.js';
import { clockOf } from '../../support/accounts.js';
import type { Answer, Client } from '../../support/client.js';
import { makeDesk } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, SECRET, sign, signedBy } from './agency.js';

const TICKETS = '/api/v1/client/tickets';
const FAILURE = ['success', 'message', 'data', 'request_id', 'timestamp'];

let test: TestApp;
let agency: Agency;
let other: Agency;
let ada: Client;

beforeAll(async () => {
  test = await startTestApp();
  agency = await makeAgency(test);
  other = await makeAgency(test, { agency_id: 9, agency_code: 'OTHER', secret_key: 'sk_live_another_secret_key' });
  ada = test.client.as(agency.desk.people.ada.token);
});
afterAll(() => test.close());

const listWith = (signature: string, client = ada): Promise<Answer> => signedBy(client, signature).send('GET', TICKETS);

function expectRefusal({ status, body }: Answer, expected: number, message: string): void {
  expect([status, body.message, Object.keys(body)]).toEqual([expected, message, FAILURE]);
  expect([body.success, body.data]).toEqual([false, null]);
}

/** The signature with its payload written in another way or its proof changed. */
const spoilt = (change: (text: string, proof: string) => string): string => {
  const [text = '', proof = ''] = sign(test, { agency_code: 'AGENCY123' }).split('.');
  return change(text, proof);
};

describe('an agency signature', () => {
  it('lets the clients of the agency in, and its code or its id may name it', async () => {
    for (const named of [{ agency_code: 'AGENCY123' }, { agency_id: 123 }, { agency_id: '123' }]) {
      const { status, body } = await listWith(sign(test, named));
      expect([status, body.meta.agency_id, body.meta.agency_code]).toEqual([200, 123, 'AGENCY123']);
    }
  });

  it.each([
    ['is missing', () => ''],
    ['is no signature', () => 'garbage'],
    ['has no proof', () => spoilt((text) => `${text}.`)],
    ['has another proof', () => spoilt((text, proof) => `${text}.${proof.replace(/./g, '0')}`)],
    ['has half of the proof', () => spoilt((text, proof) => `${text}.${proof.slice(0, 32)}`)],
    ['was changed afterwards', () => spoilt((text, proof) => `${text.slice(0, -2)}AA.${proof}`)],
    ['is made with another secret', () => sign(test, { agency_code: 'AGENCY123' }, 'sk_live_guessed_secret_key')],
    [
      'is another agency’s under this name',
      () => sign(test, { agency_code: 'AGENCY123' }, 'sk_live_another_secret_key'),
    ],
    ['names an agency there is not', () => sign(test, { agency_code: 'NOBODY' })],
    ['names the agency in small letters', () => sign(test, { agency_code: 'agency123' })],
    ['names no agency', () => sign(test, {})],
    ['names an agency by something odd', () => sign(test, { agency_code: { $ne: '' }, agency_id: [123] })],
    ['holds null', () => `${Buffer.from('null').toString('base64url')}.00`],
    ['has no time', () => sign(test, { agency_code: 'AGENCY123', timestamp: null })],
    ['has a time that is text', () => sign(test, { agency_code: 'AGENCY123', timestamp: '1705312800' })],
  ])('that %s is not good, whatever the token', async (_what, signature) => {
    for (const client of [ada, test.client, test.client.as('garbage')]) {
      expectRefusal(await listWith(signature(), client), 401, 'Invalid agency signature');
    }
  });

  it('is good for five minutes to both sides', async () => {
    const now = Math.floor(Date.now() / 1_000);
    clockOf(test).stop();
    const at = (timestamp: number) => sign(test, { agency_code: 'AGENCY123', timestamp });
    for (const off of [-299, 299]) expect((await listWith(at(now + off))).status).toBe(200);
    for (const off of [-302, 302]) expectRefusal(await listWith(at(now + off)), 401, 'Invalid agency signature');
    clockOf(test).move(0);
  });

  it('is good for as long as the agency says, for ever when that is 0', async () => {
    const setTolerance = (seconds: number) =>
      test.app.get(TenantsService).change(other.desk.ctx, other.desk.ctx.tenant.id, {
        dialectSettings: { daakey: { signature_tolerance_seconds: seconds } },
      });
    const dee = test.client.as(other.desk.people.dee.token);
    const old = sign(test, { agency_code: 'OTHER', timestamp: 1_000_000 }, 'sk_live_another_secret_key');
    const minuteOld = sign(
      test,
      { agency_code: 'OTHER', timestamp: Math.floor(Date.now() / 1_000) - 60 },
      'sk_live_another_secret_key',
    );
    expect((await listWith(minuteOld, dee)).status).toBe(200);
    await setTolerance(30);
    expect((await listWith(minuteOld, dee)).status).toBe(401);
    await setTolerance(0);
    expect((await listWith(old, dee)).status).toBe(200);
  });

  it('is not good any more once the secret is another', async () => {
    const rotated = await makeAgency(test, { agency_id: 77, agency_code: 'ROTATED' });
    const before = sign(test, { agency_code: 'ROTATED' });
    const dee = test.client.as(rotated.desk.people.dee.token);
    expect((await listWith(before, dee)).status).toBe(200);
    const changed = await rotated.desk.people.admin.client.patch('/tenant', {
      daakey: { secret_key: 'sk_live_the_next_secret_key' },
    });
    expect([changed.status, JSON.stringify(changed.body)]).toEqual([200, expect.not.stringContaining('sk_live')]);
    expectRefusal(await listWith(before, dee), 401, 'Invalid agency signature');
    expect((await listWith(sign(test, { agency_code: 'ROTATED' }, 'sk_live_the_next_secret_key'), dee)).status).toBe(
      200,
    );
  });

  it('is asked for before everything else, also before a body that makes no sense', async () => {
    const { status, body } = await ada.send('POST', TICKETS, { body: { subject: 7 } });
    expect([status, body.message]).toEqual([401, 'Invalid agency signature']);
  });
});

describe('behind a good signature', () => {
  it('a token is needed, and one that is good', async () => {
    const key = await agency.desk.people.admin.client.post('/api-keys', { name: 'k', scopes: ['tickets:read'] });
    expect(key.body.data.key).toMatch(/^sk_/);
    for (const token of [null, 'garbage', 'a.b.c', '1|abc123def456', '|', String(key.body.data.key)]) {
      expectRefusal(await agency.signed.as(token).send('GET', TICKETS), 401, 'Unauthenticated');
    }
    for (const authorization of ['', 'Basic YWRhOmFkYQ==', 'Bearer', agency.desk.people.ada.token]) {
      expectRefusal(await agency.signed.with({ authorization }).send('GET', TICKETS), 401, 'Unauthenticated');
    }
  });

  it('the token comes before the body', async () => {
    const { status, body } = await agency.signed.send('POST', TICKETS, { body: {} });
    expect([status, body.message]).toEqual([401, 'Unauthenticated']);
  });

  it('a token that has expired is as good as none', async () => {
    const signature = sign(test, { agency_code: 'AGENCY123', timestamp: Math.floor(Date.now() / 1_000) + 1_200 });
    clockOf(test).move(20 * 60_000);
    expectRefusal(await listWith(signature), 401, 'Unauthenticated');
    clockOf(test).move(0);
  });

  it('a token of another agency is forbidden, both ways, and before the body', async () => {
    for (const [here, there] of [
      [agency, other],
      [other, agency],
    ] as const) {
      const secret = here === other ? 'sk_live_another_secret_key' : SECRET;
      const signature = sign(test, { agency_code: here === other ? 'OTHER' : 'AGENCY123', timestamp: now() }, secret);
      for (const person of [there.desk.people.ada, there.desk.people.admin]) {
        const stranger = signedBy(test.client.as(person.token), signature);
        expectRefusal(await stranger.send('GET', TICKETS), 403, 'Forbidden');
        expectRefusal(await stranger.send('POST', TICKETS, { body: {} }), 403, 'Forbidden');
      }
    }
  });

  it('staff are forbidden: the Client API is for clients', async () => {
    for (const person of [agency.desk.people.agent, agency.desk.people.admin]) {
      expectRefusal(await agency.signed.as(person.token).send('GET', TICKETS), 403, 'Forbidden');
    }
  });

  it('a token of the tenant’s own identity provider is as good as one of ours', async () => {
    const provider = { issuer: 'https://app.example', audience: 'desk', algorithm: 'HS256', name: 'app' };
    const { body } = await agency.desk.people.admin.client.post('/tenant/identity-providers', provider);
    const token = await new SignJWT({ name: 'Eve' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(provider.issuer)
      .setAudience(provider.audience)
      .setSubject('client-7')
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(body.data.secret));
    expect((await agency.signed.as(token).send('GET', TICKETS)).status).toBe(200);
  });
});

describe('the dashboard', () => {
  it('needs no signature and no customers', async () => {
    const { admin, agent, ada: client } = agency.desk.people;
    for (const person of [admin, agent]) expect((await agency.dashboard(person).get('/tickets')).status).toBe(200);
    expectRefusal(await agency.dashboard(client).get('/tickets'), 403, 'Forbidden');
    expectRefusal(await test.client.send('GET', '/api/v1/dashboard/tickets'), 401, 'Unauthenticated');
  });

  it('shows every agency its own tickets alone', async () => {
    const mine = await agency.open(agency.desk.people.ada);
    const foreign = other.dashboard(other.desk.people.admin);
    expectRefusal(await foreign.get(`/tickets/${mine}`), 404, 'Ticket not found');
    expectRefusal(await foreign.post(`/tickets/${mine}/messages`, { message: 'Hello' }), 404, 'Ticket not found');
    expectRefusal(await foreign.patch(`/tickets/${mine}/close`), 404, 'Ticket not found');
    expect((await foreign.get('/tickets')).body.meta.total).toBe(0);
  });
});

describe('a tenant that does not speak the dialect', () => {
  it('is not known on either side', async () => {
    const desk = await makeDesk(test);
    await speak(test, desk, { daakey: { agency_code: 'GONE', secret_key: SECRET } });
    const signature = sign(test, { agency_code: 'GONE' });
    const side = (token: string) => signedBy(test.client.as(token), signature);
    expect((await side(desk.people.ada.token).send('GET', TICKETS)).status).toBe(200);
    await speak(test, desk, {});
    expectRefusal(await side(desk.people.ada.token).send('GET', TICKETS), 401, 'Invalid agency signature');
    const dashboard = test.client.as(desk.people.agent.token);
    expectRefusal(await dashboard.send('GET', '/api/v1/dashboard/tickets'), 401, 'Unauthenticated');
  });

  it('that is suspended lets nobody in', async () => {
    const closed = await makeAgency(test, { agency_id: 55, agency_code: 'SUSPENDED' });
    const { ctx, people } = closed.desk;
    await test.app.get(TenantsService).change(ctx, ctx.tenant.id, { status: 'suspended' });
    expectRefusal(await closed.client(people.ada).get('/tickets'), 403, 'Forbidden');
    expectRefusal(await closed.dashboard(people.agent).get('/tickets'), 403, 'Forbidden');
    const credentials = { email: people.ada.email, password: 'whatever it may be' };
    const login = await closed.signed.send('POST', '/api/v1/client/auth/login', { body: credentials });
    expectRefusal(login, 403, 'Forbidden');
  });
});

const now = () => Math.floor(Date.now() / 1_000);
