import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let admin: Client;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  admin = desk.people.admin.client;
});
afterAll(() => test.close());

describe('a linked resource', () => {
  it('is put, replaced whole, and forgotten', async () => {
    const path = '/linked-resources/booking/5';
    const first = await admin.put(path, {
      reference: 'BK-5',
      owner_subject: 'ada',
      data: { car: { brand: 'Toyota' } },
    });
    expect(first.status).toBe(200);
    expect(first.body.data).toMatchObject({
      type: 'booking',
      external_id: '5',
      reference: 'BK-5',
      owner_subject: 'ada',
      data: { car: { brand: 'Toyota' } },
    });
    expect((await admin.get(path)).body.data).toEqual(first.body.data);
    const second = (await admin.put(path, { data: { km: 1 } })).body.data;
    expect(second).toMatchObject({
      reference: null,
      owner_subject: null,
      data: { km: 1 },
      created_at: first.body.data.created_at,
    });
    expect((await admin.delete(path)).body).toMatchObject({ success: true, data: null });
    expect((await admin.get(path)).status).toBe(404);
    expect((await admin.delete(path)).status).toBe(404);
  });

  it.each(['a b', 'ä/ö?#', '%', 'x'.repeat(190), '5\'"--', 'İstanbul', '🚐'])('may be called %j', async (id) => {
    const path = `/linked-resources/order/${encodeURIComponent(id)}`;
    expect((await admin.put(path, { reference: id })).body.data).toMatchObject({ external_id: id, reference: id });
    expect((await admin.get(path)).body.data.external_id).toBe(id);
    expect((await admin.delete(path)).status).toBe(200);
  });

  it('is another one when its name differs in case or accent', async () => {
    const ids = ['abc', 'ABC', 'äbc'];
    for (const id of ids) await admin.put(`/linked-resources/case/${encodeURIComponent(id)}`, { reference: id });
    for (const id of ids)
      expect((await admin.get(`/linked-resources/case/${encodeURIComponent(id)}`)).body.data.reference).toBe(id);
  });

  it.each([
    ['Booking/5', 'type'],
    ['1booking/5', 'type'],
    [`${'x'.repeat(41)}/5`, 'type'],
    ['booking/%20', 'external_id'],
    ['booking/a%20', 'external_id'],
    ['booking/a%00', 'external_id'],
    [`booking/${'x'.repeat(191)}`, 'external_id'],
  ])('cannot be put as %j', async (key, field) => {
    const { status, body } = await admin.put(`/linked-resources/${key}`, {});
    expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
    expect((await admin.get(`/linked-resources/${key}`)).status).toBe(404);
    expect((await admin.delete(`/linked-resources/${key}`)).status).toBe(404);
  });

  it.each([
    [{ reference: 'x'.repeat(191) }, 'reference'],
    [{ owner_subject: 5 }, 'owner_subject'],
    [{ data: [] }, 'data'],
    [{ data: null }, 'data'],
    [{ data: { text: 'x'.repeat(8_192) } }, 'data'],
    [{ type: 'order' }, 'type'],
  ])('cannot hold %j', async (input, field) => {
    const { status, body } = await admin.put('/linked-resources/booking/6', input);
    expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
  });

  it('put eight times at once is one', async () => {
    const puts = Array.from({ length: 8 }, (_, index) =>
      admin.put('/linked-resources/booking/race', { reference: `R${index}` }),
    );
    const answers = await Promise.all(puts);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const kept = (await admin.get('/linked-resources/booking/race')).body.data.reference;
    expect(answers.map(({ body }) => body.data.reference)).toContain(kept);
  });

  it('is shown on its ticket as it is now, and stays named when it is forgotten', async () => {
    const { ada } = desk.people;
    await admin.put('/linked-resources/booking/7', { reference: 'BK-7', owner_subject: ada.email, data: { km: 1 } });
    const number = await desk.open(ada, { linked_resource: { type: 'booking', external_id: '7' } });
    const linked = async () => (await ada.client.get(`/tickets/${number}`)).body.data.linked_resource;
    expect(await linked()).toEqual({ type: 'booking', external_id: '7', reference: 'BK-7', data: { km: 1 } });
    await admin.put('/linked-resources/booking/7', { reference: 'BK-7b', owner_subject: ada.email, data: { km: 2 } });
    expect(await linked()).toMatchObject({ reference: 'BK-7b', data: { km: 2 } });
    await admin.delete('/linked-resources/booking/7');
    expect(await linked()).toEqual({ type: 'booking', external_id: '7', reference: null, data: null });
  });

  it('is the admins’ and the keys’, of their own tenant', async () => {
    const path = '/linked-resources/booking/8';
    await admin.put(path, { reference: 'BK-8' });
    for (const who of ['ada', 'agent'] as const) {
      const { client } = desk.people[who];
      expect([
        (await client.get(path)).status,
        (await client.put(path, {})).status,
        (await client.delete(path)).status,
      ]).toEqual([403, 403, 403]);
    }
    const other = await makeDesk(test);
    expect((await other.people.admin.client.get(path)).status).toBe(404);
    expect((await other.people.admin.client.delete(path)).status).toBe(404);
    const keyed = async (scope: string) =>
      admin.as((await admin.post('/api-keys', { name: scope, scopes: [scope] })).body.data.key as string);
    const [reader, writer] = [await keyed('linked_resources:read'), await keyed('linked_resources:write')];
    expect([(await reader.get(path)).status, (await reader.put(path, {})).status]).toEqual([200, 403]);
    expect([(await writer.put(path, {})).status, (await writer.get(path)).status]).toEqual([200, 403]);
  });
});
