import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '../../../src/platform/config/config.js';
import { writtenEvents } from '../../support/accounts.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { addProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PATH = '/tenant/identity-providers';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());

const profile = (token: string) => test.client.as(token).get('/auth/me');
const input = { name: 'App', issuer: 'https://app.example', audience: 'support' };

describe('setting up a provider', () => {
  it('shows the secret it generates once and never again', async () => {
    const { client } = desk.people.admin;
    const made = await client.post(PATH, { ...input, algorithm: 'HS256', issuer: 'https://once.example' });
    expect(made.status).toBe(201);
    expect(made.body.data).toMatchObject({
      jwks_url: null,
      roles: ['customer'],
      claims: { subject: 'sub', team: 'team' },
    });
    const { id, secret } = made.body.data;
    expect(secret.length).toBeGreaterThanOrEqual(32);

    const listed = await client.get(PATH);
    expect(listed.body.data.map((each: { id: number }) => each.id)).toContain(id);
    const changed = await client.patch(`${PATH}/${id}`, { name: 'Renamed' });
    expect(changed.body.data.name).toBe('Renamed');
    const replaced = await client.patch(`${PATH}/${id}`, { secret: 'x'.repeat(40) });
    for (const answer of [listed, changed, replaced]) {
      expect(answer.status).toBe(200);
      expect(answer.bytes.toString()).not.toMatch(/"secret"|xxxxxxxx/);
      expect(answer.bytes.toString()).not.toContain(secret);
    }
    const events = await writtenEvents(test);
    expect(events).toContain('identity_provider.created');
    expect(events).not.toContain(secret);
  });

  it('never shows a secret that was given', async () => {
    const secret = 'a secret of the tenant, long enough';
    const body = { ...input, algorithm: 'HS256', issuer: 'https://given.example', secret };
    const made = await desk.people.admin.client.post(PATH, body);
    expect(made.status).toBe(201);
    expect(made.bytes.toString()).not.toContain(secret);
  });

  it('refuses an issuer and audience that any tenant has taken', async () => {
    const other = await makeDesk(test);
    const { issuer, audience } = await addProvider(desk, 'HS256');
    for (const admin of [desk.people.admin, other.people.admin]) {
      const answer = await admin.client.post(PATH, { name: 'Copy', issuer, audience, algorithm: 'HS256' });
      expect([answer.status, answer.body.code]).toEqual([409, 'already_exists']);
    }
    const elsewhere = await addProvider(other, 'HS256', { issuer, audience: 'another' });
    const moved = await other.people.admin.client.patch(`${PATH}/${elsewhere.id}`, { audience });
    expect([moved.status, moved.body.code]).toEqual([409, 'already_exists']);
  });

  it.each(['polydesk', 'local', 'api-key'])('refuses %s as the issuer, which is ours', async (issuer) => {
    const body = { ...input, issuer, algorithm: 'HS256' };
    expect((await desk.people.admin.client.post(PATH, body)).body.errors).toEqual({ issuer: ['issuer is reserved'] });
    const { id } = await addProvider(desk, 'HS256');
    expect((await desk.people.admin.client.patch(`${PATH}/${id}`, { issuer })).status).toBe(422);
  });

  const pem = (type: 'rsa' | 'ec' | 'ed25519', options: object = {}) =>
    // Each type of key has options of its own.
    generateKeyPairSync(type as 'rsa', {
      ...(options as { modulusLength: number }),
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });

  it.each<[string, object]>([
    ['no key', { algorithm: 'RS256' }],
    ['a secret with RS256', { algorithm: 'RS256', secret: 'x'.repeat(40) }],
    ['a public key with HS256', { algorithm: 'HS256', public_key: pem('rsa', { modulusLength: 2048 }).publicKey }],
    ['a short secret', { algorithm: 'HS256', secret: 'short' }],
    ['another kind of key', { algorithm: 'ES256', public_key: pem('ed25519').publicKey }],
    ['another curve', { algorithm: 'ES256', public_key: pem('ec', { namedCurve: 'P-384' }).publicKey }],
    ['a weak RSA key', { algorithm: 'RS256', public_key: pem('rsa', { modulusLength: 1024 }).publicKey }],
    ['a private key', { algorithm: 'RS256', public_key: pem('rsa', { modulusLength: 2048 }).privateKey }],
    [
      'a key and a key set',
      { ...{ algorithm: 'EdDSA', public_key: pem('ed25519').publicKey }, jwks_url: 'https://a.example/k' },
    ],
    ['a key set at too long an address', { algorithm: 'EdDSA', jwks_url: `https://a.example/${'k'.repeat(2_000)}` }],
    ['a key set over ftp', { algorithm: 'EdDSA', jwks_url: 'ftp://a.example/keys' }],
    ['a role that cannot be granted', { algorithm: 'HS256', roles: ['owner'] }],
    ['no algorithm', { algorithm: 'none' }],
  ])('refuses %s', async (_what, fields) => {
    const answer = await desk.people.admin.client.post(PATH, { ...input, ...fields });
    expect([answer.status, answer.body.code]).toEqual([422, 'validation_failed']);
  });

  it('takes a key set over https only in production', async () => {
    const config = test.app.get(Config);
    const { client } = desk.people.admin;
    const add = (scheme: string) =>
      client.post(PATH, {
        ...input,
        audience: scheme,
        algorithm: 'EdDSA',
        jwks_url: `${scheme}://keys.example/jwks.json`,
      });
    config.NODE_ENV = 'production';
    try {
      expect(Object.keys((await add('http')).body.errors)).toEqual(['jwks_url']);
      const made = await add('https');
      expect(made.status).toBe(201);
      const path = `${PATH}/${made.body.data.id}`;
      expect((await client.patch(path, { jwks_url: 'http://keys.example/jwks.json' })).status).toBe(422);
    } finally {
      config.NODE_ENV = 'test';
    }
  });

  it('lets the key give way to a key set and back, and never keeps one of another algorithm', async () => {
    const { client } = desk.people.admin;
    const { id, publicKey, sign } = await addProvider(desk, 'RS256');
    expect((await profile(await sign())).status).toBe(200);

    const toKeySet = await client.patch(`${PATH}/${id}`, { jwks_url: 'https://keys.example/jwks.json' });
    expect([toKeySet.status, toKeySet.body.data?.jwks_url]).toEqual([200, 'https://keys.example/jwks.json']);
    const back = await client.patch(`${PATH}/${id}`, { jwks_url: null, public_key: publicKey });
    expect([back.status, back.body.data.jwks_url]).toEqual([200, null]);
    expect((await profile(await sign())).status).toBe(200);

    expect((await client.patch(`${PATH}/${id}`, { algorithm: 'HS256' })).status).toBe(422);
    expect((await client.patch(`${PATH}/${id}`, { algorithm: 'ES256' })).status).toBe(422);
    expect((await client.patch(`${PATH}/${id}`, { algorithm: 'HS256', secret: 'y'.repeat(40) })).status).toBe(200);
    expect((await profile(await sign())).status).toBe(401);
  });

  it('is the business of one tenant only', async () => {
    const { id } = await addProvider(desk, 'HS256');
    const { client } = (await makeDesk(test)).people.admin;
    expect((await client.get(PATH)).body.data).toEqual([]);
    // Its own numbers begin at 1, so it has no provider of this one.
    expect((await client.patch(`${PATH}/${id}`, { name: 'Mine' })).status).toBe(404);
    expect((await client.delete(`${PATH}/${id}`)).status).toBe(404);
  });
});

