/**
 * node test/crash/kill-loop.mjs [--engine sqlite|mysql] [--rounds 20] [--writers 8]
 *
 * Kills the built service with SIGKILL while writers are at work, starts it again on the same data, and at the end looks
 * for everything it had acknowledged. Prints the counts and exits 1 when anything is lost or half done. `DB_URL` names
 * the MySQL server; the database is made and dropped here.
 */
import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { ready, ROOT } from '../../scripts/ready.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    rounds: { type: 'string', default: '20' },
    writers: { type: 'string', default: '8' },
  },
});
const PASSWORD = 'kill-loop-password';
const folder = mkdtempSync(join(tmpdir(), 'polydesk-kill-loop-'));
const port = await freePort();
const api = `http://127.0.0.1:${port}/api/v1`;
const database = options.engine === 'mysql' ? await mysqlDatabase() : null;
const environment = {
  ...process.env,
  DATA_DIR: folder,
  PORT: String(port),
  LOG_LEVEL: 'error',
  DB_ENGINE: options.engine,
  DB_URL: database?.url ?? '',
};

/** What the service has acknowledged. */
const acknowledged = { tickets: new Map(), messages: [] };
let refused = 0;

await ready({ build: true });
try {
  const first = await start();
  await setUp(first);
  const token = await signIn();
  await kill(first);
  for (let round = 1; round <= Number(options.rounds); round++) {
    const service = await start();
    const stop = new AbortController();
    const writers = Array.from({ length: Number(options.writers) }, () => write(token, stop.signal));
    await sleep(randomInt(250, 900));
    await kill(service);
    stop.abort();
    await Promise.all(writers);
  }
  const service = await start();
  const found = await audit(await signIn());
  await kill(service);
  console.log(`${options.engine}: ${options.rounds} kills under ${options.writers} writers`);
  console.log(`  acknowledged: ${acknowledged.tickets.size} tickets, ${acknowledged.messages.length} messages`);
  console.log(`  cut or refused while dying: ${refused}`);
  console.log(`  lost: ${found.lostTickets} tickets, ${found.lostMessages} messages`);
  console.log(`  changes without their event or events without their change: ${found.torn}`);
  process.exitCode = found.lostTickets + found.lostMessages + found.torn === 0 ? 0 : 1;
} finally {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
}

async function start() {
  const child = spawn(process.execPath, [join(ROOT, 'dist/main.js')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const service = { child, output: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => (service.output += chunk));
  for (let waited = 0; ; waited += 25) {
    if (child.exitCode !== null || waited > 20_000) throw new Error(`The service did not start:\n${service.output}`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) return service;
    await sleep(25);
  }
}

async function kill({ child }) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function setUp(service) {
  for (let waited = 0; !/"token":/.test(service.output) && waited < 2_000; waited += 50) await sleep(50);
  const token = /"token":"([\w-]+)"/.exec(service.output)?.[1];
  const owner = { name: 'Owner', email: 'owner@example.com', password: PASSWORD };
  await must(await call('POST', '/setup', { token, owner, tenant: { code: 'acme', name: 'Acme' } }));
  await must(await call('POST', '/categories', { name: 'General' }, await signIn()));
}

async function signIn() {
  const login = { tenant: 'acme', email: 'owner@example.com', password: PASSWORD };
  return (await must(await call('POST', '/auth/login', login))).data.access_token;
}

/** Opens tickets and answers them until told to stop; remembers what was acknowledged. */
async function write(token, signal) {
  while (!signal.aborted) {
    const subject = randomBytes(8).toString('hex');
    const opened = await attempt('/tickets', { subject, description: subject, category: 'general' }, token);
    if (!opened) continue;
    const { number } = opened.data;
    acknowledged.tickets.set(number, subject);
    const body = randomBytes(8).toString('hex');
    const posted = await attempt(`/tickets/${number}/messages`, { body }, token);
    if (posted) acknowledged.messages.push({ number, seq: posted.data.seq, body });
  }
}

async function attempt(path, body, token) {
  try {
    const answer = await call('POST', path, body, token);
    if (answer.status === 201) return await answer.json();
  } catch {
    await sleep(5);
  }
  refused++;
  return null;
}

/** Compares what is there with what was acknowledged, and every ticket with its events. */
async function audit(token) {
  const tickets = new Map();
  for (let cursor = ''; ;) {
    const page = await must(await call('GET', `/tickets?sort=created_at&limit=100${cursor}`, undefined, token));
    for (const ticket of page.data) tickets.set(ticket.number, ticket);
    if (!page.meta.has_more) break;
    cursor = `&cursor=${encodeURIComponent(page.meta.next_cursor)}`;
  }
  const messages = new Map();
  let torn = 0;
  for (const { number, message_count: count } of tickets.values()) {
    const thread = await must(await call('GET', `/tickets/${number}/messages?limit=100`, undefined, token));
    for (const { seq, body } of thread.data) messages.set(`${number}/${seq}`, body);
    const events = (await must(await call('GET', `/tickets/${number}/events?limit=100`, undefined, token))).data;
    const told = (type) => events.filter((event) => event.type === type).length;
    if (thread.data.length !== count || told('ticket.created') !== 1 || told('message.created') !== count - 1) torn++;
  }
  return {
    lostTickets: [...acknowledged.tickets].filter(([number, subject]) => tickets.get(number)?.subject !== subject)
      .length,
    lostMessages: acknowledged.messages.filter(({ number, seq, body }) => messages.get(`${number}/${seq}`) !== body)
      .length,
    torn,
  };
}

function call(method, path, body, token) {
  return fetch(`${api}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function must(answer) {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port: free } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return free;
}

async function mysqlDatabase() {
  const server = new URL(process.env.DB_URL ?? 'mysql://root@127.0.0.1:3306/polydesk_test');
  const name = `polydesk_test_${randomBytes(6).toString('hex')}`;
  const run = async (statement) => {
    const admin = new URL(server);
    admin.pathname = '';
    const connection = await createConnection(admin.href);
    await connection.query(statement);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name}`);
  server.pathname = `/${name}`;
  return { url: server.href, drop: () => run(`DROP DATABASE ${name}`) };
}
