/**
 * npm run chaos -- database-trouble [--rounds 1]
 *
 * A MariaDB of its own is killed, stopped, swallowed by the network and slowed by locks under the running service.
 * While it is down requests answer 503 with Retry-After within 2 s, within 5 s when it is swallowed; the service lives,
 * is not ready, and serves within 5 s once it is back. Deadlocks and lock timeouts are never a 500.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { createHole } from '../../scripts/hole.mjs';
import { createMariadb } from '../../scripts/mariadb.mjs';
import { call, createInstallation, must, setUp, signIn } from '../../scripts/service.mjs';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '1' } } });
const mariadb = await createMariadb();
if (!mariadb) process.exit(0);
const hole = await createHole(mariadb.port);
const environment = { RATE_LIMIT: 'off', LOG_LEVEL: 'fatal' };
const installation = await createInstallation({ engine: 'mysql', environment, server: mariadb.url });
const { url } = installation;
const ticket = { subject: 'Trouble', description: 'Trouble', category: 'general' };
const problems = [];
let service;
let token;

try {
  const through = new URL(installation.database.url);
  through.port = String(hole.port);
  service = await installation.start({ DB_URL: through.href });
  await setUp(url, service);
  token = await signIn(url);
  for (let round = 1; round <= Number(options.rounds); round++) {
    await whileGone(
      'killed',
      2_000,
      () => mariadb.end('SIGKILL'),
      () => mariadb.start(),
    );
    await whileGone(
      'shut down',
      2_000,
      () => mariadb.end('SIGTERM'),
      () => mariadb.start(),
    );
    await whileGone(
      'swallowed',
      5_000,
      () => hole.swallow(),
      () => hole.mend(),
    );
  }
  await whileRowsAreHeld();
  await whileDeadlocking();
  await service.end('SIGTERM');
  for (const problem of problems) console.log(`  broken: ${problem}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  service?.child.kill('SIGKILL');
  await mariadb.start().catch(() => {});
  await installation.remove().catch(() => {});
  hole.close();
  await mariadb.remove();
}

/** Requests of every kind come at every moment of it. */
async function whileGone(what, bar, harm, mend) {
  const asked = [];
  const stop = new AbortController();
  const asking = Array.from({ length: 12 }, (_, at) => ask(at, asked, stop.signal));
  await sleep(300);
  const start = performance.now();
  await harm();
  const gone = performance.now();
  await sleep(5_500);
  const live = await call(url, 'GET', '/health/live').catch(() => null);
  const ready = await timed(() => call(url, 'GET', '/health/ready'));
  const back = performance.now();
  await mend();
  const mended = performance.now();
  let serving = null;
  while (serving === null && performance.now() - mended < 20_000) {
    const { status } = await timed(() => call(url, 'POST', '/api/v1/tickets', ticket, token));
    if (status === 201) serving = performance.now() - mended;
    else await sleep(50);
  }
  await sleep(300);
  stop.abort();
  await Promise.all(asking);
  // Also those that were under way when it went.
  const hit = asked.filter(({ from, to }) => to > start && from < back);
  const refused = hit.filter(({ status }) => status === 503);
  const slowest = Math.round(Math.max(0, ...hit.map(({ from, to }) => to - Math.max(from, start))));
  const others = hit.filter(({ status, from }) => status !== 503 && from > gone + 100);
  const wrong = asked.filter(({ status }) => status === 500 || status === 0);
  console.log(`MariaDB ${what}: ${refused.length} refused with 503, the slowest after ${slowest} ms (bar: ${bar})`);
  console.log(
    `  alive: ${live?.status}, ready: ${ready.status} after ${ready.ms} ms; serving ${Math.round(serving)} ms after it was back (bar: 5000)`,
  );
  expect(slowest <= bar, `${what}: an answer took ${slowest} ms`);
  expect(
    refused.length > 0 && refused.every(({ retryAfter }) => retryAfter !== null),
    `${what}: 503 without Retry-After`,
  );
  expect(others.length === 0, `${what}: answered ${others.map(({ status }) => status)} while there was no database`);
  expect(wrong.length === 0, `${what}: ${wrong.length} times 500 or nothing`);
  expect(live?.status === 200 && ready.status === 503, `${what}: alive ${live?.status}, ready ${ready.status}`);
  expect(serving !== null && serving <= 5_000, `${what}: serving again after ${serving}`);
}

async function ask(at, asked, signal) {
  const requests = [
    () => call(url, 'GET', '/api/v1/tickets?limit=5', undefined, token),
    () => call(url, 'POST', '/api/v1/tickets', ticket, token),
    () => call(url, 'POST', '/api/v1/auth/login', { tenant: 'nobody', email: 'a@b.example', password: 'x'.repeat(12) }),
  ];
  while (!signal.aborted) {
    const { status, from, to, retryAfter } = await timed(requests[at % 3]);
    asked.push({ status, from, to, retryAfter });
    await sleep(50);
  }
}

