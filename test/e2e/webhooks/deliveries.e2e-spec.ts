import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { TenantsService } from '../../../src/modules/auth/index.js';
import { DAY, SECOND } from '../../../src/platform/clock/clock.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { EventLog } from '../../../src/platform/events/event-log.js';
import { DeliveryRelay, DeliverySweep } from '../../../src/modules/webhooks/index.js';
import { clockOf } from '../../support/accounts.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { everyPage } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { WebhookSink } from '../../support/webhook-sink.js';

let test: TestApp;
let desk: Desk;
const sinks: WebhookSink[] = [];

beforeAll(async () => {
  // Fast enough to be waited for.
  test = await startTestApp({ OUTBOUND_ALLOW: '127.0.0.0/8', WEBHOOK_RETRY_SECONDS: '0,0,1' });
  await test.listen();
});
beforeEach(async () => {
  desk = await makeDesk(test);
});
afterEach(async () => {
  for (const sink of sinks.splice(0)) await sink.stop();
  clockOf(test).move(0);
});
afterAll(() => test.close());

type Behave = Parameters<typeof WebhookSink.start>[0];

/** An endpoint of the desk's with a sink behind it. */
async function endpoint(events: readonly string[] = ['ticket.*', 'message.*'], behave?: Behave, of: Desk = desk) {
  const sink = await WebhookSink.start(behave);
  sinks.push(sink);
  const made = await of.people.admin.client.post('/webhooks', { url: sink.url, events });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const { id, secret } = made.body.data as { id: number; secret: string };
  return { sink, id, secret, path: `/webhooks/${id}` };
}

const deliveriesOf = (path: string, query = '') =>
  everyPage(desk.people.admin.client, `${path}/deliveries?limit=100${query}`);

/** Waits until what the endpoint has to get is as expected. */
async function untilDeliveries(path: string, isSo: (rows: any[]) => boolean) {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const rows = await deliveriesOf(path);
    if (isSo(rows)) return rows;
    await sleep(50);
  }
  const rows = (await deliveriesOf(path)).map(({ type, status, attempts }) => `${type} ${status} ${attempts}`);
  throw new Error(`Never so: ${rows.join(', ').slice(0, 500)}`);
}

const isDone = (rows: any[]) => rows.every(({ status }) => status === 'delivered');

describe('an event', () => {
  it('reaches every endpoint that listens to it, as the feed tells it, signed', async () => {
    const { ada, agent } = desk.people;
    const all = await endpoint(['*']);
    const messages = await endpoint(['message.created']);
    const number = await desk.open(ada);
    await agent.client.post(`/tickets/${number}/messages`, { body: 'Help is on the way.' });
    await all.sink.until(1, ({ body }) => body.type === 'message.created');
    const [message] = await messages.sink.until(1);
    const feed = await everyPage(agent.client, '/events?limit=100');
    expect(message!.body).toEqual({
      type: 'message.created',
      timestamp: feed.at(-1).occurred_at,
      data: feed.at(-1),
    });
    for (const { id, sink, secret } of [all, messages]) {
      for (const { text, headers, body } of sink.received) {
        expect(new Webhook(secret).verify(text, headers as Record<string, string>)).toEqual(body);
        expect(() => new Webhook(secret).verify(`${text} `, headers as Record<string, string>)).toThrow();
        expect(headers['webhook-id']).toBe(`msg_${body.data.id}_${id}`);
        expect(headers['content-type']).toBe('application/json');
      }
    }
    expect(messages.sink.types).toEqual(['message.created']);
    const told = all.sink.received.map(({ body }) => body.data.id as number);
    const happened = feed.filter(({ id }) => told.includes(id)).map(({ id }) => id);
    expect(new Set(told)).toEqual(new Set(happened));
    expect(all.sink.types).toEqual(expect.arrayContaining(['webhook.created', 'ticket.created', 'message.created']));
    // Where the message goes is for admins alone.
    expect(JSON.stringify(feed)).not.toContain('127.0.0.1');
  });

  it('of another tenant, or rolled back, reaches nobody', async () => {
    const foreign = await makeDesk(test);
    const [own, others] = [await endpoint(['*']), await endpoint(['*'], undefined, foreign)];
    const failed = test.app.get(Database).transaction(desk.ctx, async (tx) => {
      await test.app.get(EventLog).append(tx, { type: 'test.lost', occurredAt: 1, data: {} });
      throw new Error('too late');
    });
    await expect(failed).rejects.toThrow('too late');
    await foreign.open(foreign.people.ada, { subject: 'FOREIGN' });
    await desk.open(desk.people.ada, { subject: 'OWN' });
    await others.sink.until(1, ({ body }) => body.type === 'ticket.created');
    await own.sink.until(1, ({ body }) => body.type === 'ticket.created');
    await sleep(100);
    for (const [{ sink }, { code }] of [
      [own, desk],
      [others, foreign],
    ] as const) {
      expect(sink.received.every(({ body }) => body.data.tenant === code)).toBe(true);
      expect(sink.types).not.toContain('test.lost');
    }
  });

  it('waits while its tenant is suspended', async () => {
    const { sink, path } = await endpoint(['test.*']);
    const tenants = test.app.get(TenantsService);
    await tenants.change(desk.ctx, desk.ctx.tenant.id, { status: 'suspended' });
    await test.app
      .get(Database)
      .transaction(desk.ctx, (tx) => test.app.get(EventLog).append(tx, { type: 'test.held', occurredAt: 1, data: {} }));
    await sleep(300);
    expect(sink.received).toEqual([]);
    await tenants.change(desk.ctx, desk.ctx.tenant.id, { status: 'active' });
    await sink.until(1);
    await untilDeliveries(path, isDone);
  });
});

