import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SessionSweep, TenantsService } from '../../../src/modules/auth/index.js';
import { DAY, MINUTE } from '../../../src/platform/clock/clock.js';
import { addAccount, clockOf } from '../../support/accounts.js';
import { type Desk, makeDesk, PASSWORD } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let account: Awaited<ReturnType<typeof addAccount>>;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  account = await addAccount(test, desk, 'Eve');
});
afterEach(() => clockOf(test).move(0));
afterAll(() => test.close());

const login = (changes: object = {}, headers: Record<string, string> = {}) => {
  const { tenant, email, password } = account;
  return test.client.post('/auth/login', { tenant, email, password, ...changes }, headers);
};
const refresh = (token: string) => test.client.post('/auth/refresh', { refresh_token: token });
const profile = (token: string) => test.client.as(token).get('/auth/me');

async function signIn() {
  const { access_token: access, refresh_token: spare } = (await login()).body.data;
  return { access: access as string, refresh: spare as string };
}

describe('signing in', () => {
  it('hands out a token pair for the right password', async () => {
    const answer = await login();
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
    expect(answer.body.data.user).toMatchObject({ id: account.id, name: 'Eve', role: 'customer' });
    const me = await profile(answer.body.data.access_token);
    expect(me.body.data).toMatchObject({ id: account.id, tenant: { code: desk.code } });
  });

  it('takes the e-mail in any case', async () => {
    const answer = await login({ email: account.email.toUpperCase() });
    expect(answer.status).toBe(200);
    expect(answer.body.data.user.id).toBe(account.id);
  });

  it('refuses a wrong password, e-mail, tenant and a person gone with the very same bytes', async () => {
    const gone = await addAccount(test, desk, 'gone');
    const { admin } = desk.people;
    expect((await admin.client.patch(`/users/${gone.id}`, { status: 'inactive' })).status).toBe(200);
    clockOf(test).stop();
    const wrongs = [
      { password: 'not-this-one' },
      { email: `nobody@${desk.code}.example` },
      { tenant: 'no-such-tenant' },
      { tenant: undefined },
      // A local account without a password.
      { email: desk.people.ada.email },
      { email: gone.email },
    ];
    const answers = await Promise.all(wrongs.map((wrong) => login(wrong, { 'x-request-id': 'one-and-the-same' })));
    for (const { status, headers, bytes } of answers) {
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toBe('Bearer');
      expect(JSON.parse(bytes.toString())).toMatchObject({ success: false, code: 'invalid_credentials', data: null });
      expect(bytes.toString()).toBe(answers[0]?.bytes.toString());
      expect({ ...headers, date: '' }).toEqual({ ...answers[0]?.headers, date: '' });
    }
  });

  it('does not take the code of a tenant in another case', async () => {
    expect((await login({ tenant: desk.code.toUpperCase() })).status).toBe(401);
  });

  it('tells a person of a suspended tenant so, but only with the right password', async () => {
    const other = await makeDesk(test);
    const { tenant, email } = await addAccount(test, other, 'sam');
    const before = await test.client.post('/auth/login', { tenant, email, password: PASSWORD });
    expect(before.status).toBe(200);
    await test.app.get(TenantsService).change(other.ctx, other.ctx.tenant.id, { status: 'suspended' });

    const right = await test.client.post('/auth/login', { tenant, email, password: PASSWORD });
    expect([right.status, right.body.code]).toEqual([403, 'tenant_suspended']);
    const wrong = await test.client.post('/auth/login', { tenant, email, password: 'not-this-one' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'invalid_credentials']);
    // Nor does a token from before open anything.
    const used = await profile(before.body.data.access_token);
    expect([used.status, used.body.code]).toEqual([403, 'tenant_suspended']);
  });
});

describe('an access token', () => {
  it('ends after fifteen minutes', async () => {
    const { access } = await signIn();
    clockOf(test).move(15 * MINUTE - 2_000);
    expect((await profile(access)).status).toBe(200);
    clockOf(test).move(15 * MINUTE + 2_000);
    const late = await profile(access);
    expect([late.status, late.body.code]).toEqual([401, 'token_expired']);
    expect(late.headers['www-authenticate']).toMatch(/^Bearer/);
  });

  it('is worth nothing once a character of it is changed', async () => {
    const { access } = await signIn();
    const [head, payload = '', signature = ''] = access.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: '1' })).toString('base64url');
    const turned = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    for (const token of [`${head}.${forged}.${signature}`, `${head}.${payload}.${turned}`, `${head}.${payload}.`]) {
      expect((await profile(token)).body.code).toBe('unauthenticated');
    }
  });
});

