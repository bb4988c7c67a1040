/**
 * node bench/feed.mjs [--engine sqlite|mysql] [--events 100000] [--samples 200] [--rounds 100]
 *
 * How long a page of the feed takes when there are many events, and how long after its answer an event is on a stream
 * at another process.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { followStream } from '../scripts/event-stream.mjs';
import { insertEvent, openRows } from '../scripts/rows.mjs';
import { addPerson, call, createInstallation, must, setUp, signIn } from '../scripts/service.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    events: { type: 'string', default: '100000' },
    samples: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '100' },
  },
});
const [EVENTS, SAMPLES, ROUNDS] = ['events', 'samples', 'rounds'].map((name) => Number(options[name]));
const TICKETS = 100;
const CHUNK = 5_000;

const installation = await createInstallation({ engine: options.engine, environment: { RATE_LIMIT: 'off' } });
const { url } = installation;

try {
  const service = await installation.start();
  await setUp(url, service);
  const admin = await signIn(url);
  await addPerson(url, admin, { name: 'ada', role: 'customer' });
  const ada = await signIn(url, 'ada@example.com');
  for (let count = 0; count < TICKETS; count++) await openTicket(url, count % 2 ? ada : admin);
  await fill();
  const placed = performance.now();
  await must(call(url, 'GET', '/api/v1/events?limit=1', undefined, admin));
  console.log(`${options.engine}: ${EVENTS} events got their places in ${(performance.now() - placed).toFixed(0)} ms`);

  const middle = await cursorAt(admin, EVENTS / 2);
  const end = await cursorAt(admin, Infinity);
  await time('first page of 100', '/api/v1/events?limit=100', admin);
  await time('page of 100 in the middle', `/api/v1/events?limit=100&cursor=${middle}`, admin);
  await time('at the end, nothing new', `/api/v1/events?limit=100&cursor=${end}`, admin);
  await time('of a rare type, 5 000 looked through', '/api/v1/events?limit=100&types=team.*', admin);
  await time('of a customer', '/api/v1/events?limit=100', ada);

  const other = await installation.startBeside();
  for (const [name, at] of [
    ['at the same process', url],
    ['at another process', other.url],
  ]) {
    const delays = await delaysAt(at, admin);
    console.log(
      `  on the stream ${name}: p50 ${quantile(delays, 0.5)} ms, p95 ${quantile(delays, 0.95)} ms, worst ${quantile(delays, 1)} ms`,
    );
  }
  await other.end('SIGTERM');
  await service.end('SIGTERM');
} finally {
  await installation.remove();
}

function openTicket(at, token) {
  return must(call(at, 'POST', '/api/v1/tickets', { subject: 'S', description: 'D', category: 'general' }, token));
}

/** Events of the tickets there are, written beside the service in a few large transactions. */
async function fill() {
  const rows = await openRows(installation);
  const [{ id: tenantId }] = await rows.query("SELECT id FROM tenants WHERE code = 'acme'");
  const data = { seq: 2, author_id: 1, visibility: 'public', body: 'x'.repeat(200) };
  for (let from = 0; from < EVENTS; from += CHUNK) {
    await rows.begin();
    for (let count = from; count < Math.min(from + CHUNK, EVENTS); count++) {
      const ticketNumber = 1 + (count % TICKETS);
      await insertEvent(rows, { tenantId, type: 'message.created', ticketNumber, version: 2 + count, data });
    }
    await rows.query('COMMIT');
  }
  await rows.close();
}

async function cursorAt(token, place) {
  let cursor = '';
  for (let read = 0; read < place; read += 100) {
    const { meta } = await must(call(url, 'GET', `/api/v1/events?limit=100${cursor}`, undefined, token));
    cursor = `&cursor=${encodeURIComponent(meta.next_cursor)}`;
    if (!meta.has_more) break;
  }
  return cursor.slice('&cursor='.length);
}

async function time(name, path, token) {
  const times = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const start = performance.now();
    await must(call(url, 'GET', path, undefined, token));
    times.push(performance.now() - start);
  }
  console.log(`  ${name}: p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`);
}

/** From the answer to a write at the first process to the event on a stream. */
async function delaysAt(at, token) {
  const seen = new Map();
  const stream = await followStream(at, token, {
    types: 'ticket.created',
    onEvent: ({ data }) => seen.set(data.ticket_number, performance.now()),
  });
  const delays = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { number } = (await openTicket(url, token)).data;
    const answered = performance.now();
    while (!seen.has(number)) await sleep(1);
    delays.push(Math.max(0, seen.get(number) - answered));
    await sleep(Math.random() * 100);
  }
  stream.cut();
  return delays;
}

function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))].toFixed(1);
}
