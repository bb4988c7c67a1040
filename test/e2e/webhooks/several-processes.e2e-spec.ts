import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MINUTE } from '../../../src/platform/clock/clock.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { clockOf } from '../../support/accounts.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { everyPage } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { WebhookSink } from '../../support/webhook-sink.js';

let test: TestApp;
let desk: Desk;
let other: NestFastifyApplication;
const sinks: WebhookSink[] = [];

beforeAll(async () => {
  test = await startTestApp({ OUTBOUND_ALLOW: '127.0.0.0/8', WEBHOOK_RETRY_SECONDS: '0,0' });
  desk = await makeDesk(test);
  ({ app: other } = await test.another());
  await test.listen();
  await other.listen(0, '127.0.0.1');
});
afterEach(async () => {
  for (const sink of sinks.splice(0)) await sink.stop();
  clockOf(test).move(0);
});
afterAll(() => test.close());

async function endpoint(behave?: Parameters<typeof WebhookSink.start>[0]) {
  const sink = await WebhookSink.start(behave);
  sinks.push(sink);
  const { id } = (await desk.people.admin.client.post('/webhooks', { url: sink.url, events: ['ticket.*'] })).body.data;
  return { sink, path: `/webhooks/${id}` };
}

/** Of what is under way, the attempts and the time at which it is taken for abandoned. */
async function abandon(attempts: number, dueAt: number): Promise<void> {
  const database = test.app.get(Database);
  await database.transaction(desk.ctx, (tx) =>
    database.write(tx, (manager) =>
      manager.query("UPDATE webhook_deliveries SET attempts = ?, due_at = ? WHERE status = 'pending'", [
        attempts,
        dueAt,
      ]),
    ),
  );
}

describe('two processes', () => {
  it('share the work: each message once, in order for each ticket', async () => {
    const { ada, agent } = desk.people;
    const { sink } = await endpoint((_received, response) => setTimeout(() => response.end(), 5));
    const numbers = await Promise.all(Array.from({ length: 10 }, () => desk.open(ada)));
    for (const action of ['close', 'reopen', 'resolve', 'reopen', 'close']) {
      await Promise.all(numbers.map((number) => agent.client.post(`/tickets/${number}/${action}`)));
    }
    await sink.until(60);
    await sleep(300);
    expect(new Set(sink.received.map(({ id }) => id)).size).toBe(60);
    expect(sink.received).toHaveLength(60);
    for (const number of numbers) {
      const told = sink.received.filter(({ body }) => body.data.ticket_number === number);
      const happened = await everyPage(agent.client, `/tickets/${number}/events`);
      expect(told.map(({ body }) => body.data)).toEqual(happened);
    }
  }, 30_000);
});

describe('what a process had begun when it died', () => {
  it('is taken over after a while', async () => {
    let isDeaf = true;
    const { sink, path } = await endpoint((_received, response) => {
      if (!isDeaf) response.end();
    });
    await desk.open(desk.people.ada);
    await sink.until(1);
    isDeaf = false;
    await sleep(1_200);
    expect(sink.received).toHaveLength(1);
    // As it is once the process has not been heard of for the time of its lease.
    await abandon(1, Date.now() - MINUTE);
    const [, second] = await sink.until(2);
    expect(second!.id).toBe(sink.received[0]!.id);
    await sleep(200);
    const [delivery] = (await desk.people.admin.client.get(`${path}/deliveries`)).body.data;
    expect(delivery).toMatchObject({ status: 'delivered', attempts: 2 });
  }, 20_000);

  it('is given up when it has ended its process every time', async () => {
    const { sink, path } = await endpoint(() => undefined);
    const number = await desk.open(desk.people.ada);
    await desk.people.ada.client.post(`/tickets/${number}/close`);
    await sink.until(1);
    await abandon(3, Date.now() - MINUTE);
    const [, next] = await sink.until(2);
    // It was not sent again; the next of its ticket was.
    expect(next!.body.type).toBe('ticket.closed');
    const rows = (await desk.people.admin.client.get(`${path}/deliveries`)).body.data;
    expect(rows.at(-1)).toMatchObject({ type: 'ticket.created', status: 'parked', attempts: 3 });
    expect(rows.at(-1).error).toContain('Given up');
  }, 20_000);
});

describe('a process that ends', () => {
  it('gives back what is on its way, and does not count it', async () => {
    const { sink, path } = await endpoint(() => undefined);
    await desk.open(desk.people.ada);
    await sink.until(1);
    const start = Date.now();
    await Promise.all([other.close(), test.restart()]);
    expect(Date.now() - start).toBeLessThan(9_500);
    const { client } = test;
    const [delivery] = (await client.as(desk.people.admin.token).get(`${path}/deliveries`)).body.data;
    expect(delivery).toMatchObject({ status: 'pending', attempts: 0 });
    expect(new Date(delivery.next_attempt_at as string).getTime()).toBeLessThanOrEqual(Date.now());
    expect(delivery.error).toContain('The service ended');
  }, 20_000);
});