describe('an endpoint that fails', () => {
  it('is tried again with the same message, and holds back later ones of the same ticket only', async () => {
    const { ada } = desk.people;
    let isUp = false;
    const { sink, path } = await endpoint(['ticket.*'], ({ body }, response) => {
      if (!isUp && body.data.ticket_number === 1) response.writeHead(500);
      response.end();
    });
    const [one, two] = [await desk.open(ada), await desk.open(ada)];
    expect(one).toBe(1);
    for (const number of [one, two]) await ada.client.post(`/tickets/${number}/close`);
    const ofTicket = (number: number) => sink.received.filter(({ body }) => body.data.ticket_number === number);
    await sink.until(2, ({ body }) => body.data.ticket_number === two);
    await sink.until(2, ({ body }) => body.data.ticket_number === one);
    expect(ofTicket(one).every(({ body }) => body.type === 'ticket.created')).toBe(true);
    const rows = await deliveriesOf(path, '&status=waiting');
    expect(rows).toMatchObject([{ type: 'ticket.closed', ticket_number: one, attempts: 0, next_attempt_at: null }]);
    isUp = true;
    await untilDeliveries(path, isDone);
    const heard = ofTicket(one);
    expect(heard.at(-1)!.body.type).toBe('ticket.closed');
    expect(new Set(heard.slice(0, -1).map(({ id }) => id)).size).toBe(1);
    expect(ofTicket(two).map(({ body }) => body.type)).toEqual(['ticket.created', 'ticket.closed']);
  });

  it('gets every event of every ticket in order, however it fails', async () => {
    const { ada, agent } = desk.people;
    // Every message fails up to twice, in one way or another, and then not again.
    const failed = new Map<string, number>();
    const { sink, path } = await endpoint(['*'], ({ id }, response, count) => {
      const times = failed.get(id) ?? 0;
      if (times === 2 || count % 3 === 1) response.end();
      else {
        failed.set(id, times + 1);
        if (count % 3 === 0) response.writeHead(503).end();
        else response.socket?.destroy();
      }
    });
    const numbers = await Promise.all(Array.from({ length: 5 }, () => desk.open(ada)));
    for (let round = 0; round < 6; round++) {
      await Promise.all(
        numbers.map((number) => agent.client.post(`/tickets/${number}/messages`, { body: `No. ${round}` })),
      );
    }
    await untilDeliveries(path, (rows) => rows.length >= 40 && isDone(rows));
    for (const number of numbers) {
      const seen = new Set<string>();
      const first = sink.received
        .filter(({ id, body }) => body.data.ticket_number === number && !seen.has(id) && seen.add(id))
        .map(({ body }) => body.data.id as number);
      const happened = (await everyPage(agent.client, `/tickets/${number}/events?limit=100`)).map(({ id }) => id);
      expect(first).toEqual(happened);
    }
  }, 30_000);

  it('is given up after its attempts, parked, and can be asked to take it again', async () => {
    const { admin, ada } = desk.people;
    let isUp = false;
    const { sink, path } = await endpoint(['ticket.created'], (_received, response) => {
      response.writeHead(isUp ? 200 : 500).end('x'.repeat(5_000));
    });
    await desk.open(ada, { description: 'y'.repeat(5_000) });
    const [parked] = await untilDeliveries(path, (rows) => rows[0]?.status === 'parked');
    expect(parked).toMatchObject({
      attempts: 4,
      response_status: 500,
      error: 'The endpoint answered 500',
      next_attempt_at: null,
      request_headers: { 'webhook-id': sink.received[0]!.id },
    });
    expect([parked.request_body.length, parked.response_body.length]).toEqual([2_048, 2_048]);
    expect(sink.received).toHaveLength(4);
    isUp = true;
    const replayed = await admin.client.post(`${path}/deliveries/${parked.id}/replay`);
    expect(replayed.body.data).toMatchObject({ status: 'pending', attempts: 0 });
    await untilDeliveries(path, isDone);
    expect(new Set(sink.received.map(({ id }) => id)).size).toBe(1);
    expect(sink.received).toHaveLength(5);
  }, 20_000);

  it('gets nothing more once it says that it is gone, until it is resumed', async () => {
    const { admin, ada } = desk.people;
    let isGone = true;
    const { sink, path } = await endpoint(['ticket.created'], (_received, response) => {
      response.writeHead(isGone ? 410 : 200).end();
    });
    await desk.open(ada);
    await untilDeliveries(path, (rows) => rows[0]?.status === 'parked');
    expect((await admin.client.get(path)).body.data.status).toBe('disabled');
    await desk.open(ada);
    await sleep(200);
    expect(sink.received).toHaveLength(1);
    isGone = false;
    await admin.client.post(`${path}/resume`);
    const number = await desk.open(ada);
    const [, second] = await sink.until(2);
    expect(second!.body.data.ticket_number).toBe(number);
    const told = (await everyPage(admin.client, '/events?types=webhook.*')).map(({ type, actor }) => [
      type,
      actor.type,
    ]);
    expect(told).toEqual([
      ['webhook.created', 'user'],
      ['webhook.disabled', 'system'],
      ['webhook.resumed', 'user'],
    ]);
  });

  it.each(['resume', 'pause'])('and hears nothing of what happened until it was told to %s', async (action) => {
    const { admin, ada } = desk.people;
    let isGone = true;
    const { sink, path } = await endpoint(['ticket.created'], (_received, response) => {
      response.writeHead(isGone ? 410 : 200).end();
    });
    await desk.open(ada);
    await untilDeliveries(path, (rows) => rows[0]?.status === 'parked');
    isGone = false;
    // The relay comes late: it meets what happened meanwhile when the endpoint listens again.
    const relay = test.app.get(DeliveryRelay);
    const late = jest.spyOn(relay, 'round').mockImplementation(() => Promise.resolve());
    await desk.open(ada);
    await admin.client.post(`${path}/${action}`);
    const number = await desk.open(ada);
    await admin.client.post(`${path}/resume`);
    late.mockRestore();
    relay.wake();
    const [, second] = await sink.until(2);
    expect(second!.body.data.ticket_number).toBe(number);
    expect(await deliveriesOf(path)).toHaveLength(2);
  });

  it('or many of one tenant that are slow, delay no other tenant', async () => {
    const slow: WebhookSink[] = [];
    for (let count = 0; count < 12; count++) {
      slow.push((await endpoint(['*'], (_received, response) => setTimeout(() => response.end(), 9_000))).sink);
    }
    const other = await makeDesk(test);
    const good = await endpoint(['ticket.created'], undefined, other);
    for (let count = 0; count < 30; count++) await desk.open(desk.people.ada);
    await sleep(1_000);
    // A tenant's share, though each of its endpoints alone could have more; the last quarter is one each.
    const underway = slow.reduce((sum, { received }) => sum + received.length, 0);
    expect(underway >= 24 && underway <= 32).toBe(true);
    const start = Date.now();
    await other.open(other.people.ada);
    expect((await good.sink.until(1))[0]!.at - start).toBeLessThan(2_000);
  });

  it('or hangs, or is slow, delays no other', async () => {
    const { ada } = desk.people;
    const hanging = await endpoint(['*'], () => undefined);
    const slow = await endpoint(['*'], (_received, response) => setTimeout(() => response.end(), 1_500));
    const good = await endpoint(['ticket.created']);
    for (let count = 0; count < 20; count++) {
      const start = Date.now();
      await desk.open(ada);
      const received = await good.sink.until(count + 1);
      expect(received.at(-1)!.at - start).toBeLessThan(1_000);
    }
    expect(hanging.sink.received.length).toBeLessThanOrEqual(16);
    expect(slow.sink.received.length).toBeLessThan(40);
  }, 30_000);
});

