import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { Config } from '../../../src/platform/config/config.js';
import { DAY, HOUR } from '../../../src/platform/clock/clock.js';
import { Keys } from '../../../src/platform/crypto/keys.service.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { clockOf, writtenEvents } from '../../support/accounts.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { WebhookSink } from '../../support/webhook-sink.js';

let test: TestApp;
let desk: Desk;
let sink: WebhookSink;

beforeAll(async () => {
  test = await startTestApp({ OUTBOUND_ALLOW: '127.0.0.1/32' });
  desk = await makeDesk(test);
  sink = await WebhookSink.start();
});
afterEach(() => clockOf(test).move(0));
afterAll(async () => {
  await test.close();
  await sink.stop();
});

const create = (fields: object) => desk.people.admin.client.post('/webhooks', { url: sink.url, ...fields });
const rowsOf = (table: string) =>
  test.app
    .get(Database)
    .read({ requestId: 'test' }, (manager) => manager.query<Record<string, unknown>[]>(`SELECT * FROM ${table}`));

describe('a webhook', () => {
  it('is made, listed, read, changed and removed, and shows its secret once', async () => {
    const { client } = desk.people.admin;
    const made = (await create({ description: 'Order sync', events: ['ticket.*'] })).body.data;
    expect(made).toMatchObject({ url: sink.url, description: 'Order sync', events: ['ticket.*'], status: 'active' });
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { secret, ...shown } = made;
    const path = `/webhooks/${made.id}`;
    expect((await client.get(path)).body.data).toEqual(shown);
    expect((await client.get('/webhooks')).body.data).toEqual([shown]);
    const changed = await client.patch(path, { events: ['message.created'], description: null });
    expect(changed.body.data).toMatchObject({ url: sink.url, events: ['message.created'], description: null });
    const texts = [JSON.stringify(await rowsOf('webhooks')), await writtenEvents(test), JSON.stringify(changed.body)];
    for (const text of texts) expect(text).not.toContain(secret.slice(6));
    expect((await client.delete(path)).status).toBe(200);
    expect((await client.get(path)).status).toBe(404);
    expect((await client.get('/webhooks')).body.data).toEqual([]);
    for (const action of ['test', 'pause', 'resume', 'rotate-secret', 'replay?from=2026-01-01']) {
      expect((await client.post(`${path}/${action}`)).status).toBe(404);
    }
    expect((await create({})).body.data).toMatchObject({ events: ['*'], description: null });
  });

  it.each([
    [{ url: 'ftp://1.1.1.1/' }, 'url'],
    [{ url: '/hooks' }, 'url'],
    [{ url: 'https://user:pass@1.1.1.1/' }, 'url'],
    [{ events: [] }, 'events'],
    [{ events: ['ticket'] }, 'events'],
    [{ events: ['*.created'] }, 'events'],
    [{ events: ['ticket.*', 'ticket.*'] }, 'events'],
    [{ description: 'x'.repeat(256) }, 'description'],
    [{ secret: 'whsec_mine' }, 'secret'],
  ])('is refused with %j', async (fields, field) => {
    const { status, body } = await create(fields);
    expect([status, body.code, Object.keys(body.errors)]).toEqual([422, 'validation_failed', [field]]);
  });

  it.each([
    ...['https://127.0.0.2/', 'https://10.0.0.1/', 'https://[::1]/', 'https://2130706434/'],
    ...['https://169.254.169.254/latest/meta-data', 'http://[::ffff:10.0.0.1]/', 'https://no-such-host.invalid/'],
  ])('cannot lead to %s', async (url) => {
    const { client } = desk.people.admin;
    const existing = (await create({})).body.data.id as number;
    for (const { status, body } of [await create({ url }), await client.patch(`/webhooks/${existing}`, { url })]) {
      expect([status, Object.keys(body.errors)]).toEqual([422, ['url']]);
    }
    await client.delete(`/webhooks/${existing}`);
  });

  it('in production is told without encryption only in networks that the installation vouches for', async () => {
    const config = test.app.get(Config);
    config.NODE_ENV = 'production';
    const [open, allowed, encrypted] = [
      await create({ url: 'http://1.1.1.1/' }),
      await create({}),
      await create({ url: 'https://1.1.1.1/' }),
    ];
    config.NODE_ENV = 'test';
    expect([open.status, allowed.status, encrypted.status]).toEqual([422, 201, 201]);
    expect((await create({ url: 'http://1.1.1.1/' })).status).toBe(201);
  });

  it('is one of fifty at most', async () => {
    const { client } = (await makeDesk(test)).people.admin;
    const statuses: number[] = [];
    for (let count = 0; count < 51; count++) statuses.push((await client.post('/webhooks', { url: sink.url })).status);
    expect(statuses).toEqual([...Array(50).fill(201), 409]);
  });
});

