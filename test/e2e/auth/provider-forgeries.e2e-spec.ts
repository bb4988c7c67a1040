import { createHmac, createPublicKey } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload } from 'jose';
import { clockOf } from '../../support/accounts.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { addProvider, bytesOf, rawToken, signerOf, type TestProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const MINUTE = 60;

let test: TestApp;
let desk: Desk;
let hs: TestProvider;
let rs: TestProvider;
let es: TestProvider;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  hs = await addProvider(desk, 'HS256');
  rs = await addProvider(desk, 'RS256');
  es = await addProvider(desk, 'ES256');
});
afterEach(() => clockOf(test).move(0));
afterAll(() => test.close());

const now = () => Math.floor(Date.now() / 1_000);
const profile = (token: string) => test.client.as(token).get('/auth/me');
const expectRefused = async (token: string, code = 'unauthenticated') => {
  const answer = await profile(token);
  expect([answer.status, answer.body.code]).toEqual([401, code]);
  expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
  expect(answer.body.data).toBeNull();
};

describe('a forged token is refused', () => {
  it.each(['none', 'None', 'NONE', '', 'HS512', undefined])('with the algorithm %p', async (alg) => {
    for (const provider of [hs, rs]) {
      await expectRefused(rawToken({ alg, typ: 'JWT' }, provider.claims(), ''));
      await expectRefused(rawToken({ alg, typ: 'JWT' }, provider.claims(), 'c2lnbmF0dXJl'));
    }
  });

  it('signed by HMAC with the public key of the provider as the secret', async () => {
    const key = createPublicKey(rs.publicKey);
    const jwk = JSON.stringify(key.export({ format: 'jwk' }));
    const secrets = [
      rs.publicKey,
      rs.publicKey.trim(),
      `${rs.publicKey}\n`,
      jwk,
      key.export({ type: 'spki', format: 'der' }),
    ];
    for (const secret of secrets) {
      const text = rawToken({ alg: 'HS256', typ: 'JWT' }, rs.claims(), '').slice(0, -1);
      await expectRefused(`${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`);
    }
  });

  it('signed with an algorithm that is not the provider’s, or with somebody else’s key', async () => {
    const stranger = await generateKeyPair('RS256');
    await expectRefused(await signerOf({ ...rs, key: stranger.privateKey }).sign());
    await expectRefused(await signerOf({ ...rs, key: es.key, algorithm: 'ES256' }).sign());
    await expectRefused(await signerOf({ ...hs, key: rs.key, algorithm: 'RS256' }).sign());
    await expectRefused(await signerOf({ ...hs, key: bytesOf('x'.repeat(40)) }).sign());
    await expectRefused(await signerOf({ ...hs, algorithm: 'HS384' }).sign());
    await expectRefused(
      await signerOf({ ...rs, algorithm: 'PS256', key: (await generateKeyPair('PS256')).privateKey }).sign(),
    );
  });

  it.each<[string, () => JWTPayload]>([
    ['for another audience', () => ({ aud: 'billing' })],
    ['for no audience', () => ({ aud: undefined })],
    ['for an empty audience', () => ({ aud: [] })],
    ['of another issuer', () => ({ iss: 'https://evil.example' })],
    ['of no issuer', () => ({ iss: undefined })],
    ['of an issuer with a blank', () => ({ iss: `${hs.issuer} ` })],
    ['without an end', () => ({ exp: undefined })],
    ['with an end between two seconds', () => ({ exp: now() + MINUTE + 0.5 })],
    ['with an end in eleven years', () => ({ exp: now() + 11 * 366 * 24 * 60 * MINUTE })],
    ['with an end beyond all numbers', () => ({ exp: 1e300 })],
    ['with an end that is no number', () => ({ exp: String(now() + MINUTE) as unknown as number })],
    ['that is not valid yet', () => ({ nbf: now() + 2 * MINUTE })],
  ])('%s', async (_what, claims) => {
    await expectRefused(await hs.sign(claims()));
  });

  it.each([MINUTE, 1e9])('that ended %d seconds ago, and the answer says so', async (ago) => {
    for (const provider of [hs, rs, es])
      await expectRefused(await provider.sign({ exp: now() - ago }), 'token_expired');
  });

  it('whatever key its header points to', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const thief = signerOf({ ...rs, key: privateKey });
    const jwk = await exportJWK(publicKey);
    const jku = 'http://127.0.0.1:9/jwks.json';
    for (const header of [
      { jwk },
      { jku, kid: 'a' },
      { x5u: jku },
      { kid: '/dev/null' },
      { kid: "x' OR '1'='1" },
      { kid: '__proto__' },
    ]) {
      await expectRefused(await thief.sign({}, header));
    }
    // HMAC with the empty secret that /dev/null would give.
    const text = rawToken({ alg: 'HS256', kid: '../../dev/null' }, hs.claims(), '').slice(0, -1);
    await expectRefused(`${text}.${createHmac('sha256', '').update(text).digest('base64url')}`);
  });

  it('with a changed payload, header or signature', async () => {
    for (const provider of [hs, rs, es]) {
      const [header = '', payload = '', signature = ''] = (await provider.sign({ sub: 'victim' })).split('.');
      const other = (await provider.sign({ sub: 'somebody' })).split('.');
      await expectRefused(`${header}.${other[1]}.${signature}`);
      await expectRefused(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.${signature}`);
      await expectRefused(`${header}.${payload}.${other[2]}`);
      await expectRefused(`${header}.${payload}.`);
      await expectRefused(`${header}.${payload}`);
      await expectRefused(`${header}.${payload}.${signature}.${signature}`);
    }
  });

  it('that names critical extensions nobody knows', async () => {
    const text = rawToken({ alg: 'HS256', crit: ['x-y'], 'x-y': true }, hs.claims(), '').slice(0, -1);
    await expectRefused(
      `${text}.${createHmac('sha256', hs.key as Uint8Array)
        .update(text)
        .digest('base64url')}`,
    );
  });

  it('signed by the provider of another tenant', async () => {
    const theirs = await addProvider(await makeDesk(test), 'HS256');
    const ours = { iss: hs.issuer, aud: hs.audience };
    await expectRefused(await theirs.sign(ours));
    await expectRefused(await theirs.sign({ ...ours, aud: [hs.audience, theirs.audience] }));
    await expectRefused(await theirs.sign({ iss: [theirs.issuer, hs.issuer] as unknown as string }));
  });

  it('that claims to be ours', async () => {
    for (const provider of [hs, rs]) {
      const claims = { iss: 'polydesk', aud: 'polydesk', sub: String(desk.people.admin.id), sid: 'x' };
      await expectRefused(await provider.sign(claims));
    }
    const [header, payload, signature] = desk.people.admin.token.split('.');
    await expectRefused(`${header}.${payload}.${signature?.slice(1)}`);
  });

  it.each([
    '',
    ' ',
    'a',
    'a.b.c',
    '....',
    'e30.e30.e30',
    'null',
    `${'x'.repeat(4_000)}.y.z`,
    'sk_short',
    'sk_' + 'A'.repeat(43),
  ])('that is no token: %p', async (token) => {
    await expectRefused(token);
  });
});

describe('a good token', () => {
  it('may differ from our clock by half a minute', async () => {
    expect((await profile(await hs.sign({ exp: now() - 20 }))).status).toBe(200);
    expect((await profile(await hs.sign({ nbf: now() + 20 }))).status).toBe(200);
  });

  it('may name several audiences', async () => {
    expect((await profile(await hs.sign({ aud: ['other', hs.audience] }))).status).toBe(200);
  });

  it('ends when its time comes, by our clock, also while it is cached', async () => {
    const token = await es.sign();
    expect((await profile(token)).status).toBe(200);
    clockOf(test).move(10 * 60_000);
    await expectRefused(token, 'token_expired');
  });
});

describe('signing out with the token of a provider', () => {
  it.each(['HS256', 'RS256', 'ES256'])('ends that token at once, and no other one (%s)', async (algorithm) => {
    const provider = [hs, rs, es].find((each) => each.algorithm === algorithm) ?? hs;
    const [left, kept] = [await provider.sign({ sub: 'x' }), await provider.sign({ sub: 'x', jti: '2' })];
    expect((await profile(left)).status).toBe(200);
    expect((await test.client.as(left).post('/auth/logout')).status).toBe(200);
    await expectRefused(left);
    expect((await profile(kept)).status).toBe(200);
  });

  it('ends it also with more blanks in the header', async () => {
    const token = await hs.sign({ sub: 'blanks' });
    const authorization = `bearer  ${token}`;
    expect((await test.client.post('/auth/logout', undefined, { authorization })).status).toBe(200);
    await expectRefused(token);
  });

  it('also ends it written in another way', async () => {
    const token = await hs.sign({ sub: 'y' });
    expect((await test.client.as(token).post('/auth/logout')).status).toBe(200);
    // 32 bytes end in a character of which two bits mean nothing.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(token.at(-1) ?? '');
    for (const bits of [1, 2, 3]) await expectRefused(token.slice(0, -1) + alphabet.charAt(last ^ bits));
    for (const tail of ['=', '==', '\t']) await expectRefused(token + tail);
  });

  it('also ends its mirror image, which ES256 takes too', async () => {
    const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
    const token = await es.sign({ sub: 'z' });
    const [header, payload, signature = ''] = token.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    const mirrored = (order - BigInt(`0x${bytes.subarray(32).toString('hex')}`)).toString(16).padStart(64, '0');
    const twin = `${header}.${payload}.${Buffer.concat([bytes.subarray(0, 32), Buffer.from(mirrored, 'hex')]).toString('base64url')}`;
    expect((await profile(twin)).status).toBe(200);
    expect((await test.client.as(token).post('/auth/logout')).status).toBe(200);
    await expectRefused(token);
    await expectRefused(twin);
  });
});
