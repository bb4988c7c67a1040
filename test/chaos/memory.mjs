/**
 * npm run chaos -- memory [--engine sqlite|mysql] [--minutes 0.25] [--clients 6] [--every 1]
 *
 * A mixed load on the built service, of reading mostly, while its memory is measured: after the warm-up, the first third,
 * it may grow by less than 1 MB an hour. Reading and being refused must leave nothing in the database; what writing
 * leaves is counted. A run of less than 20 minutes is too short to judge a slope, so it only shows one. What is resident
 * then tells more of when garbage was collected last than of what is kept, so the bar is on what a collection leaves:
 * after the load not 1.3 times what it leaves after the warm-up. From a minute on it is on what is resident, too, against
 * the end of the first. The promise: `--minutes 60`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addPerson, call, createInstallation, must, PATIENT, setUp, signIn } from '../../scripts/service.mjs';
import { rowsOf } from './hostile/stored.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    minutes: { type: 'string', default: '0.25' },
    clients: { type: 'string', default: '6' },
    every: { type: 'string', default: '1' },
  },
});
const MB = 1_048_576;
const MOST_MB_AN_HOUR = 1;
const LONG_ENOUGH_MINUTES = 20;
/** Of what is resident against the end of the first minute, and of what a collection leaves against the warm-up. */
const MOST_GROWTH = 1.3;
const RENEWAL_MS = 5 * 60_000;
const TICKETS = 20;
/** What writing leaves something in; retention bounds it (their sweeps have tests of their own). */
const GROWS = new Set([
  ...[
    'tickets',
    'messages',
    'events',
    'event_marks',
    'attachments',
    'ticket_participants',
    'ticket_tags',
    'read_marks',
  ],
  ...['sessions', 'refresh_tokens', 'audit_entries', 'webhook_deliveries', 'counters'],
  // The index of the words is one table to us, and several to SQLite.
  ...['', '_index', '_index_data', '_index_idx', '_index_docsize'].map((part) => `search_texts${part}`),
]);
const CUSTOMER = { tenant: 'acme', email: 'customer@example.com', password: 'a-long-script-password' };
const minutes = Number(options.minutes);
const environment = { ...PATIENT, LOG_LEVEL: 'error', WORKERS: '1' };
const installation = await createInstallation({
  engine: options.engine,
  environment,
  nodeOptions: ['--expose-gc', `--import=${new URL('memory/collect-on-signal.mjs', import.meta.url)}`],
});
const { url } = installation;
const done = new Map();

try {
  const service = await installation.start();
  await setUp(url, service);
  const tokens = { admin: await signIn(url) };
  await addPerson(url, tokens.admin, { name: 'customer', role: 'customer' });
  tokens.customer = await signIn(url, CUSTOMER.email);
  const grant = { name: 'key', scopes: ['tickets:read', 'tickets:write'] };
  const { key } = (await must(call(url, 'POST', '/api/v1/api-keys', grant, tokens.admin))).data;
  for (let n = 0; n < TICKETS; n++) await must(open(tokens.customer));
  const stop = new AbortController();
  const before = await rowsOf(installation);
  const renewing = setInterval(() => void renew(tokens), RENEWAL_MS);
  const clients = Array.from({ length: Number(options.clients) }, (_, n) => load(tokens, key, n, stop.signal));
  const { samples: all, kept } = await measure(service);
  const samples = all.slice(Math.floor(all.length / 3));
  const settled = all.find(({ seconds }) => seconds >= 60);
  stop.abort();
  clearInterval(renewing);
  await Promise.all(clients);
  await sleep(500);
  const after = await rowsOf(installation);
  await service.end('SIGTERM');
  report(samples, kept, before, after);
  if (settled) {
    const growth = samples.at(-1).rss / settled.rss;
    console.log(`  resident at the end / after the first minute: ${growth.toFixed(2)} (bar: ${MOST_GROWTH})`);
    if (growth > MOST_GROWTH) process.exitCode = 1;
  }
} finally {
  await installation.remove();
}

function open(token) {
  return call(url, 'POST', '/api/v1/tickets', { subject: 'S', description: 'D', category: 'general' }, token);
}

function upload(token) {
  const body = new FormData();
  body.append('file', new Blob(['x'.repeat(20_000)]), 'a.txt');
  return fetch(`${url}/api/v1/attachments`, { method: 'POST', body, headers: { authorization: `Bearer ${token}` } });
}

/** Access tokens end sooner than a long run. */
async function renew(tokens) {
  tokens.admin = await signIn(url);
  tokens.customer = await signIn(url, CUSTOMER.email);
}

