import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../../../src/platform/database/database.service.js';
import { EventLog } from '../../../src/platform/events/event-log.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const OTHERS = 1_000;
const WRITERS = 4;

let test: TestApp;
let desk: Desk;
/** The agent's client at another process. */
let elsewhere: Client;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  elsewhere = (await test.another()).client.as(desk.people.agent.token);
});
afterAll(() => test.close());

/** A unit of work that writes one event and goes on until told to end. */
function holdOpen(name: string) {
  const [database, events] = [test.app.get(Database), test.app.get(EventLog)];
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  let written = () => {};
  const begun = new Promise<void>((resolve) => (written = resolve));
  const ended = database.transaction(desk.ctx, async (tx) => {
    await events.append(tx, { type: 'test.held', occurredAt: 1, data: { name } });
    written();
    await gate;
  });
  return { begun, ended, release };
}

function writeOne(name: string): Promise<void> {
  const [database, events] = [test.app.get(Database), test.app.get(EventLog)];
  return database.transaction(desk.ctx, (tx) =>
    events.append(tx, { type: 'test.other', occurredAt: 1, data: { name } }),
  );
}

/** Follows the feed by its cursors until told to end and nothing is left; gives the names of the events it met. */
function follow(client: Client) {
  let isOver = false;
  const read: { id: number; name: string }[] = [];
  const done = (async () => {
    for (let cursor = ''; ;) {
      const wasOver = isOver;
      const { data, meta } = (await client.get(`/events?limit=100&types=test.*${cursor}`)).body;
      read.push(...data.map((event: any) => ({ id: event.id, name: event.data.name })));
      cursor = `&cursor=${encodeURIComponent(meta.next_cursor)}`;
      if (wasOver && !meta.has_more) return read;
      await sleep(5);
    }
  })();
  return { end: () => ((isOver = true), done) };
}

describe('a reader who follows the feed', () => {
  it('meets each event once while a transaction stays open across a thousand others', async () => {
    const { client } = desk.people.agent;
    const held = holdOpen('held');
    await held.begun;
    const readers = [follow(client), follow(elsewhere)];
    let written = 0;
    const writers = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let count = 0; count < OTHERS / WRITERS; count++) {
        await writeOne(`other ${writer}/${count}`);
        written++;
      }
    });
    // Where writers queue, the thousand wait for the one; elsewhere they pass it.
    const queues = !test.app.get(Database).engine.locksRows;
    if (queues) await sleep(300);
    else await Promise.all(writers);
    expect(written).toBe(queues ? 0 : OTHERS);
    // Whoever reads sees to it that what was committed before has its place.
    await client.get('/events?types=none.*');
    held.release();
    await held.ended;
    await Promise.all(writers);
    for (const reader of readers) {
      const read = await reader.end();
      expect(read).toHaveLength(OTHERS + 1);
      expect(new Set(read.map(({ name }) => name)).size).toBe(OTHERS + 1);
      const [place, first] = [read.findIndex(({ name }) => name === 'held'), read[0]!];
      // Its id is the smallest of all; its place is where it was committed.
      expect(read.every(({ id }) => id >= read[place]!.id)).toBe(true);
      expect(place).toBe(queues ? 0 : OTHERS);
      expect(first.name).toBe(queues ? 'held' : first.name);
    }
  }, 60_000);

  it('does not meet what was rolled back', async () => {
    const { client } = desk.people.agent;
    const { next_cursor: cursor } = (await client.get('/events?types=none.*')).body.meta;
    const [database, events] = [test.app.get(Database), test.app.get(EventLog)];
    const failed = database.transaction(desk.ctx, async (tx) => {
      await events.append(tx, { type: 'test.lost', occurredAt: 1, data: {} });
      throw new Error('too late');
    });
    await expect(failed).rejects.toThrow('too late');
    await writeOne('after it');
    const { data } = (await client.get(`/events?cursor=${encodeURIComponent(cursor)}`)).body;
    expect(data.map(({ type }: { type: string }) => type)).toEqual(['test.other']);
  });

  it('meets right after the answer what another process was told to do', async () => {
    const { agent, ada } = desk.people;
    let cursor = (await agent.client.get('/events?types=none.*')).body.meta.next_cursor as string;
    for (let round = 0; round < 20; round++) {
      const number = await desk.open(ada);
      const { data, meta } = (await elsewhere.get(`/events?cursor=${encodeURIComponent(cursor)}`)).body;
      expect(data).toMatchObject([{ type: 'ticket.created', ticket_number: number }]);
      cursor = meta.next_cursor;
    }
  });
});