describe('a test message', () => {
  it('goes out once, at once, signed, and is in the log', async () => {
    const { client } = desk.people.admin;
    const { id, secret } = (await create({ events: ['ticket.created'] })).body.data;
    await client.post(`/webhooks/${id}/pause`);
    const before = sink.received.length;
    const { data } = (await client.post(`/webhooks/${id}/test`)).body;
    expect(data).toMatchObject({ type: 'webhook.test', status: 'delivered', attempts: 1, response_status: 200 });
    const { text, headers, body } = sink.received[before]!;
    expect(new Webhook(secret).verify(text, headers as Record<string, string>)).toEqual(body);
    expect(body).toMatchObject({ type: 'webhook.test', data: { tenant: desk.code, data: { webhook_id: id } } });
    expect((await client.get(`/webhooks/${id}/deliveries`)).body.data).toEqual([data]);
    expect((await client.post(`/webhooks/${id}/deliveries/${data.id}/replay`)).status).toBe(409);
  });

  it('tells what is wrong, and is not sent again', async () => {
    const { client } = desk.people.admin;
    const gone = await WebhookSink.start();
    const { id } = (await create({ url: gone.url })).body.data;
    await gone.stop();
    const { data } = (await client.post(`/webhooks/${id}/test`)).body;
    expect(data).toMatchObject({ status: 'parked', attempts: 1, response_status: null, next_attempt_at: null });
    expect(data.error).toContain('ECONNREFUSED');
  });

  it('does not follow a redirect, and checks the address when it connects', async () => {
    const { client } = desk.people.admin;
    const away = await WebhookSink.start((_received, response) => {
      response.writeHead(302, { location: sink.url }).end();
    });
    const before = sink.received.length;
    const { id } = (await create({ url: away.url })).body.data;
    const redirected = (await client.post(`/webhooks/${id}/test`)).body.data;
    expect(redirected).toMatchObject({ status: 'parked', response_status: 302 });
    // As if its name had come to mean another address since it was saved.
    await put(id, 'url', `http://127.0.0.2:${new URL(sink.url).port}/`);
    const refused = (await client.post(`/webhooks/${id}/test`)).body.data;
    expect(refused).toMatchObject({ status: 'parked', response_status: null });
    expect(refused.error).toContain('not on the open internet');
    expect(sink.received).toHaveLength(before);
    await away.stop();
  });
});

describe('the secret', () => {
  it('can be changed, and for a day both are good', async () => {
    const { client } = desk.people.admin;
    const { id, secret: first } = (await create({})).body.data;
    const rotated = (await client.post(`/webhooks/${id}/rotate-secret`)).body.data;
    const { secret: second } = rotated;
    expect(second).not.toBe(first);
    expect(new Date(rotated.old_secret_until as string).getTime()).toBeGreaterThan(Date.now() + DAY - HOUR);
    const verifies = async (secret: string) => {
      const { body } = await client.post(`/webhooks/${id}/test`);
      const { text, headers } = sink.received.find((each) => each.id === body.data.message_id)!;
      try {
        new Webhook(secret).verify(text, { ...headers, 'webhook-timestamp': headers['webhook-timestamp'] } as never);
        return true;
      } catch {
        return false;
      }
    };
    expect([await verifies(first), await verifies(second)]).toEqual([true, true]);
    const { headers } = sink.received.at(-1)!;
    expect(String(headers['webhook-signature']).split(' ')).toHaveLength(2);
    const third = (await client.post(`/webhooks/${id}/rotate-secret`)).body.data.secret as string;
    expect([await verifies(first), await verifies(second), await verifies(third)]).toEqual([false, true, true]);
    // Into the past: a token would not live as long.
    await put(id, 'previous_until', Date.now() - 1);
    expect([await verifies(second), await verifies(third)]).toEqual([false, true]);
  });

  it('that cannot be read any more is rotated; until then nothing is sent, and the log says why', async () => {
    const { client } = desk.people.admin;
    const { id } = (await create({})).body.data;
    const { id: other } = (await create({})).body.data;
    const strange = new Keys(
      Object.assign(new Config(), { APP_KEY: 'of another installation '.repeat(2), JWT_SECRET: 'j'.repeat(32) }),
    );
    await put(id, 'sealed_secret', strange.seal('whsec_lost'));

    expect((await client.get('/webhooks')).body.data.map((each: { id: number }) => each.id)).toContain(id);
    expect((await client.post(`/webhooks/${id}/pause`)).status).toBe(200);
    expect((await client.post(`/webhooks/${id}/resume`)).status).toBe(200);
    const tried = (await client.post(`/webhooks/${id}/test`)).body.data;
    expect(tried).toMatchObject({ status: 'parked', response_status: null });
    expect(tried.error).toContain('rotate it');
    expect((await client.post(`/webhooks/${other}/test`)).body.data.status).toBe('delivered');

    const rotated = (await client.post(`/webhooks/${id}/rotate-secret`)).body.data;
    expect(rotated).toMatchObject({ secret: expect.stringMatching(/^whsec_/), old_secret_until: null });
    expect((await client.post(`/webhooks/${id}/test`)).body.data.status).toBe('delivered');
  });
});

/** Puts into the row of an endpoint what no request could. */
const put = (id: number, column: string, value: string | number) => {
  const database = test.app.get(Database);
  const at = [value, desk.ctx.tenant.id, id];
  return database.transaction(desk.ctx, (tx) =>
    database.write(tx, (manager) =>
      manager.query(`UPDATE webhooks SET ${column} = ? WHERE tenant_id = ? AND id = ?`, at),
    ),
  );
};
