import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY } from '../../../src/platform/clock/clock.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { EventLog } from '../../../src/platform/events/event-log.js';
import { EventSweep } from '../../../src/platform/events/event-sweep.js';
import { EventReading } from '../../../src/modules/tickets/index.js';
import { clockOf } from '../../support/accounts.js';
import { contextOf, statementsOf } from '../../support/acting.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { addProvider } from '../../support/identity-provider.js';
import { everyPage } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let number: number;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  const { ada, agent, cy } = desk.people;
  number = await desk.open(ada);
  await agent.client.post(`/tickets/${number}/messages`, { body: 'SECRET', visibility: 'internal' });
  await agent.client.post(`/tickets/${number}/messages`, { body: 'Which van?' });
  const other = await desk.open(cy, { subject: 'Of another team' });
  await agent.client.patch(`/tickets/${other}`, { priority: 'urgent' });
  await agent.client.post(`/tickets/${number}/resolve`, { resolution: 'Battery replaced.' });
});
afterEach(() => clockOf(test).move(0));
afterAll(() => test.close());

const at = (cursor: string) => `/events?cursor=${encodeURIComponent(cursor)}`;
const typesOf = (rows: readonly { type: string }[]) => rows.map(({ type }) => type);
const cursorOf = async (client: Client) => {
  for (let path = '/events?limit=100'; ;) {
    const { meta } = (await client.get(path)).body;
    if (!meta.has_more) return meta.next_cursor as string;
    path = at(meta.next_cursor);
  }
};

/** An event of a moment. */
const writeAt = (occurredAt: number) =>
  test.app
    .get(Database)
    .transaction(desk.ctx, (tx) => test.app.get(EventLog).append(tx, { type: 'test.kept', occurredAt, data: {} }));