async function timed(request) {
  const from = performance.now();
  const answer = await request().catch(() => null);
  await answer?.arrayBuffer();
  const to = performance.now();
  return {
    status: answer?.status ?? 0,
    retryAfter: answer?.headers.get('retry-after') ?? null,
    from,
    to,
    ms: Math.round(to - from),
  };
}

/** Somebody else holds the row of a ticket for longer than we wait. */
async function whileRowsAreHeld() {
  const { data } = await must(call(url, 'POST', '/api/v1/tickets', ticket, token));
  const stranger = await createConnection(installation.database.url);
  await stranger.query('START TRANSACTION');
  await stranger.query('SELECT * FROM tickets WHERE number = ? FOR UPDATE', [data.number]);
  const waiting = timed(() => call(url, 'POST', `/api/v1/tickets/${data.number}/messages`, { body: 'late' }, token));
  const patient = sleep(6_000).then(() =>
    timed(() => call(url, 'POST', `/api/v1/tickets/${data.number}/messages`, { body: 'in time' }, token)),
  );
  await sleep(8_000);
  await stranger.query('ROLLBACK');
  await stranger.end();
  const [first, second] = await Promise.all([waiting, patient]);
  const thread = await must(call(url, 'GET', `/api/v1/tickets/${data.number}/messages`, undefined, token));
  const kept = [first, second].filter(({ status }) => status === 201).length;
  console.log(`A row held for 8 s: ${first.status} after ${first.ms} ms, ${second.status} after ${second.ms} ms`);
  expect([201, 503].includes(first.status) && second.status === 201, `held row: ${first.status}, ${second.status}`);
  expect(thread.data.length - 1 === kept, `held row: ${thread.data.length - 1} messages, ${kept} acknowledged`);
}

/** Strangers lock pairs of tickets crosswise while both are written to. */
async function whileDeadlocking() {
  const numbers = [];
  for (let count = 0; count < 2; count++) {
    numbers.push((await must(call(url, 'POST', '/api/v1/tickets', ticket, token))).data.number);
  }
  const stop = new AbortController();
  const strangers = Array.from({ length: 3 }, (_, at) =>
    lockCrosswise(at % 2 ? numbers.toReversed() : numbers, stop.signal),
  );
  const acknowledged = new Map(numbers.map((number) => [number, 0]));
  const statuses = {};
  const writers = Array.from({ length: 8 }, async (_, at) => {
    for (let turn = 0; turn < 15; turn++) {
      const number = numbers[(at + turn) % 2];
      const { status } = await timed(() =>
        call(url, 'POST', `/api/v1/tickets/${number}/messages`, { body: 'x' }, token),
      );
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === 201) acknowledged.set(number, acknowledged.get(number) + 1);
    }
  });
  await Promise.all(writers);
  stop.abort();
  const deadlocks = (await Promise.all(strangers)).reduce((sum, each) => sum + each, 0);
  console.log(`Locked crosswise, ${deadlocks} deadlocks of strangers: ${JSON.stringify(statuses)}`);
  expect(
    Object.keys(statuses).every((status) => status === '201' || status === '503'),
    `deadlocks: ${JSON.stringify(statuses)}`,
  );
  for (const [number, count] of acknowledged) {
    const { data } = await must(call(url, 'GET', `/api/v1/tickets/${number}`, undefined, token));
    expect(data.message_count === count + 1, `deadlocks: ${count} acknowledged, ${data.message_count - 1} kept`);
  }
}

async function lockCrosswise(numbers, signal) {
  const connection = await createConnection(installation.database.url);
  const [[{ tenant }]] = await connection.query('SELECT tenant_id AS tenant FROM tickets LIMIT 1');
  let deadlocks = 0;
  while (!signal.aborted) {
    try {
      await connection.query('START TRANSACTION');
      for (const number of numbers) {
        // By its key, or all rows would be locked at once, in one order.
        await connection.query('SELECT * FROM tickets WHERE tenant_id = ? AND number = ? FOR UPDATE', [tenant, number]);
        await sleep(15);
      }
      await connection.query('COMMIT');
    } catch (error) {
      if (error.code !== 'ER_LOCK_DEADLOCK') throw error;
      deadlocks++;
      await connection.query('ROLLBACK');
    }
    await sleep(5);
  }
  await connection.end();
  return deadlocks;
}

function expect(holds, problem) {
  if (!holds) problems.push(problem);
}
