/**
 * npm run chaos -- kill-loop [--engine sqlite|mysql] [--victim app|database|both] [--rounds 5] [--acknowledged 0]
 *   [--writers 8] [--workers 1]
 *
 * Kills the built service, its database or both with SIGKILL while writers are at work, starts them again on the same
 * data, and at the end looks for everything that was acknowledged: the writers keep a ledger, on disk before it counts.
 * `--acknowledged` is how many writes there must have been at least. Exits 1 when anything is lost or half done.
 * The promise: `--rounds 100 --acknowledged 20000 --writers 24`, on each engine.
 */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openLedger } from '../../scripts/ledger.mjs';
import { createMariadb } from '../../scripts/mariadb.mjs';
import { call, createInstallation, must, setUp, signIn } from '../../scripts/service.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    victim: { type: 'string', default: 'app' },
    rounds: { type: 'string', default: '5' },
    acknowledged: { type: 'string', default: '0' },
    writers: { type: 'string', default: '8' },
    workers: { type: 'string', default: '1' },
  },
});
const { engine, victim } = options;
const rounds = Number(options.rounds);
const MESSAGES = 12;
const TOKEN_LIFE_MS = 5 * 60_000;

if (engine === 'sqlite' && victim !== 'app') throw new Error('SQLite lives in the app: --victim app kills both');
const mariadb = victim === 'app' ? null : await createMariadb();
if (victim !== 'app' && !mariadb) process.exit(0);
const environment = { RATE_LIMIT: 'off', LOG_LEVEL: 'fatal', WORKERS: options.workers };
const installation = await createInstallation({ engine, environment, server: mariadb?.url });
const { url } = installation;
const ledger = openLedger(join(installation.folder, 'ledger'));
let count = 0;
let refused = 0;
let broken = 0;
let service;
let token;
let tokenSince = 0;

try {
  service = await installation.start();
  await setUp(url, service);
  const start = performance.now();
  for (let round = 1; round <= rounds; round++) await killOnce((Number(options.acknowledged) * round) / rounds);
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  service ??= await installation.start();
  const found = await audit(await signIn(url), ledger.read());
  console.log(`${engine}, ${victim} killed ${rounds} times under ${options.writers} writers in ${minutes} minutes`);
  console.log(`  acknowledged: ${found.acknowledged.join(', ')}; ${count} in all (bar: ${options.acknowledged})`);
  console.log(`  cut or refused while something was dead: ${refused}`);
  console.log(`  lost: ${found.lost.length} (bar: 0) ${found.lost.slice(0, 5).join(' ')}`);
  console.log(
    `  half done: ${found.torn.length} of ${found.tickets} tickets (bar: 0) ${found.torn.slice(0, 5).join(' ')}`,
  );
  console.log(`  answered 500: ${broken} (bar: 0)`);
  const isKept = found.lost.length + found.torn.length + broken === 0;
  process.exitCode = isKept && count >= Number(options.acknowledged) ? 0 : 1;
} finally {
  service?.child.kill('SIGKILL');
  await mariadb?.start();
  await installation.remove();
  await mariadb?.remove();
}

/** One life of the victim, until so many writes were acknowledged and a little more. */
async function killOnce(goal) {
  service ??= await installation.start();
  if (performance.now() - tokenSince > TOKEN_LIFE_MS || !token) {
    token = await signIn(url);
    tokenSince = performance.now();
  }
  const stop = new AbortController();
  const writers = Array.from({ length: Number(options.writers) }, () => write(stop.signal));
  await sleep(randomInt(150, 700));
  for (let waited = 0; count < goal && waited < 60_000; waited += 10) await sleep(10);
  if (victim !== 'app') await mariadb.end('SIGKILL');
  if (victim !== 'database') {
    await service.end('SIGKILL');
    service = null;
  }
  // The service that is left must find its database again by itself, under the same writers.
  if (victim !== 'app') await mariadb.start();
  if (victim === 'database') await sleep(1_500);
  stop.abort();
  await Promise.all(writers);
}

