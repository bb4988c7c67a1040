import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TenantsService } from '../../../src/modules/auth/index.js';
import { KeyCheck, WrongAppKey } from '../../../src/platform/crypto/key-check.js';
import { Keys } from '../../../src/platform/crypto/keys.service.js';
import { DomainError } from '../../../src/platform/errors/domain-error.js';
import { dialectSecrets } from '../../support/dialects.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { addProvider, rawToken, type TestProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const [FORMER, OTHER] = ['the-former-app-key-'.repeat(2), 'another-app-key-'.repeat(3)];

let test: TestApp;
let desk: Desk;
let provider: TestProvider;

beforeEach(async () => {
  test = await startTestApp({ APP_KEY: FORMER, JWT_SECRET: 'j'.repeat(32) });
  desk = await makeDesk(test);
  provider = await addProvider(desk, 'HS256');
  const dialectSettings = dialectSecrets((name) => `a-secret-of-${name}-0123456789`);
  await test.app.get(TenantsService).change(desk.ctx, desk.ctx.tenant.id, { dialectSettings });
});
afterEach(() => test.close());

const restartWith = (appKey: string) => test.restart({ APP_KEY: appKey });

describe('another APP_KEY', () => {
  it('stops the start, in words, and the former one starts as before', async () => {
    await expect(restartWith(OTHER)).rejects.toThrow(WrongAppKey);
    await expect(restartWith(OTHER)).rejects.toThrow(/APP_KEY[^]*app-key accept/);
    await restartWith(FORMER);
    expect((await test.client.as(await provider.sign()).get('/auth/me')).status).toBe(200);
  });

  it('that is accepted leaves what it cannot read to be set anew, and everything else at work', async () => {
    await test.app.get(KeyCheck).accept({ requestId: 'test' });
    const keys = test.app.get(Keys);
    // As if the key of this process were the other one: what `app-key accept` runs with.
    const proof = jest
      .spyOn(keys, 'sign')
      .mockReturnValue(new Keys(Object.assign({}, CONFIG, { APP_KEY: OTHER })).sign('key check', 'app-key'));
    await test.app.get(KeyCheck).accept({ requestId: 'test' });
    proof.mockRestore();
    await restartWith(OTHER);

    const admin = test.client.as(desk.people.admin.token);
    expect((await admin.get('/tenant')).status).toBe(200);
    const token = await provider.sign();
    const refused = await test.client.as(token).get('/auth/me');
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    const [shown] = (await admin.get('/tenant/identity-providers')).body.data;
    expect(shown.id).toBe(provider.id);
    // An empty key in place of the lost one would let in whoever signs with nothing.
    const [signed] = rawToken({ alg: 'HS256' }, provider.claims(), '').split(/\.$/);
    const empty = `${signed}.${createHmac('sha256', '').update(signed!).digest('base64url')}`;
    expect((await test.client.as(empty).get('/auth/me')).status).toBe(503);

    const secret = 'a-secret-that-was-set-anew-0123456789';
    expect((await admin.patch(`/tenant/identity-providers/${provider.id}`, { name: 'No key' })).status).toBe(422);
    expect((await admin.patch(`/tenant/identity-providers/${provider.id}`, { secret })).status).toBe(200);
    const anew = await addProvider(
      { ...desk, people: { ...desk.people, admin: { ...desk.people.admin, client: admin } } },
      'HS256',
    );
    expect((await test.client.as(await anew.sign()).get('/auth/me')).status).toBe(200);
  });
});

const CONFIG = { JWT_SECRET: 'j'.repeat(32), DATA_DIR: '/nowhere' } as never;

it('a stored secret that cannot be read is an error that names APP_KEY', () => {
  const sealed = new Keys(Object.assign({}, CONFIG, { APP_KEY: FORMER })).seal('x');
  try {
    new Keys(Object.assign({}, CONFIG, { APP_KEY: OTHER })).unseal(sealed);
    throw new Error('It was read');
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect([(error as DomainError).kind, String((error as DomainError).details.cause)]).toEqual([
      'unavailable',
      expect.stringContaining('APP_KEY'),
    ]);
  }
});
