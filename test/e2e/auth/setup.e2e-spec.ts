import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupService, TenantsService } from '../../../src/modules/auth/index.js';
import { MINUTE } from '../../../src/platform/clock/clock.js';
import { clockOf, OWNER } from '../../support/accounts.js';
import { PASSWORD } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const ctx = { requestId: 'test-setup' };
const system = { type: 'system', id: 0, userId: 0, role: 'owner', sharedTeamId: null } as const;

let test: TestApp;
/** What the process prints when it starts; null once there is an owner. */
const start = () => test.app.get(SetupService).openSetup(ctx);
const setUp = (token: string, tenant: object = { code: 'acme', name: 'Acme' }, owner: object = OWNER) =>
  test.client.post('/setup', { token, owner, tenant });

describe('an installation without an owner', () => {
  let token: string;
  beforeEach(async () => {
    test ??= await startTestApp();
    token = (await start()) ?? '';
  });
  afterEach(() => clockOf(test).move(0));

  it('refuses a wrong token', async () => {
    for (const wrong of ['x', token.slice(1), `${token}x`, token.toLowerCase()]) {
      const answer = await setUp(wrong);
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
    }
  });

  it('refuses the right one after thirty minutes', async () => {
    clockOf(test).move(30 * MINUTE + 1_000);
    expect((await setUp(token)).status).toBe(401);
  });

  it('refuses the token of the start before', async () => {
    const next = await start();
    expect(next).not.toBe(token);
    expect((await setUp(token)).status).toBe(401);
  });

  it('says what is wrong with all fields at once and keeps the token good', async () => {
    const answer = await setUp(token, { code: 'NO' }, { name: '', email: 'x', password: 'short' });
    expect(answer.status).toBe(422);
    const wrong = ['owner.email', 'owner.name', 'owner.password', 'tenant.code', 'tenant.name'];
    expect(Object.keys(answer.body.errors).toSorted()).toEqual(wrong);
  });

  it('keeps the token good when the tenant exists already', async () => {
    await test.app.get(TenantsService).create({ ...ctx, actor: system }, { code: 'taken', name: 'Taken' });
    const answer = await setUp(token, { code: 'taken', name: 'Mine' });
    expect([answer.status, answer.body.code]).toEqual([409, 'already_exists']);
    expect(await start()).not.toBeNull();
  });
});

describe('setting up', () => {
  let answers: Awaited<ReturnType<typeof setUp>>[];
  let token: string;
  beforeAll(async () => {
    test ??= await startTestApp();
    token = (await start()) ?? '';
    answers = await Promise.all([setUp(token), setUp(token), setUp(token, { code: 'other', name: 'Other' })]);
  });
  afterAll(() => test.close());

  it('happens once, however many try at the same moment', () => {
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 401, 401]);
    const { owner } = answers.find(({ status }) => status === 201)?.body.data ?? {};
    expect(owner).toMatchObject({ email: OWNER.email, role: 'owner' });
  });

  it('makes the owner, and the same person the admin of the first tenant', async () => {
    const done = answers.find(({ status }) => status === 201);
    const { code } = done?.body.data.tenant ?? {};
    const asOwner = await test.client.post('/auth/login', { email: OWNER.email, password: PASSWORD });
    const asAdmin = await test.client.post('/auth/login', { tenant: code, email: OWNER.email, password: PASSWORD });
    expect([asOwner.body.data.user.role, asAdmin.body.data.user.role]).toEqual(['owner', 'admin']);
    const tenants = await test.client.as(asOwner.body.data.access_token).get('/tenants');
    expect(tenants.body.data.map((tenant: { code: string }) => tenant.code)).toContain(code);
  });

  it('is over for good: no token at the next start, none works', async () => {
    expect(await start()).toBeNull();
    expect((await setUp(token)).status).toBe(401);
    await test.restart();
    expect(await start()).toBeNull();
    expect((await setUp(token)).status).toBe(401);
  });
});