describe('the feed', () => {
  it('tells staff all that happened in the tenant, in order, page by page', async () => {
    const { agent, ada } = desk.people;
    const rows = await everyPage(agent.client, '/events?limit=3');
    expect(typesOf(rows.filter(({ type }) => /^(ticket|message)\./.test(type)))).toEqual([
      ...['ticket.created', 'message.created', 'ticket.updated', 'message.created'],
      ...['ticket.created', 'ticket.updated', 'ticket.resolved'],
    ]);
    expect(rows.every(({ tenant }) => tenant === desk.code)).toBe(true);
    const opened = rows.find(({ type }) => type === 'ticket.created');
    expect(Object.keys(opened)).toEqual([
      ...['id', 'type', 'tenant', 'ticket_number', 'actor', 'request_id', 'occurred_at', 'version', 'data', 'changed'],
    ]);
    expect(opened).toMatchObject({ ticket_number: number, actor: { type: 'user', id: ada.id }, version: 1 });
    expect(rows.find(({ type }) => type === 'team.created')).toMatchObject({ ticket_number: null, version: null });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('has a cursor at its end, too, from which it goes on', async () => {
    const { agent } = desk.people;
    const end = await cursorOf(agent.client);
    const nothing = await agent.client.get(at(end));
    expect(nothing.body).toMatchObject({ data: [], meta: { has_more: false, next_cursor: expect.any(String) } });
    expect(nothing.headers['link']).toBeUndefined();
    await agent.client.post(`/tickets/${number}/reopen`);
    const { data } = (await agent.client.get(at(nothing.body.meta.next_cursor))).body;
    expect(typesOf(data)).toEqual(['ticket.reopened']);
    expect((await agent.client.get(at(end))).body.data).toEqual(data);
  });

  it('can be narrowed to types and to all that begin alike', async () => {
    const { agent } = desk.people;
    const all = await everyPage(agent.client, '/events');
    for (const [query, matches] of [
      ['message.created', (type: string) => type === 'message.created'],
      ['ticket.*', (type: string) => type.startsWith('ticket.')],
      ['team.*,message.created', (type: string) => /^(team\.|message\.created$)/.test(type)],
      ['*', () => true],
    ] as const) {
      const found = await everyPage(agent.client, `/events?limit=2&types=${query}`);
      expect(found).toEqual(all.filter(({ type }) => matches(type)));
    }
    for (const wrong of ['ticket', 'ticket.', 'Ticket.*', 't*', '%', '']) {
      const { status, body } = await agent.client.get(`/events?types=${encodeURIComponent(wrong)}`);
      expect([wrong, status, body.code]).toEqual([wrong, 400, 'invalid_parameter']);
    }
  });

  it('tells a customer what is public of the tickets they see, and nothing by which to count the rest', async () => {
    const { ada, bob, cy, dee } = desk.people;
    const timeline = await everyPage(ada.client, `/tickets/${number}/events`);
    for (const { client } of [ada, bob]) expect(await everyPage(client, '/events?limit=2')).toEqual(timeline);
    expect(JSON.stringify(timeline)).not.toContain('SECRET');
    expect(timeline.every((event) => !('id' in event))).toBe(true);
    expect((await everyPage(cy.client, '/events')).every((event) => event.ticket_number !== number)).toBe(true);
    expect(await everyPage(dee.client, '/events')).toEqual([]);
    const { meta } = (await ada.client.get('/events?limit=1')).body;
    const [text = ''] = meta.next_cursor.split('.');
    expect(JSON.parse(Buffer.from(text, 'base64url').toString())).toEqual([expect.stringMatching(/^[\w+/=]{40,}$/)]);
  });

  it('shows on some wires the tickets that a customer requested and no others', async () => {
    const { bob } = desk.people;
    const reading = test.app.get(EventReading);
    const ctx = await contextOf(test, desk, bob);
    expect((await reading.page(ctx, { limit: 100 })).items.length).toBeGreaterThan(0);
    const own = await contextOf(test, desk, bob, { ownTicketsOnly: true });
    expect((await reading.page(own, { limit: 100 })).items).toEqual([]);
    const { nextCursor: cursor } = await reading.page(ctx, { limit: 100 });
    await expect(reading.page(own, { limit: 100, cursor: cursor! })).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  it('asks once who sees what, however many tickets there are', async () => {
    const crowd = await makeDesk(test);
    const { ada, bob, agent } = crowd.people;
    const asked = async (person: Person) => {
      const ctx = await contextOf(test, crowd, person);
      // What was written last has its place then.
      await test.app.get(EventReading).page(ctx, { limit: 1 });
      return statementsOf(test, () => test.app.get(EventReading).page(ctx, { limit: 100 }));
    };
    await crowd.open(ada);
    const [few, fewForStaff] = [await asked(bob), await asked(agent)];
    for (let count = 0; count < 20; count++) await crowd.open(ada);
    expect([await asked(bob), await asked(agent)]).toEqual([few, fewForStaff]);
    expect(few).toBe(fewForStaff + 1);
  });

  it('forgets for customers a ticket that was deleted, and not for staff', async () => {
    const { ada, admin, agent } = desk.people;
    const gone = await desk.open(ada, { subject: 'To be deleted' });
    await admin.client.delete(`/tickets/${gone}`);
    const ofGone = async ({ client }: Person) =>
      typesOf((await everyPage(client, '/events?limit=100')).filter((event) => event.ticket_number === gone));
    expect(await ofGone(ada)).toEqual([]);
    expect(await ofGone(agent)).toEqual(['ticket.created', 'ticket.deleted']);
  });

  it('holds no secret', async () => {
    const { admin, dee } = desk.people;
    const secret = 'sk_live_0123456789abcdefghij';
    await speak(test, desk, { daakey: { agency_id: 123, agency_code: 'AGENCY123', secret_key: secret } });
    const key = (await admin.client.post('/api-keys', { name: 'Secret', scopes: [] })).body.data.key as string;
    const provider = await addProvider(desk, 'HS256');
    await admin.client.patch(`/users/${dee.id}`, { password: 'another-password' });
    await speak(test, desk, {});
    const text = JSON.stringify(await everyPage(admin.client, '/events?limit=100'));
    for (const type of ['tenant.updated', 'api_key.created', 'identity_provider.created', 'user.updated']) {
      expect(text).toContain(type);
    }
    const shared = Buffer.from(provider.key as Uint8Array).toString();
    for (const each of [secret, key, shared, 'another-password', '$argon2']) expect(text).not.toContain(each);
  });

  it('is open to keys that may read events, as to staff', async () => {
    const { admin, agent } = desk.people;
    const keyFor = async (scopes: string[]) =>
      test.client.as((await admin.client.post('/api-keys', { name: 'Sync', scopes })).body.data.key);
    const [reader, other] = [await keyFor(['events:read']), await keyFor(['tickets:read'])];
    expect(await everyPage(reader, '/events?limit=100')).toEqual(await everyPage(agent.client, '/events?limit=100'));
    expect((await other.get('/events')).status).toBe(403);
  });

  it('has cursors for their own audience only', async () => {
    const { ada, bob, agent, agent2 } = desk.people;
    const foreign = await makeDesk(test);
    const [ofAda, ofAgent] = [await cursorOf(ada.client), await cursorOf(agent.client)];
    const refused: [Client, string][] = [
      [bob.client, at(ofAda)],
      [agent.client, at(ofAda)],
      [ada.client, at(ofAgent)],
      [foreign.people.agent.client, at(ofAgent)],
      [agent.client, at(`${ofAgent}x`)],
      [agent.client, `/tickets?cursor=${encodeURIComponent(ofAgent)}`],
      [agent.client, `/tickets/${number}/events?cursor=${encodeURIComponent(ofAgent)}`],
    ];
    for (const [client, path] of refused) {
      const { status, body } = await client.get(path);
      expect([path, status, body.code]).toEqual([path, 400, 'invalid_cursor']);
    }
    expect((await agent2.client.get(at(ofAgent))).status).toBe(200);
  });

  it('never tells another tenant', async () => {
    const foreign = await makeDesk(test);
    await foreign.open(foreign.people.ada, { subject: 'FOREIGN' });
    for (const { client } of [desk.people.admin, desk.people.agent, desk.people.ada]) {
      const rows = await everyPage(client, '/events?limit=100');
      expect(rows.every(({ tenant }) => tenant === desk.code)).toBe(true);
    }
    expect((await everyPage(foreign.people.agent.client, '/events?types=ticket.*')).length).toBe(1);
  });
});

describe('retention', () => {
  it('forgets old events from the beginning, and says so to whoever was in the middle of them', async () => {
    const { agent } = desk.people;
    const { next_cursor: early } = (await agent.client.get('/events?limit=2')).body.meta;
    const end = await cursorOf(agent.client);
    clockOf(test).move(364 * DAY);
    expect(await test.app.get(EventSweep).sweep()).toEqual({ events: 0 });
    await writeAt(Date.now() + 2 * DAY);
    clockOf(test).move(366 * DAY);
    const swept = await test.app.get(EventSweep).sweep();
    expect(swept.events).toBeGreaterThan(20);
    clockOf(test).move(0);
    const refused = await agent.client.get(at(early));
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid_cursor']);
    expect(refused.body.message).toContain('not kept any more');
    // Nothing lies between the end of then and what is kept.
    for (const path of ['/events', at(end)]) {
      const { data } = (await agent.client.get(path)).body;
      expect(typesOf(data)).toEqual(['test.kept']);
    }
    expect(await test.app.get(EventSweep).sweep()).toEqual({ events: 0 });
  });

  it('goes on after everything was forgotten', async () => {
    const { agent } = desk.people;
    const end = await cursorOf(agent.client);
    clockOf(test).move(800 * DAY);
    await test.app.get(EventSweep).sweep();
    clockOf(test).move(0);
    expect((await agent.client.get(at(end))).body.data).toEqual([]);
    const number = await desk.open(desk.people.ada);
    const { data } = (await agent.client.get(at(end))).body;
    expect(data).toMatchObject([{ ticket_number: number }]);
  });
});