describe('a refresh token', () => {
  it('is traded for a new pair', async () => {
    const first = await signIn();
    const answer = await refresh(first.refresh);
    expect(answer.status).toBe(200);
    expect(answer.body.data.refresh_token).not.toBe(first.refresh);
    expect(answer.body.data.user.id).toBe(account.id);
    expect((await profile(answer.body.data.access_token)).status).toBe(200);
    expect((await refresh(answer.body.data.refresh_token)).status).toBe(200);
  });

  it('used twice ends the whole session, also its access token', async () => {
    const first = await signIn();
    const second = (await refresh(first.refresh)).body.data;
    expect((await profile(second.access_token)).status).toBe(200);

    const reuse = await refresh(first.refresh);
    expect([reuse.status, reuse.body.code]).toEqual([401, 'unauthenticated']);
    expect((await refresh(second.refresh_token)).status).toBe(401);
    expect((await profile(second.access_token)).status).toBe(401);
    expect((await profile(first.access)).status).toBe(401);
  });

  it('used twice at once gives one pair at most, and the session ends', async () => {
    const { access, refresh: token } = await signIn();
    const answers = await Promise.all([refresh(token), refresh(token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    const won = answers.find(({ status }) => status === 200)?.body.data;
    expect((await refresh(won.refresh_token)).status).toBe(401);
    expect((await profile(won.access_token)).status).toBe(401);
    expect((await profile(access)).status).toBe(401);
  });

  it('ends after thirty days', async () => {
    const { refresh: token } = await signIn();
    clockOf(test).move(30 * DAY + MINUTE);
    expect((await refresh(token)).body.code).toBe('unauthenticated');
  });

  it('is not an access token, nor the other way round', async () => {
    const pair = await signIn();
    expect((await profile(pair.refresh)).status).toBe(401);
    expect((await refresh(pair.access.slice(0, 200))).status).toBe(401);
  });

  it('is worth nothing to a person deactivated, and opens nothing of a suspended tenant', async () => {
    const leaver = await addAccount(test, desk, 'leaver');
    const pair = (await login({ email: leaver.email })).body.data;
    await desk.people.admin.client.patch(`/users/${leaver.id}`, { status: 'inactive' });
    expect((await refresh(pair.refresh_token)).status).toBe(401);

    const other = await makeDesk(test);
    const { tenant, email } = await addAccount(test, other, 'sue');
    const { refresh_token: token } = (await login({ tenant, email })).body.data;
    await test.app.get(TenantsService).change(other.ctx, other.ctx.tenant.id, { status: 'suspended' });
    const answer = await refresh(token);
    expect([answer.status, answer.body.code]).toEqual([403, 'tenant_suspended']);
    // Nor is it used up by that.
    await test.app.get(TenantsService).change(other.ctx, other.ctx.tenant.id, { status: 'active' });
    expect((await refresh(token)).status).toBe(200);
  });
});

describe('signing out', () => {
  it('ends the session at once, and no other one', async () => {
    const [left, kept] = [await signIn(), await signIn()];
    // Known by now, so that the cache must forget it.
    expect((await profile(left.access)).status).toBe(200);
    expect((await test.client.as(left.access).post('/auth/logout')).status).toBe(200);
    expect((await profile(left.access)).body.code).toBe('unauthenticated');
    expect((await refresh(left.refresh)).status).toBe(401);
    expect((await profile(kept.access)).status).toBe(200);
  });
});

describe('the sweep', () => {
  it('removes what has expired and nothing else', async () => {
    const sweep = async () => (await test.app.get(SessionSweep).sweep()).rows;
    const old = await signIn();
    expect(await sweep()).toBe(0);
    clockOf(test).move(20 * DAY);
    const recent = await signIn();
    clockOf(test).move(31 * DAY);
    expect(await sweep()).toBeGreaterThanOrEqual(2);
    expect(await sweep()).toBe(0);
    expect((await refresh(old.refresh)).status).toBe(401);
    expect((await refresh(recent.refresh)).status).toBe(200);
  });
});

describe('deactivating a person', () => {
  it('ends their access at once on this node', async () => {
    // The sweep above has ended the sessions of everybody who was there.
    const fresh = await makeDesk(test);
    const leaver = await addAccount(test, fresh, 'quitter');
    const { access_token: token } = (await login({ tenant: fresh.code, email: leaver.email })).body.data;
    expect((await profile(token)).status).toBe(200);
    const { status } = await fresh.people.admin.client.patch(`/users/${leaver.id}`, { status: 'inactive' });
    expect(status).toBe(200);
    expect((await profile(token)).body.code).toBe('unauthenticated');
  });
});
