import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY } from '../../../src/platform/clock/clock.js';
import { clockOf, writtenEvents } from '../../support/accounts.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterEach(() => clockOf(test).move(0));
afterAll(() => test.close());

async function addKey(scopes: readonly string[], fields: object = {}) {
  const answer = await desk.people.admin.client.post('/api-keys', { name: 'Order sync', scopes, ...fields });
  expect(answer.status).toBe(201);
  const { id, key } = answer.body.data;
  return { id: id as number, key: key as string, client: test.client.as(key) };
}
const inAnHour = () => new Date(Date.now() + DAY).toISOString();

describe('an API key', () => {
  it('is shown once, and kept as a digest only', async () => {
    const { id, key } = await addKey(['tickets:read']);
    expect(key).toMatch(/^sk_[\w-]{43}$/);
    const listed = await desk.people.admin.client.get('/api-keys');
    const found = listed.body.data.find((each: { id: number }) => each.id === id);
    expect(found).toMatchObject({
      name: 'Order sync',
      hint: key.slice(-4),
      scopes: ['tickets:read'],
      expires_at: null,
    });
    const events = await writtenEvents(test);
    expect(events).toContain('api_key.created');
    for (const text of [listed.bytes.toString(), events]) expect(text).not.toContain(key.slice(3, -4));
  });

  it('knows its own profile whatever its scopes', async () => {
    const { client } = await addKey([]);
    const me = await client.get('/auth/me');
    expect(me.status).toBe(200);
    expect(me.body.data).toMatchObject({ name: 'Order sync', email: null, tenant: { code: desk.code } });
  });

  it('may do what its scopes say and nothing else', async () => {
    const { client } = await addKey(['users:read']);
    expect((await client.get('/users')).status).toBe(200);
    expect((await client.get('/teams')).status).toBe(200);
    const open = { subject: 'From a program', description: 'Hello.', category: 'general' };
    const refused = [
      await client.get('/tickets'),
      await client.post('/tickets', open),
      await client.patch('/auth/me', { name: 'Root' }),
      await client.post('/auth/logout'),
      await client.post('/api-keys', { name: 'Child', scopes: ['tickets:write'] }),
      await client.get('/tenant'),
      await client.post('/users', { name: 'X', email: 'x@x.example', role: 'admin' }),
    ];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [403, 'forbidden']));
  });

  it('opens tickets in its own name', async () => {
    const { client } = await addKey(['tickets:write', 'tickets:read']);
    const answer = await client.post('/tickets', { subject: 'A', description: 'B', category: 'general' });
    expect(answer.status).toBe(201);
    expect(answer.body.data.requester.name).toBe('Order sync');
    expect((await client.get(`/tickets/${answer.body.data.number}`)).status).toBe(200);
  });

  it('is no person: it is not listed among them and nobody signs in as it', async () => {
    const name = 'Unlisted robot';
    await addKey(['users:read'], { name });
    const people = await desk.people.admin.client.get('/users?q=robot');
    expect(people.body.data).toEqual([]);
  });

  it('belongs to one tenant', async () => {
    const other = await makeDesk(test);
    const { id, client } = await addKey(['tickets:read', 'users:read']);
    await other.open(other.people.ada);
    // Numbers count per tenant: this one is beyond what the key's own has.
    const number = await other.open(other.people.ada);
    expect((await client.get(`/tickets/${number}`)).status).toBe(404);
    expect((await client.get('/users')).bytes.toString()).not.toContain(other.code);
    expect((await other.people.admin.client.get('/api-keys')).body.data).toEqual([]);
    expect((await other.people.admin.client.delete(`/api-keys/${id}`)).status).toBe(404);
    expect((await client.get('/auth/me')).status).toBe(200);
  });

  it('ends at once when it is revoked', async () => {
    const { id, client } = await addKey(['tickets:read']);
    expect((await client.get('/tickets')).status).toBe(200);
    expect((await desk.people.admin.client.delete(`/api-keys/${id}`)).status).toBe(200);
    const answer = await client.get('/tickets');
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
    const ids = (await desk.people.admin.client.get('/api-keys')).body.data.map((each: { id: number }) => each.id);
    expect(ids).not.toContain(id);
  });

  it('takes the links made in its name with it when it is revoked', async () => {
    const { id, client } = await addKey(['tickets:read', 'tickets:write']);
    const { url } = (await client.upload('a.txt', 'Hello.')).body.data as { url: string };
    const path = url.slice(url.indexOf('/api/'));
    expect((await test.client.get(path)).status).toBe(200);
    expect((await desk.people.admin.client.delete(`/api-keys/${id}`)).status).toBe(200);
    expect((await test.client.get(path)).status).toBe(401);
  });

  it('ends on its day', async () => {
    const { client } = await addKey(['tickets:read'], { expires_at: inAnHour() });
    // Not asked before: what a moment ago was good may be believed for four seconds.
    clockOf(test).move(DAY + 1_000);
    expect((await client.get('/tickets')).body.code).toBe('unauthenticated');
    clockOf(test).move(0);
    expect((await client.get('/tickets')).status).toBe(200);
  });

  it.each<[string, object]>([
    ['a scope that does not exist', { scopes: ['everything'] }],
    ['a scope twice', { scopes: ['tickets:read', 'tickets:read'] }],
    ['no scopes', { scopes: undefined }],
    ['an end in the past', { expires_at: '2020-01-01T00:00:00Z' }],
    ['an end that is no instant', { expires_at: 'tomorrow' }],
    ['no name', { name: '  ' }],
    ['a role', { role: 'admin' }],
  ])('cannot be made with %s', async (_what, fields) => {
    const body = { name: 'Wrong', scopes: ['tickets:read'], ...fields };
    const answer = await desk.people.admin.client.post('/api-keys', body);
    expect([answer.status, answer.body.code]).toEqual([422, 'validation_failed']);
    expect(Object.keys(answer.body.errors)).toEqual(Object.keys(fields));
  });

  it('is worth nothing with a letter changed', async () => {
    const { key } = await addKey(['tickets:read']);
    const turned = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
    for (const wrong of [turned, `${key}x`, key.slice(0, -1), key.toUpperCase()]) {
      expect((await test.client.as(wrong).get('/tickets')).status).toBe(401);
    }
  });
});
