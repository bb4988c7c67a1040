import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { TenantsService } from '../../../src/modules/auth/index.js';
import { DAY, MINUTE } from '../../../src/platform/clock/clock.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { EventLog } from '../../../src/platform/events/event-log.js';
import { EventSweep } from '../../../src/platform/events/event-sweep.js';
import { clockOf } from '../../support/accounts.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { EventReader } from '../../support/event-reader.js';
import { everyPage } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let url: string;
/** Another process on the same data. */
let elsewhere: string;
const readers: EventReader[] = [];

beforeAll(async () => {
  test = await startTestApp({ CORS_ORIGINS: 'https://app.example' });
  desk = await makeDesk(test);
  url = await test.listen();
  const { app } = await test.another();
  await app.listen(0, '127.0.0.1');
  elsewhere = await app.getUrl();
});
afterEach(() => {
  for (const reader of readers.splice(0)) reader.close();
  clockOf(test).move(0);
});
afterAll(() => test.close());

async function follow(
  { token }: Pick<Person, 'token'>,
  options: { at?: string; lastEventId?: string; query?: string; headers?: Record<string, string> } = {},
): Promise<EventReader> {
  const reader = await EventReader.open(options.at ?? url, { token, ...options });
  readers.push(reader);
  return reader;
}

const note = (number: number, body: string) =>
  desk.people.agent.client.post(`/tickets/${number}/messages`, { body, visibility: 'internal' });
const say = (number: number, body: string) => desk.people.agent.client.post(`/tickets/${number}/messages`, { body });

