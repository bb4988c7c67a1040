import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TenantsService } from '../../../src/modules/auth/index.js';
import { DAY } from '../../../src/platform/clock/clock.js';
import { addAccount, clockOf } from '../../support/accounts.js';
import type { Client } from '../../support/client.js';
import { PASSWORD } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, sign, signedBy } from './agency.js';

const CLIENT_LOGIN = '/api/v1/client/auth/login';
const TOKEN = /^\d+\|[\w-]{43}$/;
const UTC_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const UTC_MILLISECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

let test: TestApp;
let agency: Agency;
let other: Agency;
let ida: { email: string; password: string };
let staff: { email: string; password: string };

beforeAll(async () => {
  test = await startTestApp();
  agency = await makeAgency(test);
  other = await makeAgency(test, { agency_id: 9, agency_code: 'OTHER' });
  ida = credentialsOf(await addAccount(test, agency.desk, 'ida'));
  staff = credentialsOf(await addAccount(test, agency.desk, 'sam', 'agent'));
});
afterAll(() => test.close());

const credentialsOf = ({ email, password }: { email: string; password: string }) => ({ email, password });
const login = (client: Client, path: string, body: object) => client.send('POST', path, { body });

const WRONG = { success: false, message: 'Invalid credentials', errors: null, data: null };

describe('a client', () => {
  it('signs in with the signature alone, and gets an opaque token', async () => {
    const { status, body } = await login(agency.signed, CLIENT_LOGIN, ida);
    expect([status, body.message]).toEqual([200, 'Login successful']);
    expect(Object.keys(body)).toEqual(['success', 'message', 'data', 'meta', 'request_id', 'timestamp']);
    expect(body.meta).toEqual({ agency_id: 123, agency_code: 'AGENCY123' });
    const { user, token } = body.data;
    expect(Object.keys(body.data)).toEqual(['user', 'token']);
    expect(Object.keys(user)).toEqual(['id', 'name', 'email', 'phone', 'phone_verified_at', 'email_verified_at']);
    expect(user).toMatchObject({ name: 'ida', email: ida.email, phone: null, phone_verified_at: null });
    expect(user.email_verified_at).toMatch(UTC_SECONDS);
    expect(token).toMatch(TOKEN);
    expect(body.timestamp).toMatch(UTC_MILLISECONDS);
    expect((await agency.client({ token }).get('/tickets')).status).toBe(200);
  });

  it('does not without a signature, whatever else is wrong', async () => {
    const { status, body } = await login(test.client, CLIENT_LOGIN, {});
    expect([status, body.message]).toEqual([401, 'Invalid agency signature']);
  });

  it('signs in through its own agency only', async () => {
    const there = signedBy(test.client, sign(test, { agency_code: 'OTHER' }));
    const { status, body } = await login(there, CLIENT_LOGIN, ida);
    expect([status, body]).toEqual([401, expect.objectContaining(WRONG)]);
  });

  it('learns nothing of what was wrong', async () => {
    for (const wrong of [
      { ...ida, password: 'another password' },
      { ...ida, email: 'nobody@nowhere.example' },
      staff,
      { email: agency.desk.people.ada.email, password: PASSWORD },
    ]) {
      const { status, body } = await login(agency.signed, CLIENT_LOGIN, wrong);
      expect([status, Object.keys(body)]).toEqual([
        401,
        ['success', 'message', 'errors', 'data', 'request_id', 'timestamp'],
      ]);
      expect(body).toMatchObject(WRONG);
    }
  });

  it('is told what is missing', async () => {
    const { status, body } = await login(agency.signed, CLIENT_LOGIN, { email: 'not an address' });
    expect([status, body.errors]).toEqual([
      422,
      {
        email: ['The email field must be a valid email address.'],
        password: ['The password field is required.'],
      },
    ]);
  });

  it('signs out, and the token ends at once while others stay', async () => {
    const tokens = [];
    for (let each = 0; each < 2; each++) tokens.push((await login(agency.signed, CLIENT_LOGIN, ida)).body.data.token);
    const [first, second] = tokens.map((token) => agency.client({ token }));
    expect((await first!.get('/tickets')).status).toBe(200);
    const { status, body } = await first!.post('/auth/logout');
    expect([status, Object.keys(body)]).toEqual([
      200,
      ['success', 'message', 'data', 'meta', 'request_id', 'timestamp'],
    ]);
    expect([body.message, body.data]).toEqual(['Logged out successfully', null]);
    const after = await first!.get('/tickets');
    expect([after.status, after.body.message]).toEqual([401, 'Unauthenticated']);
    expect((await first!.post('/auth/logout')).status).toBe(401);
    expect((await second!.get('/tickets')).status).toBe(200);
  });

  it('signs a token of the native API out, too', async () => {
    const native = await test.client.post('/auth/login', { ...ida, tenant: agency.desk.code });
    const token = native.body.data.access_token as string;
    expect((await agency.client({ token }).post('/auth/logout')).status).toBe(200);
    expect((await agency.client({ token }).get('/tickets')).status).toBe(401);
    expect((await test.client.as(token).get('/auth/me')).status).toBe(401);
  });

  it('keeps its token for years', async () => {
    const { token } = (await login(agency.signed, CLIENT_LOGIN, ida)).body.data;
    clockOf(test).move(5 * 365 * DAY);
    expect((await agency.client({ token }).get('/tickets')).status).toBe(200);
    clockOf(test).move(0);
  });
});

