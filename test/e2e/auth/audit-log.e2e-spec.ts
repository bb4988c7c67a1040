import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditSweep } from '../../../src/platform/audit/audit-sweep.js';
import { DAY, MINUTE } from '../../../src/platform/clock/clock.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { addAccount, clockOf, OWNER, signInOwner, writtenEvents } from '../../support/accounts.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk, PASSWORD } from '../../support/desk.js';
import { addProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let owner: Client;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  owner = await signInOwner(test);
});
afterEach(() => clockOf(test).move(0));
afterAll(() => test.close());

interface Entry {
  readonly type: string;
  readonly actor: { readonly type: string; readonly id: number } | null;
  readonly address: string | null;
  readonly request_id: string;
  readonly data: Readonly<Record<string, any>>;
}

const entries = async (client: Client, query = ''): Promise<readonly Entry[]> =>
  (await client.get(`/audit-log?limit=100${query}`)).body.data;

/** What a step adds to the log of the desk, oldest first. */
async function added(step: () => Promise<unknown>): Promise<readonly Entry[]> {
  const before = await entries(desk.people.admin.client);
  await step();
  const after = await entries(desk.people.admin.client);
  return after.slice(0, after.length - before.length).toReversed();
}

const login = (account: { tenant?: string; email: string; password: string }, headers = {}) => {
  const { tenant, email, password } = account;
  return test.client.post('/auth/login', { tenant, email, password }, headers);
};

describe('signing in and out', () => {
  it('tells who, when, from where and by which request', async () => {
    const account = await addAccount(test, desk, 'eve');
    const [entry, ...rest] = await added(() => login(account, { 'x-request-id': 'the-sign-in' }));
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({
      ...{ type: 'session.started', request_id: 'the-sign-in', address: '127.0.0.1' },
      ...{ actor: { type: 'user', id: account.id }, data: { user_id: account.id } },
    });
    const { access_token: token } = (await login(account)).body.data;
    const ended = await added(() => test.client.as(token).post('/auth/logout'));
    expect(ended).toMatchObject([{ type: 'session.ended', actor: { type: 'user', id: account.id } }]);
  });

  it('of a refresh token that is used twice ends the session and is told', async () => {
    const account = await addAccount(test, desk, 'rea');
    const { refresh_token } = (await login(account)).body.data;
    expect(await added(() => test.client.post('/auth/refresh', { refresh_token }))).toEqual([]);
    const reused = await added(() => test.client.post('/auth/refresh', { refresh_token }));
    expect(reused).toMatchObject([{ type: 'session.revoked', data: { user_id: account.id } }]);
  });

  it('that is refused names the account, or marks an address that nobody has without keeping it', async () => {
    const account = await addAccount(test, desk, 'kay');
    const known = await added(() => login({ ...account, password: 'wrong-but-long-enough' }));
    expect(known).toMatchObject([{ type: 'sign_in.refused', actor: null, data: { user_id: account.id } }]);
    const mistaken = { ...account, email: 'my-secret-pass-phrase@example.com' };
    const unknown = await added(async () => {
      await login(mistaken);
      await login({ ...mistaken, email: mistaken.email.toUpperCase() });
      await login({ ...mistaken, email: 'other@example.com' });
    });
    const marks = unknown.map(({ data }) => data['unknown']);
    expect(marks[0]).toMatch(/^[\w-]{16}$/);
    expect([marks[1], marks[2] === marks[0]]).toEqual([marks[0], false]);
    const all = JSON.stringify(await entries(desk.people.admin.client));
    expect(all).not.toMatch(/my-secret-pass-phrase|wrong-but-long-enough/i);
  });

  it('of the owner, to a tenant that there is not, and with a wrong set-up token is the owner’s to read', async () => {
    await login({ email: OWNER.email, password: 'wrong-but-long-enough' });
    await login({ tenant: 'never', email: 'a@example.com', password: PASSWORD });
    const tenant = { code: 'x', name: 'X' };
    await test.client.post('/setup', { token: 'a'.repeat(43), owner: OWNER, tenant });
    const [setup, nobody, refused] = await entries(owner);
    expect([setup?.type, nobody?.type, refused?.type]).toEqual(['setup.refused', 'sign_in.refused', 'sign_in.refused']);
    expect(nobody?.data).toEqual({ unknown: expect.any(String) });
    expect(refused?.data).toEqual({ user_id: expect.any(Number) });
  });
});