describe('the stream', () => {
  it('tells what happens from now on, as the feed does, with the headers of every answer', async () => {
    const { agent, ada } = desk.people;
    await desk.open(ada);
    const reader = await follow(agent, { headers: { 'x-request-id': 'streaming-now', origin: 'https://app.example' } });
    expect(reader.response.statusCode).toBe(200);
    expect(reader.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'streaming-now',
      'access-control-allow-origin': 'https://app.example',
    });
    const number = await desk.open(ada);
    await note(number, 'Battery, I guess.');
    const events = await reader.until(2);
    expect(reader.text.startsWith('retry: 3000\n\n')).toBe(true);
    const feed = await everyPage(agent.client, '/events?limit=100');
    expect(events.map(({ data }) => data)).toEqual(feed.slice(-2));
    expect(events.map(({ type, data }) => [type, data.ticket_number])).toEqual([
      ['ticket.created', number],
      ['message.created', number],
    ]);
  });

  it('is the same from another process, soon', async () => {
    const reader = await follow(desk.people.agent, { at: elsewhere });
    const delays: number[] = [];
    for (let round = 1; round <= 10; round++) {
      await desk.open(desk.people.ada);
      const start = performance.now();
      await reader.until(round);
      delays.push(performance.now() - start);
    }
    expect(Math.max(...delays)).toBeLessThan(1_000);
  });

  it('goes on behind the last event a reader has had, on any process, and starts at a cursor of the feed', async () => {
    const { agent, ada } = desk.people;
    const first = await follow(agent);
    const number = await desk.open(ada);
    await first.until(1);
    first.close();
    for (let count = 0; count < 150; count++) await say(number, `No. ${count}`);
    const query = `?cursor=${encodeURIComponent(first.lastId!)}`;
    for (const reader of [
      await follow(agent, { lastEventId: first.lastId! }),
      await follow(agent, { lastEventId: first.lastId!, at: elsewhere }),
      await follow(agent, { query, at: elsewhere }),
      await follow(agent, { query, lastEventId: first.lastId! }),
    ]) {
      // The first answer is told as a change of the ticket, too.
      const said = (await reader.until(151)).filter(({ type }) => type === 'message.created');
      expect(said.map(({ data }) => data.data.body)).toEqual(Array.from({ length: 150 }, (_, n) => `No. ${n}`));
    }
    const feed = await agent.client.get(`/events?cursor=${encodeURIComponent(first.lastId!)}&types=message.created`);
    expect(feed.body.data[0].data.body).toBe('No. 0');
  }, 60_000);

  it('leaves nothing out and tells nothing twice over many cuts', async () => {
    const { agent, ada } = desk.people;
    const number = await desk.open(ada);
    let reader = await follow(agent, { query: '?types=message.created' });
    const heard: string[] = [];
    const writing = (async () => {
      for (let count = 0; count < 120; count++) await say(number, `Cut ${count}`);
    })();
    // Before its first event a reader has nothing to come again with.
    await reader.until(1);
    for (let lastEventId = reader.lastId; heard.length < 120;) {
      await sleep(30);
      reader.close();
      heard.push(...reader.events.map(({ data }) => data.data.body as string));
      lastEventId = reader.lastId ?? lastEventId;
      const at = heard.length % 2 ? url : elsewhere;
      reader = await follow(agent, { query: '?types=message.created', lastEventId, at });
    }
    await writing;
    expect(heard).toEqual(Array.from({ length: 120 }, (_, count) => `Cut ${count}`));
  }, 60_000);

  it('tells a customer what the feed tells them, and no more', async () => {
    const { ada, bob, cy, dee } = desk.people;
    const followers = await Promise.all([ada, bob, cy, dee].map((person) => follow(person)));
    const number = await desk.open(ada, { subject: 'Watched' });
    await note(number, 'SECRET');
    await say(number, 'Help is on the way.');
    const others = await desk.open(cy);
    for (const reader of followers.slice(0, 2)) {
      const events = await reader.until(3);
      expect(events.map(({ data }) => data)).toEqual(await everyPage(ada.client, `/tickets/${number}/events`));
      expect(events.map(({ type }) => type)).toEqual(events.map(({ data }) => data.type));
    }
    expect((await followers[2]!.until(1)).map(({ data }) => data.ticket_number)).toEqual([others]);
    await sleep(200);
    expect(followers[3]!.events).toEqual([]);
    expect(followers.map(({ text }) => text).join()).not.toContain('SECRET');
  });

  it('never tells another tenant', async () => {
    const foreign = await makeDesk(test);
    const reader = await follow(foreign.people.admin);
    await desk.open(desk.people.ada);
    await foreign.open(foreign.people.ada);
    const events = await reader.until(1);
    await sleep(100);
    expect(events.every(({ data }) => data.tenant === foreign.code)).toBe(true);
  });

  it('refuses a cursor that is none before it begins', async () => {
    for (const path of ['/events/stream?cursor=x.y', '/events/stream?since=1', '/events/stream?types=x']) {
      const { status, body } = await desk.people.agent.client.get(path);
      expect([status, body.success]).toEqual([400, false]);
    }
    const reader = await follow(desk.people.agent, { lastEventId: 'W10.x' });
    expect(reader.response.statusCode).toBe(400);
  });

  it('says reset when what is missing is not kept any more, and goes on', async () => {
    const { agent, ada } = desk.people;
    const before = await follow(agent);
    await desk.open(ada);
    await before.until(1);
    await desk.open(ada);
    // Only what has its place is swept.
    await agent.client.get('/events');
    clockOf(test).move(400 * DAY);
    await test.app.get(EventSweep).sweep();
    clockOf(test).move(0);
    const reader = await follow(agent, { lastEventId: before.events[0]!.id });
    expect((await reader.until(1))[0]).toMatchObject({ type: 'reset' });
    const number = await desk.open(ada);
    expect((await reader.until(2))[1]).toMatchObject({ type: 'ticket.created', data: { ticket_number: number } });
    const again = await follow(agent, { lastEventId: reader.events[0]!.id });
    expect((await again.until(1))[0]).toMatchObject({ data: { ticket_number: number } });
  });

  it('is open twenty times to one caller, and then refused', async () => {
    const person = await desk.add('greedy', 'agent');
    const open = await Promise.all(Array.from({ length: 20 }, () => follow(person)));
    expect(open.map(({ response }) => response.statusCode)).toEqual(Array(20).fill(200));
    const { response } = await follow(person);
    expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '3']);
    open[0]!.close();
    await sleep(100);
    expect((await follow(person)).response.statusCode).toBe(200);
  });

  it('answers HEAD and leaves nothing behind', async () => {
    const headers = { authorization: `Bearer ${desk.people.agent.token}` };
    const asked = request(`${url}/api/v1/events/stream`, { method: 'HEAD', headers, agent: false }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(200);
    await once(answer.resume(), 'close');
  });
});

