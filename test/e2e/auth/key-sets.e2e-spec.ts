import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateKeyPair } from 'jose';
import { type Desk, makeDesk } from '../../support/desk.js';
import { addProvider, KeySetServer, signerOf, type TestProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let keys: KeySetServer;
let provider: TestProvider;

async function start(environment: Record<string, string>) {
  test = await startTestApp(environment);
  desk = await makeDesk(test);
}
beforeEach(async () => {
  keys = new KeySetServer();
  await keys.start();
  provider = await addProvider(desk, 'RS256', { jwks_url: keys.url });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await keys.stop();
});

const profile = (token: string) => test.client.as(token).get('/auth/me');
/** The key set library reads the time itself. */
const moveTime = (ahead: number) => {
  const real = Date.now.bind(Date);
  jest.spyOn(Date, 'now').mockImplementation(() => real() + ahead);
};

describe('the key set of a provider', () => {
  beforeAll(() => start({ OUTBOUND_ALLOW: '127.0.0.0/8' }));
  afterAll(() => test.close());

  it('is fetched once for many tokens', async () => {
    const first = signerOf({ ...provider, key: await keys.add('k1') });
    for (const sub of ['a', 'b', 'c'])
      expect((await profile(await first.sign({ sub }, { kid: 'k1' }))).status).toBe(200);
    expect(keys.fetched).toBe(1);
  });

  it('is fetched again for a key it did not have, at most every half minute', async () => {
    const first = signerOf({ ...provider, key: await keys.add('k1') });
    expect((await profile(await first.sign({}, { kid: 'k1' }))).status).toBe(200);
    const second = signerOf({ ...provider, key: await keys.add('k2') });
    expect((await profile(await second.sign({}, { kid: 'k2' }))).status).toBe(401);
    expect(keys.fetched).toBe(1);

    moveTime(31_000);
    expect((await profile(await second.sign({}, { kid: 'k2' }))).status).toBe(200);
    expect((await profile(await first.sign({ jti: 'old' }, { kid: 'k1' }))).status).toBe(200);
    expect(keys.fetched).toBe(2);
  });

  it('is the only place where keys come from', async () => {
    await keys.add('k1');
    const thief = signerOf({ ...provider, key: (await generateKeyPair('RS256')).privateKey });
    for (const header of [{ kid: 'k1' }, { kid: 'k9' }, {}, { kid: 'k1', jku: keys.url }]) {
      expect((await profile(await thief.sign({}, header))).body.code).toBe('unauthenticated');
    }
    // A key of the set, but of another algorithm than the provider's.
    const curve = signerOf({ ...provider, algorithm: 'ES256', key: await keys.add('k2', 'ES256') });
    moveTime(31_000);
    expect((await profile(await curve.sign({}, { kid: 'k2' }))).body.code).toBe('unauthenticated');
  });

  it('that cannot be had is our trouble, not the caller’s: 503', async () => {
    const first = signerOf({ ...provider, key: await keys.add('k1') });
    keys.status = 500;
    const answer = await profile(await first.sign({}, { kid: 'k1' }));
    expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
    expect(answer.bytes.toString()).not.toContain('127.0.0.1');
    keys.status = 200;
    expect((await profile(await first.sign({}, { kid: 'k1' }))).status).toBe(200);
  });

  it('that is silent keeps those waiting who asked first, and nobody after them', async () => {
    const first = signerOf({ ...provider, key: await keys.add('k1') });
    keys.silent = true;
    const waiting = profile(await first.sign({}, { kid: 'k1' }));
    await sleep(400);
    for (let again = 0; again < 2; again++) {
      const start = performance.now();
      const answer = await profile(await first.sign({}, { kid: 'k1' }));
      expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(performance.now() - start).toBeLessThan(1_000);
      // The second time it is over for those who waited, too.
      expect((await waiting).status).toBe(503);
    }
  });

  it('is not followed to another address', async () => {
    const first = signerOf({ ...provider, key: await keys.add('k1') });
    keys.status = 302;
    expect((await profile(await first.sign({}, { kid: 'k1' }))).status).toBe(503);
  });
});

describe('without OUTBOUND_ALLOW', () => {
  beforeAll(() => start({ OUTBOUND_ALLOW: '' }));
  afterAll(() => test.close());

  it('a key set in the private network is never asked for', async () => {
    const first = signerOf({ ...provider, key: await keys.add('k1') });
    const answer = await profile(await first.sign({}, { kid: 'k1' }));
    expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
    const { port } = new URL(keys.url);
    const byName = await addProvider(desk, 'RS256', { jwks_url: `http://localhost:${port}/jwks.json` });
    expect((await profile(await signerOf({ ...byName, key: first.key }).sign({}, { kid: 'k1' }))).status).toBe(503);
    expect(keys.fetched).toBe(0);
  });
});