describe('staff', () => {
  it.each(['/api/v1/dashboard/auth/login', '/api/v1/dashboard/login'])('sign in at %s', async (path) => {
    const { status, body } = await login(test.client, path, staff);
    expect([status, body.message]).toEqual([200, 'Login successful']);
    expect(Object.keys(body)).toEqual(['success', 'message', 'data', 'request_id', 'timestamp']);
    const { user, token } = body.data;
    expect(Object.keys(user)).toEqual(['id', 'name', 'email', 'role', 'agency', 'partner', 'permissions']);
    expect(user).toMatchObject({ name: 'sam', email: staff.email, role: 'agency_staff', partner: null });
    expect(user.agency).toEqual({ id: 123, name: agency.desk.code, code: 'AGENCY123' });
    expect(user.permissions).toContain('tickets.reply');
    expect(token).toMatch(TOKEN);
    expect((await agency.dashboard({ token }).get('/tickets')).status).toBe(200);
  });

  it('that are admins are agency admins', async () => {
    const admin = credentialsOf(await addAccount(test, agency.desk, 'ann', 'admin'));
    const { body } = await login(test.client, '/api/v1/dashboard/login', admin);
    expect(body.data.user.role).toBe('agency_admin');
  });

  it('are told no more than clients', async () => {
    for (const wrong of [ida, { ...staff, password: 'another password' }, { ...staff, email: 'no@no.example' }]) {
      const { status, body } = await login(test.client, '/api/v1/dashboard/auth/login', wrong);
      expect([status, body]).toEqual([401, expect.objectContaining(WRONG)]);
    }
    const { status, body } = await login(test.client, '/api/v1/dashboard/auth/login', {});
    expect([status, Object.keys(body.errors)]).toEqual([422, ['email', 'password']]);
  });

  it.each(['/logout', '/auth/logout'])('sign out at %s', async (path) => {
    const { token } = (await login(test.client, '/api/v1/dashboard/login', staff)).body.data;
    const { status, body } = await agency.dashboard({ token }).post(path);
    expect([status, body.message, body.data]).toEqual([200, 'Logged out successfully', null]);
    expect(Object.keys(body)).toEqual(['success', 'message', 'data', 'request_id', 'timestamp']);
    expect((await agency.dashboard({ token }).get('/tickets')).status).toBe(401);
  });

  it('of several agencies come to that of the host name, or to the one whose password it is', async () => {
    const password = 'a-password-of-the-other';
    const both = 'both@staff.example';
    await addAs(agency, both, PASSWORD);
    await addAs(other, both, password);
    const { ctx } = other.desk;
    await test.app.get(TenantsService).change(ctx, ctx.tenant.id, { hosts: ['desk.other.example'] });
    const at = async (host: string, secret: string) => {
      const client = test.client.with({ host });
      const { status, body } = await login(client, '/api/v1/dashboard/login', { email: both, password: secret });
      return [status, body.data?.user.agency.code];
    };
    expect(await at('elsewhere.example', PASSWORD)).toEqual([200, 'AGENCY123']);
    expect(await at('elsewhere.example', password)).toEqual([200, 'OTHER']);
    expect(await at('desk.other.example:8080', password)).toEqual([200, 'OTHER']);
    expect(await at('desk.other.example', PASSWORD)).toEqual([401, undefined]);
  });

  it('come to the agency that runs when another of theirs is suspended', async () => {
    const halted = await makeAgency(test, { agency_id: 10, agency_code: 'HALTED' });
    const running = await makeAgency(test, { agency_id: 11, agency_code: 'RUNNING' });
    for (const each of [halted, running]) await addAs(each, 'boss@staff.example', PASSWORD);
    const body = { email: 'boss@staff.example', password: PASSWORD };
    const { ctx } = halted.desk;
    await test.app.get(TenantsService).change(ctx, ctx.tenant.id, { status: 'suspended' });
    const signedIn = await login(test.client, '/api/v1/dashboard/login', body);
    expect([signedIn.status, signedIn.body.data.user.agency.code]).toEqual([200, 'RUNNING']);
    await test.app.get(TenantsService).change(running.desk.ctx, running.desk.ctx.tenant.id, { status: 'suspended' });
    expect((await login(test.client, '/api/v1/dashboard/login', body)).status).toBe(403);
  });

  it('of a tenant that does not speak the dialect do not sign in', async () => {
    const { ctx } = other.desk;
    const mute = await addAccount(test, other.desk, 'mia', 'agent');
    await test.app.get(TenantsService).change(ctx, ctx.tenant.id, { dialects: [] });
    for (const host of ['desk.other.example', 'elsewhere.example']) {
      const client = test.client.with({ host });
      expect((await login(client, '/api/v1/dashboard/login', credentialsOf(mute))).status).toBe(401);
    }
  });
});

async function addAs({ desk }: Agency, email: string, password: string): Promise<void> {
  const answer = await desk.people.admin.client.post('/users', { name: 'Both', email, role: 'agent', password });
  if (answer.status !== 201) throw new Error(`Making an account answered ${answer.status}`);
}