describe('a stream ends', () => {
  const FIVE = 5_000;

  it('when the session is signed out, here or elsewhere', async () => {
    const ends = [url, elsewhere].map(async (at, index) => {
      const person = await desk.add(`out-${index}`, 'agent');
      const reader = await follow(person, { at });
      await sleep(100);
      await person.client.post('/auth/logout');
      await reader.untilEnd(FIVE);
    });
    await Promise.all(ends);
  }, 20_000);

  it('when its user is deactivated or changes role or team', async () => {
    const { admin } = desk.people;
    const stays = await follow(desk.people.agent);
    const changes = { status: 'inactive', role: 'customer', team_id: desk.teams.shared };
    const ends = Object.entries(changes).map(async ([field, value]) => {
      const person = await desk.add(`changed-${field}`, field === 'role' ? 'agent' : 'customer');
      const reader = await follow(person, { at: elsewhere });
      await sleep(100);
      await admin.client.patch(`/users/${person.id}`, { [field]: value });
      await reader.untilEnd(FIVE);
    });
    await Promise.all(ends);
    expect(stays.endedAt).toBeNull();
  }, 30_000);

  it('when its key is revoked or its tenant suspended', async () => {
    const other = await makeDesk(test);
    const made = (await other.people.admin.client.post('/api-keys', { name: 'K', scopes: ['events:read'] })).body.data;
    const [byKey, byToken] = [await follow({ token: made.key }), await follow(other.people.agent)];
    await other.people.admin.client.delete(`/api-keys/${made.id}`);
    await byKey.untilEnd(FIVE);
    expect(byToken.endedAt).toBeNull();
    await test.app.get(TenantsService).change(other.ctx, other.ctx.tenant.id, { status: 'suspended' });
    await byToken.untilEnd(FIVE);
  }, 20_000);

  it('when its token is over', async () => {
    const reader = await follow(desk.people.agent);
    await sleep(100);
    clockOf(test).move(16 * MINUTE);
    await reader.untilEnd(FIVE);
  }, 20_000);
});

describe('a reader who takes nothing', () => {
  it('costs the others nothing', async () => {
    const { agent } = desk.people;
    const stuck = await stuckReader(agent.token);
    const reader = await follow(agent, { query: '?types=test.*' });
    const [database, events] = [test.app.get(Database), test.app.get(EventLog)];
    const text = 'x'.repeat(200_000);
    for (let count = 0; count < 60; count++) {
      await database.transaction(desk.ctx, (tx) =>
        events.append(tx, { type: 'test.large', occurredAt: 1, data: { text } }),
      );
    }
    await reader.until(60);
    stuck.destroy();
  }, 60_000);
});

describe('the service', () => {
  it('does not wait for streams when it ends', async () => {
    const { app } = await test.another();
    await app.listen(0, '127.0.0.1');
    const person = await desk.add('last', 'agent');
    const open = await Promise.all([1, 2, 3].map(async () => follow(person, { at: await app.getUrl() })));
    const start = performance.now();
    await app.close();
    expect(performance.now() - start).toBeLessThan(2_000);
    for (const reader of open) await reader.untilEnd(100);
  });
});

/** Asks for the stream and never reads on. */
async function stuckReader(token: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`GET /api/v1/events/stream HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`);
  await new Promise<void>((resolve) => socket.once('data', () => resolve()));
  return socket.pause();
}
