import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { clockOf } from '../../support/accounts.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { addProvider, bytesOf, KeySetServer, rawToken, signerOf } from '../../support/identity-provider.js';
import type { TestProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const NOW = () => Math.floor(Date.now() / 1_000);
const HOUR = 3_600;

let test: TestApp;
let desk: Desk;
let provider: TestProvider;

beforeAll(async () => {
  test = await startTestApp({ OUTBOUND_ALLOW: '127.0.0.0/8' });
  desk = await makeDesk(test);
  provider = await addProvider(desk, 'HS256', { roles: ['customer', 'agent'] });
});
afterEach(() => clockOf(test).move(0));
afterAll(() => test.close());

async function tried(token: string, id = provider.id) {
  const answer = await desk.people.admin.client.post(`/tenant/identity-providers/${id}/test`, { token });
  expect(answer.status).toBe(200);
  return answer.body.data;
}
const flawOf = async (token: string, id?: number) => (await tried(token, id)).flaw as string;

describe('a test of a token', () => {
  it('tells whom a good one stands for, and makes nobody', async () => {
    const claims = { sub: 'trial-1', name: 'Ada Byron', email: 'ada@app.example', team: 'acme', role: 'agent' };
    const result = await tried(await provider.sign(claims));
    expect(result).toMatchObject({
      ...{ accepted: true, flaw: null, explanation: 'The token is good.', algorithm: 'HS256', user_id: null },
      identity: { subject: 'trial-1', role: 'agent', team: 'acme', name: 'Ada Byron', email: 'ada@app.example' },
      claims,
    });
    expect(Date.parse(result.expires_at)).toBeGreaterThan(Date.now());
    const { body } = await desk.people.admin.client.get('/users?q=Ada%20Byron');
    expect(body.data).toEqual([]);
    expect((await desk.people.admin.client.get('/teams?limit=100')).body.data).not.toContainEqual(
      expect.objectContaining({ external_key: 'acme' }),
    );
  });

  it('finds the account that the token signs in to, with the role it has', async () => {
    const token = await provider.sign({ sub: 'trial-2', role: 'agent' });
    const { id } = (await test.client.as(token).get('/auth/me')).body.data;
    const silent = await tried(await provider.sign({ sub: 'trial-2' }));
    expect(silent).toMatchObject({ accepted: true, user_id: id, identity: { role: 'agent' } });
  });

  it.each<[string, string, () => string | Promise<string>]>([
    ['malformed', 'no token', () => 'not a token'],
    ['malformed', 'a token of two parts', () => rawToken({ alg: 'HS256' }, provider.claims(), '').slice(0, -1)],
    ['algorithm', 'one without a signature', () => rawToken({ alg: 'none' }, provider.claims(), '')],
    ['signature', 'one of another key', () => signerOf({ ...provider, key: bytesOf('z'.repeat(40)) }).sign()],
    ['issuer', 'one of another issuer', () => provider.sign({ iss: 'https://another.example' })],
    ['audience', 'one for others', () => provider.sign({ aud: 'others' })],
    ['expired', 'an old one', () => provider.sign({ exp: NOW() - HOUR })],
    ['not_yet_valid', 'one of tomorrow', () => provider.sign({ nbf: NOW() + HOUR })],
    ['lifetime', 'one that never ends', () => provider.sign({ exp: undefined })],
    ['lifetime', 'one that ends in a hundred years', () => provider.sign({ exp: NOW() + 100 * 365 * 24 * HOUR })],
    ['subject_or_role', 'one of nobody', () => provider.sign({ sub: undefined })],
  ])('says %s of %s', async (flaw, _what, make) => {
    const result = await tried(await make());
    expect(result).toMatchObject({ accepted: false, flaw, identity: null, user_id: null });
    expect(result.explanation.length).toBeGreaterThan(20);
  });

  it('judges as a request is judged', async () => {
    const gone = await provider.sign({ sub: 'trial-3' });
    const { id } = (await test.client.as(gone).get('/auth/me')).body.data;
    await desk.people.admin.client.patch(`/users/${id}`, { status: 'inactive' });
    expect(await flawOf(gone)).toBe('deactivated');
    const left = await provider.sign({ sub: 'trial-4' });
    await test.client.as(left).post('/auth/logout');
    expect(await flawOf(left)).toBe('signed_out');
  });

  it('asks a key set, and says when that does not answer', async () => {
    const keySet = new KeySetServer();
    await keySet.start();
    const key = await keySet.add('k1');
    const far = await addProvider(desk, 'RS256', { jwks_url: keySet.url });
    expect(await flawOf(await signerOf({ ...far, key }).sign({}, { kid: 'k1' }), far.id)).toBeNull();
    expect(await flawOf(await signerOf({ ...far, key }).sign({}, { kid: 'k2' }), far.id)).toBe('signature');
    keySet.status = 500;
    const lost = await addProvider(desk, 'RS256', { jwks_url: `${keySet.url}?lost` });
    expect(await flawOf(await signerOf({ ...lost, key }).sign({}, { kid: 'k1' }), lost.id)).toBe('keys_unavailable');
    await keySet.stop();
  });

  it('is for the admins of the tenant', async () => {
    const other = await makeDesk(test);
    const path = `/tenant/identity-providers/${provider.id}/test`;
    const body = { token: await provider.sign() };
    const theirs = await addProvider(other, 'HS256');
    expect((await desk.people.agent.client.post(path, body)).status).toBe(403);
    const ids = (await other.people.admin.client.get('/tenant/identity-providers')).body.data;
    expect(ids).toHaveLength(1);
    // Numbers count per tenant: the other's provider of this number, or none, is what answers there.
    const elsewhere = await other.people.admin.client.post(`/tenant/identity-providers/${theirs.id}/test`, body);
    expect(elsewhere.body.data.accepted).toBe(false);
    expect((await other.people.admin.client.post(`/tenant/identity-providers/999/test`, body)).status).toBe(404);
  });
});