/** Opens tickets and answers them, now and then with a file, until told to stop; records what was acknowledged. */
async function write(signal) {
  while (!signal.aborted) {
    const subject = randomBytes(8).toString('hex');
    const opened = await attempt('/tickets', { subject, description: subject, category: 'general' });
    if (!opened) continue;
    const { number } = opened;
    await record({ kind: 'ticket', number, subject });
    for (let turn = 1; turn <= MESSAGES && !signal.aborted; turn++) {
      const body = randomBytes(8).toString('hex');
      const file = turn % 6 === 0 ? await upload() : null;
      const given = { body, ...(file && { attachment_ids: [file.id] }) };
      const posted = await attempt(`/tickets/${number}/messages`, given);
      if (posted) await record({ kind: 'message', number, seq: posted.seq, body, file });
    }
  }
}

async function record(entry) {
  await ledger.record(entry);
  count++;
}

async function upload() {
  const bytes = randomBytes(randomInt(100, 30_000));
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]);
  const stored = await attempt('/attachments', payload, { 'content-type': 'multipart/form-data; boundary=b' });
  return stored && { id: stored.id, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The data of a 201, else null. */
async function attempt(path, body, headers = { 'content-type': 'application/json' }) {
  try {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}` },
      body: Buffer.isBuffer(body) ? body : JSON.stringify(body),
    });
    const { data } = await answer.json();
    if (answer.status === 201) return data;
    if (answer.status === 500) broken++;
  } catch {
    // Cut: nobody knows what became of it, and nothing was promised.
  }
  await sleep(5);
  refused++;
  return null;
}

/** What is read when all is over, however often it takes: the machine may be busy with something else. */
async function read(path, auditor) {
  return must(patiently(path, auditor));
}

async function patiently(path, auditor) {
  for (;;) {
    const answer = await call(url, 'GET', `/api/v1${path}`, undefined, auditor);
    if (answer.status !== 503) return answer;
    await sleep(200);
  }
}

/** Compares what is there with the ledger, and every ticket with its events and its files. */
async function audit(auditor, entries) {
  const tickets = new Map();
  for (let cursor = ''; ;) {
    const page = await read(`/tickets?sort=created_at&limit=100${cursor}`, auditor);
    for (const ticket of page.data) tickets.set(ticket.number, ticket);
    if (!page.meta.has_more) break;
    cursor = `&cursor=${encodeURIComponent(page.meta.next_cursor)}`;
  }
  const messages = new Map();
  const torn = [];
  const waiting = [...tickets.values()];
  const look = async () => {
    for (let ticket = waiting.pop(); ticket; ticket = waiting.pop()) {
      const { number, message_count: expected } = ticket;
      const thread = await read(`/tickets/${number}/messages?limit=100`, auditor);
      const events = await read(`/tickets/${number}/events?limit=100`, auditor);
      for (const message of thread.data) messages.set(`${number}/${message.seq}`, message);
      const told = (type) => events.data.filter((event) => event.type === type).length;
      const seqs = thread.data.map(({ seq }) => seq).sort((a, b) => a - b);
      const isGapless = seqs.every((seq, at) => seq === at + 1);
      const isWhole = thread.data.length === expected && told('message.created') === expected - 1;
      const files = thread.data.flatMap(({ attachments }) => attachments ?? []);
      const areThere = (await Promise.all(files.map(({ id, sha256 }) => hasBytes(id, sha256, auditor)))).every(Boolean);
      if (!isGapless || !isWhole || told('ticket.created') !== 1 || !areThere) torn.push(number);
    }
  };
  await Promise.all(Array.from({ length: 8 }, look));
  const isThere = (entry) => {
    if (entry.kind === 'ticket') return tickets.get(entry.number)?.subject === entry.subject;
    const message = messages.get(`${entry.number}/${entry.seq}`);
    const file = message?.attachments?.find(({ id }) => id === entry.file?.id);
    return message?.body === entry.body && (!entry.file || file?.sha256 === entry.file.sha256);
  };
  const kinds = { tickets: 'ticket', messages: 'message' };
  return {
    tickets: tickets.size,
    torn,
    lost: entries.filter((entry) => !isThere(entry)).map(({ kind, number, seq }) => `${kind} ${number}/${seq ?? 1}`),
    acknowledged: [
      ...Object.entries(kinds).map(
        ([name, kind]) => `${entries.filter((entry) => entry.kind === kind).length} ${name}`,
      ),
      `${entries.filter(({ file }) => file).length} files`,
    ],
  };
}

async function hasBytes(id, sha256, auditor) {
  const answer = await patiently(`/attachments/${id}/content`, auditor);
  const bytes = Buffer.from(await answer.arrayBuffer());
  return answer.ok && createHash('sha256').update(bytes).digest('hex') === sha256;
}
