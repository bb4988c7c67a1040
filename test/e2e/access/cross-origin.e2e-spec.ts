import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInOwner } from '../../support/accounts.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const [OURS, THEIRS, EVERYBODYS, NOBODYS] = ['ours', 'theirs', 'all', 'none'].map(
  (name) => `https://${name}.example`,
) as [string, string, string, string];

let test: TestApp;
let desk: Desk;
let other: Desk;
let owner: Client;

beforeAll(async () => {
  test = await startTestApp({ CORS_ORIGINS: EVERYBODYS });
  [desk, other] = [await makeDesk(test), await makeDesk(test)];
  owner = await signInOwner(test);
  await desk.people.admin.client.patch('/tenant', { cors_origins: [OURS] });
  await other.people.admin.client.patch('/tenant', { cors_origins: [THEIRS] });
});
afterAll(() => test.close());

/** The origins, of all four, whose pages may read the answer. */
async function readers(ask: (headers: Record<string, string>) => Promise<{ headers: any }>): Promise<string[]> {
  const allowed: string[] = [];
  for (const origin of [OURS, THEIRS, EVERYBODYS, NOBODYS]) {
    const { headers } = await ask({ origin });
    const given = headers['access-control-allow-origin'];
    if (given === origin) allowed.push(origin);
    else expect(given).toBeUndefined();
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(String(headers['vary'])).toContain('Origin');
  }
  return allowed;
}

describe('an answer to somebody', () => {
  it('is for pages of their own tenant and of the installation', async () => {
    const { ada, admin } = desk.people;
    const number = await desk.open(ada);
    expect(await readers((headers) => ada.client.get('/tickets', headers))).toEqual([OURS, EVERYBODYS]);
    expect(await readers((headers) => ada.client.post('/tickets', {}, headers))).toEqual([OURS, EVERYBODYS]);
    expect(await readers((headers) => ada.client.get(`/tickets/${number + 1}`, headers))).toEqual([OURS, EVERYBODYS]);
    // Also what the guard itself refuses once it knows who asks: the role, the wire.
    expect(await readers((headers) => ada.client.get('/api-keys', headers))).toEqual([OURS, EVERYBODYS]);
    expect(await readers((headers) => other.people.ada.client.get('/tickets', headers))).toEqual([THEIRS, EVERYBODYS]);
    const { key } = (await admin.client.post('/api-keys', { name: 'key', scopes: ['tickets:read'] })).body.data;
    expect(await readers((headers) => test.client.as(key).get('/tickets', headers))).toEqual([OURS, EVERYBODYS]);
    expect(await readers((headers) => owner.get('/tenants', headers))).toEqual([EVERYBODYS]);
  });

  it('changes with the tenant’s list', async () => {
    const { admin, ada } = (await makeDesk(test)).people;
    const ask = (headers: Record<string, string>) => ada.client.get('/auth/me', headers);
    expect(await readers(ask)).toEqual([EVERYBODYS]);
    await admin.client.patch('/tenant', { cors_origins: [NOBODYS] });
    expect(await readers(ask)).toEqual([EVERYBODYS, NOBODYS]);
    await admin.client.patch('/tenant', { cors_origins: [] });
    expect(await readers(ask)).toEqual([EVERYBODYS]);
  });
});

describe('while nobody knows who asks', () => {
  const preflight = async (origin: string, headers: Record<string, string> = {}) =>
    test.app.inject({
      method: 'OPTIONS',
      url: '/api/v1/tickets',
      headers: { origin, 'access-control-request-method': 'POST', ...headers },
    });

  it('pages of every active tenant may ask, and of no other origin', async () => {
    expect(await readers(async (headers) => preflight(headers['origin'] ?? ''))).toEqual([OURS, THEIRS, EVERYBODYS]);
    expect(await readers((headers) => test.client.get('/tickets', headers))).toEqual([OURS, THEIRS, EVERYBODYS]);
    for (const origin of ['null', `${OURS}.evil.example`, OURS.toUpperCase(), `${OURS}:8443`, `${OURS}/`, '*', '']) {
      expect([origin, (await preflight(origin)).headers['access-control-allow-origin']]).toEqual([origin, undefined]);
    }
  });

  it('they learn what they may send and read', async () => {
    const { headers } = await preflight(OURS, { 'access-control-request-headers': 'x-evil, authorization' });
    const allowed = String(headers['access-control-allow-headers']).split(', ');
    expect(allowed).toEqual(
      expect.arrayContaining(['Authorization', 'Idempotency-Key', 'If-Match', 'Last-Event-ID', 'X-Request-Id']),
    );
    expect(allowed).toContain('X-Agency-Signature');
    expect(allowed).not.toContain('x-evil');
    const exposed = String(
      (await test.client.get('/tickets', { origin: OURS })).headers['access-control-expose-headers'],
    );
    for (const name of ['RateLimit', 'RateLimit-Policy', 'Retry-After', 'Idempotent-Replayed', 'ETag', 'Location']) {
      expect(exposed.split(', ')).toContain(name);
    }
  });

  it('a suspended tenant’s pages may not', async () => {
    const gone = await makeDesk(test);
    await gone.people.admin.client.patch('/tenant', { cors_origins: [NOBODYS] });
    await owner.patch(`/tenants/${gone.code}`, { status: 'suspended' });
    expect((await preflight(NOBODYS)).headers['access-control-allow-origin']).toBeUndefined();
  });
});