describe('what admins and people do', () => {
  it('is told when it bears on who may do what, with what was changed', async () => {
    const { client, id } = desk.people.admin;
    const account = await addAccount(test, desk, 'pat');
    const token = (await login(account)).body.data.access_token;
    const body = { current_password: PASSWORD, new_password: 'another-long-password' };
    const told = await added(async () => {
      await test.client.as(token).post('/auth/password', { ...body, current_password: 'not-this-password' });
      await test.client.as(token).post('/auth/password', body);
      await test.client.as(token).patch('/auth/me', { name: 'Only a name' });
      await client.patch(`/users/${account.id}`, { role: 'agent' });
      await client.patch(`/users/${account.id}`, { status: 'inactive' });
      const { id: key } = (await client.post('/api-keys', { name: 'key', scopes: ['tickets:read'] })).body.data;
      await client.delete(`/api-keys/${key}`);
      const provider = await addProvider(desk, 'HS256');
      await client.patch(`/tenant/identity-providers/${provider.id}`, { secret: 'x'.repeat(40), roles: ['agent'] });
      await client.delete(`/tenant/identity-providers/${provider.id}`);
      await client.patch('/tenant', { cors_origins: ['https://app.example'] });
    });
    const of = (type: string) => told.filter((entry) => entry.type === type);
    expect(told).toHaveLength(12);
    const [password, role, status, machine] = of('user.updated');
    expect(password).toMatchObject({ actor: { type: 'user', id: account.id }, data: { password: 'changed' } });
    expect(role).toMatchObject({ actor: { type: 'user', id }, address: '127.0.0.1', data: { role: 'agent' } });
    expect([status?.data['status'], machine?.data['status']]).toEqual(['inactive', 'inactive']);
    for (const type of ['password.refused', 'user.created', 'api_key.created', 'api_key.revoked']) {
      expect([type, of(type).length]).toEqual([type, 1]);
    }
    expect([of('identity_provider.created').length, of('identity_provider.deleted').length]).toEqual([1, 1]);
    expect(of('identity_provider.updated')).toMatchObject([{ data: { roles: ['agent'], key: 'changed' } }]);
    const [tenant] = of('tenant.updated');
    expect(tenant?.data['changed']).toEqual({ cors_origins: [[], ['https://app.example']] });
    expect(JSON.stringify(told)).not.toMatch(/x{40}|another-long-password/);
  });

  it('is in the event log of the tenant, too, but sign-ins and addresses are not', async () => {
    await login(await addAccount(test, desk, 'una'));
    const events = await writtenEvents(test);
    expect(events).toContain('api_key.created');
    expect(events).not.toMatch(/session\.|sign_in\.|127\.0\.0\.1/);
  });
});

describe('the log', () => {
  it('is for admins, each of their own tenant', async () => {
    const other = await makeDesk(test);
    await other.people.admin.client.patch('/tenant', { name: 'Mine alone' });
    expect(JSON.stringify(await entries(desk.people.admin.client))).not.toContain('Mine alone');
    for (const person of [desk.people.agent, desk.people.ada]) {
      expect((await person.client.get('/audit-log')).status).toBe(403);
    }
  });

  it('is read page by page and by type', async () => {
    const all = await entries(desk.people.admin.client);
    const read: Entry[] = [];
    let cursor = '';
    do {
      const { body } = await desk.people.admin.client.get(`/audit-log?limit=3${cursor}`);
      read.push(...body.data);
      cursor = body.meta.has_more ? `&cursor=${body.meta.next_cursor}` : '';
    } while (cursor !== '');
    expect(read).toEqual(all);
    const started = await entries(desk.people.admin.client, '&type=session.started');
    expect(started).toEqual(all.filter(({ type }) => type === 'session.started'));
    const other = await makeDesk(test);
    const { next_cursor: foreign } = (await desk.people.admin.client.get('/audit-log?limit=1')).body.meta;
    expect((await other.people.admin.client.get(`/audit-log?cursor=${foreign}`)).body.code).toBe('invalid_cursor');
  });

  it('is not filled by a flood: some refusals a minute are written, the rest is counted', async () => {
    const { audit, scope } = floodOf(await makeDesk(test));
    await audit(100);
    expect(await scope()).toBe(60);
    clockOf(test).move(MINUTE + 1_000);
    await audit(1);
    expect(await scope()).toBe(61);
    const [newest] = await entriesOf();
    expect(newest).toMatchObject({ type: 'sign_in.refused', data: { unwritten_before: 40 } });
  });

  it('forgets what is old, and refusals beyond a number a tenant, but nothing that was done', async () => {
    const other = await makeDesk(test);
    const account = await addAccount(test, other, 'zoe');
    await login(account);
    const { audit, scope } = floodOf(other);
    await audit(20);
    await test.app.get(AuditSweep).sweep(undefined, 5);
    expect(await scope()).toBe(5);
    expect((await entries(other.people.admin.client)).map(({ type }) => type)).toContain('session.started');
    clockOf(test).move(366 * DAY);
    expect((await test.app.get(AuditSweep).sweep()).entries).toBeGreaterThan(20);
    clockOf(test).move(0);
    expect(await entries(other.people.admin.client)).toEqual([]);
  });
});

let entriesOf: () => Promise<readonly Entry[]>;

/** Somebody who tries to sign in again and again at a desk. */
function floodOf(at: Desk) {
  entriesOf = () => entries(at.people.admin.client, '&type=sign_in.refused');
  const rows = () =>
    test.app
      .get(Database)
      .read({ requestId: 'test' }, (manager) =>
        manager.query<object[]>(`SELECT id FROM audit_entries WHERE refused = 1 AND tenant_id = ${at.ctx.tenant.id}`),
      );
  return {
    audit: async (times: number) => {
      const password = 'wrong-but-long-enough';
      const tries = Array.from({ length: times }, (_, n) =>
        login({ tenant: at.code, email: `n${n}@example.com`, password }),
      );
      expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([401]));
    },
    scope: async () => (await rows()).length,
  };
}