/** What a client does, again and again: of a hundred requests so many of each. */
async function load(tokens, key, client, signal) {
  const get = (path, token) => call(url, 'GET', `/api/v1${path}`, undefined, token);
  const post = (path, body, token) => call(url, 'POST', `/api/v1${path}`, body, token);
  const number = 1 + (client % TICKETS);
  const steps = [
    [30, 'list', () => get('/tickets?limit=25', tokens.admin)],
    [25, 'read', () => get(`/tickets/${number}`, tokens.customer)],
    [12, 'thread', () => get('/tickets/1/messages', key)],
    [8, 'sorted', () => get('/tickets?sort=-created_at&status=open', tokens.admin)],
    [8, 'refused', () => get('/tickets', 'not-a-token')],
    [6, 'not found', () => get('/tickets/999999', tokens.customer)],
    [4, 'not valid', () => post('/tickets', { subject: 1 }, tokens.admin)],
    [4, 'message', () => post(`/tickets/${number}/messages`, { body: 'Text' }, tokens.admin)],
    [1, 'ticket', () => open(key)],
    [1, 'upload', () => upload(tokens.customer)],
    [1, 'sign-in', () => post('/auth/login', CUSTOMER)],
  ].flatMap(([times, ...step]) => Array(times).fill(step));
  for (let n = client * 17; !signal.aborted; n += 7) {
    const [what, step] = steps[n % steps.length];
    const answer = await step().catch(() => null);
    await answer?.arrayBuffer().catch(() => undefined);
    const name = `${what} ${answer?.status ?? 'cut'}`;
    done.set(name, (done.get(name) ?? 0) + 1);
  }
}

/** Memory over time, and what a collection leaves of the heap at the first third and at the end. */
async function measure(service) {
  const samples = [];
  const kept = [];
  const start = performance.now();
  const share = () => (performance.now() - start) / (minutes * 60_000);
  while (share() < 1) {
    await sleep(Number(options.every) * 1_000);
    samples.push({ seconds: (performance.now() - start) / 1_000, ...(await memoryOf()) });
    if (kept.length === 0 && share() >= 1 / 3) kept.push(await keptBy(service));
  }
  kept.push(await keptBy(service));
  return { samples, kept };
}

/** In bytes, as the service itself tells it. */
async function memoryOf() {
  const text = await fetch(`${url}/metrics`).then((answer) => answer.text());
  const read = (name) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)`, 'm').exec(text)?.[1] ?? 0);
  return { rss: read('process_resident_memory_bytes'), heap: read('nodejs_heap_size_used_bytes') };
}

/** What a collection leaves, in bytes. */
async function keptBy(service) {
  const told = () => [...service.output.matchAll(/\{"kept":(\d+)\}/g)];
  const before = told().length;
  service.child.kill('SIGUSR2');
  while (told().length === before) await sleep(10);
  return Number(told().at(-1)[1]);
}

/** By least squares, in MB an hour. */
function slopeOf(samples) {
  const mean = (list) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [x, y] = [samples.map(({ seconds }) => seconds / 3_600), samples.map(({ rss }) => rss / MB)];
  const [centre, middle] = [mean(x), mean(y)];
  const above = x.reduce((sum, each, n) => sum + (each - centre) * (y[n] - middle), 0);
  return above / x.reduce((sum, each) => sum + (each - centre) ** 2, 0);
}

function report(samples, kept, before, after) {
  const sum = [...done.values()].reduce((total, each) => total + each, 0);
  console.log(`${options.engine}: ${sum} requests in ${minutes} minutes by ${options.clients} clients`);
  const counted = [...done].sort().map(([name, count]) => `${name} × ${count}`);
  console.log(`  ${counted.join(', ')}`);
  const mb = (bytes) => (bytes / MB).toFixed(1);
  const [first, last] = [samples[0], samples.at(-1)];
  console.log(`  resident after the warm-up ${mb(first.rss)} MB, at the end ${mb(last.rss)} MB`);
  console.log(`  heap after the warm-up ${mb(first.heap)} MB, at the end ${mb(last.heap)} MB`);
  const growth = kept.at(-1) / kept[0];
  console.log(
    `  a collection leaves ${kept.map(mb).join(', then ')} MB: ${growth.toFixed(2)} times (bar: ${MOST_GROWTH})`,
  );
  const slope = slopeOf(samples);
  const isLong = minutes >= LONG_ENOUGH_MINUTES;
  console.log(`  slope ${slope.toFixed(1)} MB an hour (bar: ${isLong ? MOST_MB_AN_HOUR : 'none, too short a run'})`);
  const more = [...after].map(([table, rows]) => [table, rows - (before.get(table) ?? 0)]);
  const grown = more.filter(([, rows]) => rows !== 0);
  console.log(`  rows more: ${grown.map(([table, rows]) => `${table} ${rows}`).join(', ')}`);
  const written = [...done]
    .filter(([name]) => /201$|sign-in/.test(name))
    .reduce((total, [, count]) => total + count, 0);
  const wrong = grown.filter(([table, rows]) => !GROWS.has(table) || rows > 10 + written * 3);
  console.log(
    `  tables that grew by what leaves nothing (bar: 0): ${wrong.length} ${wrong.map(([table]) => table).join(' ')}`,
  );
  const bad = [...done].filter(([name]) => /cut$| 5\d\d$/.test(name)).map(([name]) => name);
  console.log(`  answers missing or 500 and above (bar: 0): ${bad.length} ${bad.join(', ')}`);
  const isFlat = growth <= MOST_GROWTH && (!isLong || slope < MOST_MB_AN_HOUR);
  process.exitCode = isFlat && wrong.length + bad.length === 0 ? 0 : 1;
}