describe('a paused endpoint', () => {
  it('gets later what happened meanwhile, in order', async () => {
    const { admin, ada } = desk.people;
    const { sink, path } = await endpoint(['ticket.*']);
    await admin.client.post(`${path}/pause`);
    const number = await desk.open(ada);
    await ada.client.post(`/tickets/${number}/close`);
    await sleep(300);
    expect(sink.received).toEqual([]);
    expect((await admin.client.post(`${path}/resume`)).body.data.status).toBe('active');
    await sink.until(2);
    expect(sink.types).toEqual(['ticket.created', 'ticket.closed']);
  });
});

describe('replaying', () => {
  it('from an instant sends everything since then again, in order, as the same messages', async () => {
    const { admin, ada } = desk.people;
    const { sink, path } = await endpoint(['ticket.*']);
    await desk.open(ada);
    await sink.until(1);
    await sleep(20);
    const from = new Date(Date.now()).toISOString();
    const number = await desk.open(ada);
    await ada.client.post(`/tickets/${number}/close`);
    await ada.client.post(`/tickets/${number}/reopen`);
    await sink.until(4);
    await untilDeliveries(path, isDone);
    const replayed = await admin.client.post(`${path}/replay?from=${encodeURIComponent(from)}`);
    expect(replayed.body.data).toEqual({ count: 3, continue_from: null });
    await sink.until(7);
    expect(sink.received.slice(4).map(({ id }) => id)).toEqual(sink.received.slice(1, 4).map(({ id }) => id));
    expect(sink.types.slice(4)).toEqual(['ticket.created', 'ticket.closed', 'ticket.reopened']);
    for (const wrong of ['', '?from=yesterday', '?from=2026-01-01&to=2026-01-02']) {
      expect((await admin.client.post(`${path}/replay${wrong}`)).status).toBe(400);
    }
  });

  it('refuses what is on its way', async () => {
    const { admin, ada } = desk.people;
    const { sink, path } = await endpoint(['ticket.created'], () => undefined);
    await desk.open(ada);
    await sink.until(1);
    const [delivery] = await deliveriesOf(path);
    const { status, body } = await admin.client.post(`${path}/deliveries/${delivery.id}/replay`);
    expect([status, body.code]).toEqual([409, 'conflict']);
  });
});

