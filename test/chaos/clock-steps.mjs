/**
 * npm run chaos -- clock-steps [--rounds 2] [--engine sqlite|mysql]
 *
 * The clock of the service steps an hour forth and an hour back, again and again, while it is written to. No change is
 * lost, numbers and threads stay in order, tokens end and do not end as they should. Needs libfaketime.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { call, createInstallation, must, setUp, signIn } from '../../scripts/service.mjs';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '2' }, engine: { type: 'string', default: 'sqlite' } },
});
const HOUR = 3_600;
const library = findLibrary() ?? (install() ? findLibrary() : null);
if (!library) {
  console.log('Skipped: libfaketime is not here and cannot be installed (Debian: apt-get install faketime)');
  process.exit(0);
}

const installation = await createInstallation({ engine: options.engine });
const { url } = installation;
const clock = join(installation.folder, 'clock');
const environment = {
  RATE_LIMIT: 'off',
  LOG_LEVEL: 'fatal',
  LD_PRELOAD: library,
  FAKETIME_TIMESTAMP_FILE: clock,
  FAKETIME_NO_CACHE: '1',
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  DONT_FAKE_MONOTONIC: '1',
};
const problems = [];
let token;
let refused = 0;

try {
  await step(0);
  const service = await installation.start(environment);
  await setUp(url, service);
  token = await signIn(url);
  const number = (await must(open())).data.number;
  const edited = (await must(open())).data.number;
  const stop = new AbortController();
  const work = [
    ...Array.from({ length: 4 }, () => editing(edited, stop.signal)),
    ...Array.from({ length: 3 }, () => answering(number, stop.signal)),
    ...Array.from({ length: 3 }, () => opening(stop.signal)),
  ];
  for (let round = 1; round <= Number(options.rounds); round++) {
    await sleep(1_000);
    await forth();
    await sleep(1_000);
    await back();
  }
  await sleep(1_000);
  stop.abort();
  const [edits, answers, numbers] = sum(await Promise.all(work));
  await check({ number, edited, edits, answers, numbers });
  await service.end('SIGTERM');
  console.log(`${options.engine}: ${options.rounds} times an hour forth and back`);
  console.log(`  ${edits} edits, ${answers.length} messages, ${numbers.length} tickets; refused meanwhile: ${refused}`);
  for (const problem of problems) console.log(`  broken: ${problem}`);
  if (problems.length === 0) console.log('  nothing lost, all in order, tokens behave');
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await installation.remove();
}

/** A token of before has ended; a new one is to be had and works. */
async function forth() {
  const before = token;
  await step(HOUR);
  const { status } = await me(before);
  expect(status === 401, `an hour later a token of 15 minutes answered ${status}`);
  token = await signIn(url);
  expect((await me(token)).status === 200, 'a token of now does not work');
}

/** A token of the hour that did not come is one of ours all the same, and what ended is good again. */
async function back() {
  const later = token;
  await step(0);
  expect((await me(later)).status === 200, 'a token of an hour ahead was refused after the clock went back');
  token = await signIn(url);
  expect((await me(token)).status === 200, 'a token of now does not work after the clock went back');
}

function me(given) {
  return call(url, 'GET', '/api/v1/auth/me', undefined, given);
}

function open() {
  return call(url, 'POST', '/api/v1/tickets', { subject: 'Time', description: 'Time', category: 'general' }, token);
}

/** Changes the ticket on the version it has read; answers how often it won. */
async function editing(number, signal) {
  let edits = 0;
  for (let turn = 0; !signal.aborted; turn++) {
    const read = await attempt(() => call(url, 'GET', `/api/v1/tickets/${number}`, undefined, token));
    if (!read) continue;
    const { version, custom } = read.data;
    const custom_ = { ...custom, edits: (custom.edits ?? 0) + 1 };
    const path = `/api/v1/tickets/${number}`;
    const changed = await attempt(() =>
      call(url, 'PATCH', path, { custom: custom_ }, token, { 'if-match': `W/"${version}"` }),
    );
    if (changed) edits++;
  }
  return { edits };
}

async function answering(number, signal) {
  const answers = [];
  while (!signal.aborted) {
    const body = randomUUID();
    const path = `/api/v1/tickets/${number}/messages`;
    const posted = await attempt(() => call(url, 'POST', path, { body }, token));
    if (posted) answers.push({ seq: posted.data.seq, body });
    await sleep(20);
  }
  return { answers };
}

async function opening(signal) {
  const numbers = [];
  while (!signal.aborted) {
    const opened = await attempt(open);
    if (opened) numbers.push(opened.data.number);
    await sleep(20);
  }
  return { numbers };
}

async function attempt(request) {
  const answer = await request();
  if (answer.ok) return answer.json();
  refused++;
  expect([401, 412, 503].includes(answer.status), `${answer.url} answered ${answer.status}`);
  await answer.arrayBuffer();
  return null;
}

async function check({ number, edited, edits, answers, numbers }) {
  const { data } = await must(call(url, 'GET', `/api/v1/tickets/${edited}`, undefined, token));
  expect((data.custom.edits ?? 0) === edits, `${edits} edits acknowledged, ${data.custom.edits} there`);
  expect(new Set(numbers).size === numbers.length, 'a number was given twice');
  const thread = [];
  for (let cursor = ''; ;) {
    const path = `/api/v1/tickets/${number}/messages?limit=100${cursor}`;
    const page = await must(call(url, 'GET', path, undefined, token));
    thread.push(...page.data);
    if (!page.meta.has_more) break;
    cursor = `&cursor=${encodeURIComponent(page.meta.next_cursor)}`;
  }
  const seqs = thread.map(({ seq }) => seq);
  const isOrdered = seqs.every((seq, at) => at === 0 || Math.abs(seq - seqs[at - 1]) === 1);
  expect(
    isOrdered && seqs.length === answers.length + 1,
    `the thread has ${seqs.length} messages for ${answers.length}`,
  );
  const bodies = new Map(thread.map(({ seq, body }) => [seq, body]));
  expect(
    answers.every(({ seq, body }) => bodies.get(seq) === body),
    'a message is lost or elsewhere',
  );
  const listed = new Set();
  for (let cursor = ''; ;) {
    const page = await must(call(url, 'GET', `/api/v1/tickets?sort=created_at&limit=50${cursor}`, undefined, token));
    for (const ticket of page.data) {
      expect(!listed.has(ticket.number), `ticket ${ticket.number} is listed twice`);
      listed.add(ticket.number);
    }
    if (!page.meta.has_more) break;
    cursor = `&cursor=${encodeURIComponent(page.meta.next_cursor)}`;
  }
  expect(
    numbers.every((each) => listed.has(each)),
    'a ticket is missing in the list',
  );
}

function sum(results) {
  return [
    results.reduce((total, { edits = 0 }) => total + edits, 0),
    results.flatMap(({ answers = [] }) => answers),
    results.flatMap(({ numbers = [] }) => numbers),
  ];
}

async function step(seconds) {
  writeFileSync(clock, `+${seconds}s\n`);
  await sleep(50);
}

function findLibrary() {
  const homes = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => join('/usr/lib', name, 'faketime')) : [];
  return homes.map((home) => join(home, 'libfaketimeMT.so.1')).find((path) => existsSync(path)) ?? null;
}

function install() {
  try {
    execFileSync('apt-get', ['install', '-y', '-qq', 'faketime'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function expect(holds, problem) {
  if (!holds) problems.push(problem);
}
