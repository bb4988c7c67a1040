import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../../support/client.js';
import { addAccount, OWNER, signInOwner } from '../../support/accounts.js';
import { type Desk, makeDesk, PASSWORD } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());

async function signIn({ tenant, email }: { tenant: string; email: string }, password = PASSWORD) {
  const answer = await test.client.post('/auth/login', { tenant, email, password });
  return {
    status: answer.status,
    refresh: answer.body.data?.refresh_token as string,
    client: test.client.as(answer.body.data?.access_token),
  };
}

describe('the own profile', () => {
  it('says who one is, where, and what one may do', async () => {
    const { ada, agent, admin } = desk.people;
    expect((await ada.client.get('/auth/me')).body.data).toMatchObject({
      ...{ id: ada.id, name: 'ada', email: ada.email, role: 'customer', subject: ada.email, status: 'active' },
      team: { id: desk.teams.shared, name: 'Shared' },
      tenant: { code: desk.code, name: desk.code },
      abilities: ['open_ticket'],
    });
    expect((await agent.client.get('/auth/me')).body.data.abilities).toContain('work_tickets');
    expect((await agent.client.get('/auth/me')).body.data.abilities).not.toContain('manage_users');
    expect((await admin.client.get('/auth/me')).body.data.abilities).toContain('manage_tenant');
  });

  it('lets the name be changed, and shows it at once', async () => {
    const { dee } = desk.people;
    expect((await dee.client.get('/auth/me')).body.data.name).toBe('dee');
    const changed = await dee.client.patch('/auth/me', { name: '  Dee Dee ' });
    expect([changed.status, changed.body.data.name]).toEqual([200, 'Dee Dee']);
    expect((await dee.client.get('/auth/me')).body.data.name).toBe('Dee Dee');
  });

  it('lets nobody change their own role, team, status or tenant', async () => {
    for (const field of ['role', 'team_id', 'status', 'tenant', 'email', 'password']) {
      const answer = await desk.people.dee.client.patch('/auth/me', { [field]: 'admin' });
      expect(answer.status).toBe(422);
      expect(Object.keys(answer.body.errors)).toEqual([field]);
    }
    expect((await desk.people.dee.client.get('/auth/me')).body.data.role).toBe('customer');
  });
});

describe('changing the own password', () => {
  const next = 'another-test-password';

  it('needs the current one', async () => {
    const account = await addAccount(test, desk, 'forgetful');
    const { client } = await signIn(account);
    const answer = await client.post('/auth/password', { current_password: 'not-this-one', new_password: next });
    expect([answer.status, answer.body.code]).toEqual([401, 'invalid_credentials']);
    expect((await signIn(account)).status).toBe(200);
  });

  it('ends all other sessions and the old password', async () => {
    const account = await addAccount(test, desk, 'careful');
    const [here, there] = [await signIn(account), await signIn(account)];
    expect((await there.client.get('/auth/me')).status).toBe(200);

    const body = { current_password: PASSWORD, new_password: next };
    expect((await here.client.post('/auth/password', body)).status).toBe(200);
    expect((await here.client.get('/auth/me')).status).toBe(200);
    expect((await there.client.get('/auth/me')).status).toBe(401);
    expect((await test.client.post('/auth/refresh', { refresh_token: there.refresh })).status).toBe(401);
    expect((await test.client.post('/auth/refresh', { refresh_token: here.refresh })).status).toBe(200);
    expect((await signIn(account)).status).toBe(401);
    expect((await signIn(account, next)).status).toBe(200);
  });

  it('refuses a short one', async () => {
    const account = await addAccount(test, desk, 'brief');
    const { client } = await signIn(account);
    const answer = await client.post('/auth/password', { current_password: PASSWORD, new_password: 'short' });
    expect(Object.keys(answer.body.errors)).toEqual(['new_password']);
  });

  it('by an admin ends every session of that person', async () => {
    const account = await addAccount(test, desk, 'robbed');
    const thief = await signIn(account);
    expect((await desk.people.admin.client.patch(`/users/${account.id}`, { password: next })).status).toBe(200);
    expect((await thief.client.get('/auth/me')).status).toBe(401);
    expect((await test.client.post('/auth/refresh', { refresh_token: thief.refresh })).status).toBe(401);
    expect((await signIn(account, next)).status).toBe(200);
  });
});

describe('registering', () => {
  const register = (code: string, email: string) =>
    test.client.post('/auth/register', { tenant: code, email, name: 'Nia', password: PASSWORD });

  it('is closed unless the tenant opens it', async () => {
    const closed = await register(desk.code, 'nia@new.example');
    expect([closed.status, closed.body.code]).toEqual([403, 'forbidden']);
    const unknown = await register('no-such-tenant', 'nia@new.example');
    expect([unknown.status, unknown.body.code, unknown.body.message]).toEqual([403, 'forbidden', closed.body.message]);
  });

  it('makes a customer, once for an address', async () => {
    const other = await makeDesk(test);
    expect((await other.people.admin.client.patch('/tenant', { sign_up: true })).status).toBe(200);
    const answer = await register(other.code, 'nia@new.example');
    expect(answer.status).toBe(201);
    expect(answer.body.data.user).toMatchObject({
      name: 'Nia',
      role: 'customer',
      team: null,
      email: 'nia@new.example',
    });
    const me = await test.client.as(answer.body.data.access_token).get('/auth/me');
    expect(me.body.data.tenant.code).toBe(other.code);

    const again = await register(other.code, 'NIA@new.example');
    expect([again.status, again.body.code]).toEqual([409, 'already_exists']);
    // The same address in another tenant is another person.
    expect((await register(desk.code, 'nia@new.example')).status).toBe(403);
  });

  it('takes no role', async () => {
    const body = { tenant: desk.code, email: 'm@new.example', name: 'M', password: PASSWORD, role: 'admin' };
    expect(Object.keys((await test.client.post('/auth/register', body)).body.errors)).toEqual(['role']);
  });
});

describe('the owner of the installation', () => {
  let owner: Client;
  beforeAll(async () => {
    owner = await signInOwner(test);
  });

  it('signs in without a tenant and belongs to none', async () => {
    const { data } = (await owner.get('/auth/me')).body;
    expect(data).toMatchObject({ email: OWNER.email, role: 'owner', tenant: null, abilities: ['manage_tenants'] });
  });

  it('cannot sign in to a tenant, nor a person of a tenant to the installation', async () => {
    expect((await signIn({ tenant: desk.code, email: OWNER.email })).status).toBe(401);
    const { email } = await addAccount(test, desk, 'climber', 'admin');
    expect((await test.client.post('/auth/login', { email, password: PASSWORD })).status).toBe(401);
    expect((await test.client.post('/auth/login', { tenant: '', email: OWNER.email, password: PASSWORD })).status).toBe(
      422,
    );
  });

  it.each(['/tickets', '/tickets/1', '/users', '/teams', '/tenant', '/api-keys', '/categories'])(
    'may not read %s',
    async (path) => {
      const answer = await owner.get(path);
      expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    },
  );
});