describe('the log of deliveries', () => {
  it('is paged, newest first, and can be narrowed', async () => {
    const { admin, ada } = desk.people;
    const { sink, path } = await endpoint(['ticket.created']);
    for (let count = 0; count < 7; count++) await desk.open(ada);
    await sink.until(7);
    await untilDeliveries(path, isDone);
    const rows = await everyPage(admin.client, `${path}/deliveries?limit=3`);
    expect(rows.map(({ ticket_number: number }) => number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(rows[0]).toMatchObject({ response_status: 200, response_body: 'ok', error: null, attempts: 1 });
    expect(await deliveriesOf(path, '&status=parked')).toEqual([]);
    expect(await deliveriesOf(path, '&status=delivered')).toEqual(rows);
    expect((await admin.client.get(`${path}/deliveries?status=lost`)).status).toBe(400);
    const { next_cursor: cursor } = (await admin.client.get(`${path}/deliveries?limit=3`)).body.meta;
    const elsewhere = await endpoint();
    const refused = await admin.client.get(`${elsewhere.path}/deliveries?cursor=${encodeURIComponent(cursor)}`);
    expect(refused.body.code).toBe('invalid_cursor');
  });

  it('is forgotten after a while, and the next of a line comes', async () => {
    const { admin, ada } = desk.people;
    const { sink, path, id } = await endpoint(['ticket.*']);
    await admin.client.post(`${path}/pause`);
    const number = await desk.open(ada);
    await untilDeliveries(path, (rows) => rows.length === 1);
    const clock = clockOf(test);
    clock.move(20 * DAY);
    await test.app.get(Database).transaction(desk.ctx, (tx) =>
      test.app.get(EventLog).append(tx, {
        type: 'ticket.tested',
        occurredAt: Date.now(),
        data: {},
        ticket: { number, version: 2, publicVersion: 2 },
      }),
    );
    await sleep(300);
    clock.move(31 * DAY);
    const swept = await test.app.get(DeliverySweep).sweep();
    expect(swept.deliveries).toBeGreaterThan(0);
    clock.move(0);
    expect(await deliveriesOf(path)).toMatchObject([{ type: 'ticket.tested', status: 'pending' }]);
    clock.move(31 * DAY + 5 * SECOND);
    await test.app
      .get(Database)
      .transaction(desk.ctx, (tx) =>
        test.app
          .get(Database)
          .write(tx, (manager) =>
            manager.query("UPDATE webhooks SET status = 'active' WHERE tenant_id = ? AND id = ?", [
              desk.ctx.tenant.id,
              id,
            ]),
          ),
      );
    await sink.until(1);
    expect(sink.types).toEqual(['ticket.tested']);
  });
});