describe('the token of a provider', () => {
  it.each(['HS256', 'RS256', 'ES256', 'EdDSA'] as const)('signed with %s lets its bearer in', async (algorithm) => {
    const { sign, issuer } = await addProvider(desk, algorithm);
    const claims = { sub: `new-${algorithm}`, name: 'Nia', email: 'nia@app.example', team: 'acme' };
    const answer = await profile(await sign(claims));
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      ...{ subject: claims.sub, name: 'Nia', email: 'nia@app.example', role: 'customer', status: 'active' },
      team: { name: 'acme' },
      tenant: { code: desk.code },
    });
    expect(issuer).toContain('.example');
  });

  it('works for tickets from its first use on', async () => {
    const { sign } = await addProvider(desk, 'ES256');
    const nia = test.client.as(await sign({ sub: 'opener', team: 'openers' }));
    const body = { subject: 'Hello', description: 'I am new here.', category: 'general' };
    const opened = await nia.post('/tickets', body);
    expect(opened.status).toBe(201);
    expect(opened.body.data.requester).toMatchObject({ name: 'opener', team: { name: 'openers' } });
    // Somebody of the same team sees it, of another one not.
    const path = `/tickets/${opened.body.data.number}`;
    expect((await test.client.as(await sign({ sub: 'mate', team: 'openers' })).get(path)).status).toBe(200);
    expect((await test.client.as(await sign({ sub: 'stranger', team: 'closers' })).get(path)).status).toBe(404);
    expect((await test.client.as(await sign({ sub: 'loner' })).get(path)).status).toBe(404);
  });

  it('ends with its provider', async () => {
    const { id, sign } = await addProvider(desk, 'HS256');
    const token = await sign();
    expect((await profile(token)).status).toBe(200);
    expect((await desk.people.admin.client.delete(`${PATH}/${id}`)).status).toBe(200);
    expect((await profile(token)).body.code).toBe('unauthenticated');
  });
});
