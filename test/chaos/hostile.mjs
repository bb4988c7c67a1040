/**
 * npm run chaos -- hostile [--engine sqlite|mysql] [--requests 1500] [--seed …] [--at-once 6]
 *
 * Sends the built service requests that mean no good, made of its own OpenAPI documents: values, bodies, paths, headers
 * and methods that nobody should send, credentials forged in every known way, and bytes that are not HTTP. None may
 * change anything, be answered with 500 or above, be answered otherwise than the document says, end the process, or hold
 * the event loop for longer than 200 ms. `--seed` repeats a run. The promise: `--requests 10000`.
 */
import { randomInt } from 'node:crypto';
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createInstallation, PATIENT } from '../../scripts/service.mjs';
import { readDocuments } from './hostile/documents.mjs';
import { randomOf } from './hostile/random.mjs';
import { Requests } from './hostile/requests.mjs';
import { setStage } from './hostile/stage.mjs';
import { ALLOWED, changesOf, digestOf } from './hostile/stored.mjs';
import { forgeriesOf } from './hostile/tokens.mjs';
import { BROKEN, send, talk } from './hostile/wire.mjs';

const LONGEST_HOLD_MS = 200;
const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    requests: { type: 'string', default: '1500' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    'at-once': { type: 'string', default: '6' },
  },
});
const total = Number(options.requests);
const environment = { ...PATIENT, LOG_LEVEL: 'warn', WORKERS: '1', DEFAULT_TENANT: 'acme' };
const installation = await createInstallation({ engine: options.engine, environment });
const { url } = installation;
const port = Number(new URL(url).port);

const violations = new Map();
const statuses = new Map();
const recent = [];
const held = [];
let sent = 0;

try {
  const service = await installation.start();
  const contracts = await readDocuments(url);
  const stage = await setStage(
    url,
    service,
    contracts.flatMap(({ dialect }) => dialect ?? []),
  );
  stage.daakey.signature = signatureOf(stage.daakey);
  const requests = new Requests(randomOf(Number(options.seed)), contracts, stage, forgeriesOf(stage));
  console.log(
    `${options.engine}, seed ${options.seed}: ${requests.operations.length} operations, ${requests.forgeries.length} forgeries, ${Object.keys(BROKEN).length} ways not to speak HTTP`,
  );
  const before = await digestOf(installation);
  await longestHold();
  const watching = new AbortController();
  const watch = watchLoop(watching.signal);
  await Promise.all(Array.from({ length: Number(options['at-once']) }, () => attack(requests, contracts)));
  for (const [what, pieces] of Object.entries(BROKEN)) await speakBroken(what, pieces);
  watching.abort();
  await watch;
  const confirmed = await confirmHolds();
  const alive = await fetch(`${url}/health/ready`).then(
    ({ status }) => status,
    () => 0,
  );
  const changed = changesOf(before, await digestOf(installation));
  const crashed = service.child.exitCode !== null || service.child.signalCode !== null;
  await service.end('SIGTERM');
  report({ alive, changed, crashed, confirmed, errors: unexpectedIn(service) });
} finally {
  await installation.remove();
}

async function attack(requests, contracts) {
  while (sent < total) {
    sent++;
    const request = requests.next();
    recent.push(request);
    if (recent.length > 200) recent.shift();
    judge(request, await sendQuietly(request), contracts);
  }
}

/** What Node refuses to put on the wire is no request. */
async function sendQuietly(request) {
  try {
    return await send(port, request);
  } catch {
    return { status: -1, type: '', headers: {} };
  }
}

function judge(request, answer, contracts) {
  const { status } = answer;
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  if (status === -1) return;
  const { operation, what, method, path, refused } = request;
  const name = `${method} ${operation?.path ?? path.slice(0, 80)} (${what})`;
  if (status === 0 && !/ECONNRESET|EPIPE|socket hang up/.test(answer.error))
    violate(`no answer: ${answer.error}`, name);
  if (status === 0) return;
  if (status >= 500) violate(`status ${status}`, name);
  if (refused && !refused.includes(status)) violate(`a forgery was answered ${status}`, name);
  else if (what !== 'reading' && operation && method !== 'GET' && status < 300)
    violate(`accepted with ${status}`, `${name} ${String(request.payload).slice(0, 200)}`);
  if (method === 'HEAD' || status < 200) return;
  const wrong = operation ? operation.contract.wrongIn(operation, answer) : wrongInStray(answer, path, contracts);
  if (wrong) violate(`not as documented: ${wrong}`, name);
  if (status >= 400 && !/^[A-Za-z0-9._-]{8,128}$/.test(answer.headers['x-request-id'] ?? ''))
    violate('no request id', name);
  if (answer.headers['x-content-type-options'] !== 'nosniff') violate('no security headers', name);
}

/** Of a path that is no operation's: a failure in the shape of the native API, or of the dialect whose path it is. */
function wrongInStray(answer, path, contracts) {
  if (answer.status < 400) return undefined;
  const wrongs = contracts.map((contract) => contract.wrongInFailure(answer));
  return wrongs.includes(undefined) ? undefined : `${wrongs[0]} (${path.slice(0, 60)})`;
}

async function speakBroken(what, pieces) {
  const status = await talk(port, pieces);
  statuses.set(status ?? 'closed', (statuses.get(status ?? 'closed') ?? 0) + 1);
  if (status !== null && status >= 500) violate(`status ${status}`, `not HTTP: ${what}`);
}

function violate(kind, name) {
  const names = violations.get(kind) ?? new Map();
  names.set(name, (names.get(name) ?? 0) + 1);
  violations.set(kind, names);
}

/** The longest time that the event loop was held since the last call, as the service itself has measured it. */
async function longestHold() {
  const text = await fetch(`${url}/metrics`).then(
    (answer) => answer.text(),
    () => '',
  );
  return Number(/^nodejs_eventloop_lag_max_seconds(?:\{[^}]*\})? (\S+)/m.exec(text)?.[1] ?? 0) * 1_000;
}

/** Remembers the requests during which the loop was held too long. */
async function watchLoop(signal) {
  while (!signal.aborted) {
    await sleep(250);
    const ms = await longestHold();
    if (ms > LONGEST_HOLD_MS) held.push({ ms, suspects: recent.slice(-80) });
  }
}

/** A busy machine holds a loop as well; a request that does so holds it again when it comes alone. */
async function confirmHolds() {
  const confirmed = [];
  for (const { ms, suspects } of held.slice(0, 10)) {
    for (const suspect of suspects) {
      let least = Infinity;
      for (let time = 0; time < 3 && least > LONGEST_HOLD_MS; time++) {
        await longestHold();
        await sendQuietly(suspect);
        least = Math.min(least, await longestHold());
      }
      if (least > LONGEST_HOLD_MS)
        confirmed.push(`${Math.round(least)} ms: ${suspect.method} ${suspect.path.slice(0, 80)} (${suspect.what})`);
    }
    if (confirmed.length > 0) console.log(`  the loop was held for ${Math.round(ms)} ms`);
  }
  return confirmed;
}

/** What the service itself takes for a mistake of its own. */
function unexpectedIn({ output, errors = '' }) {
  return `${output}\n${errors}`
    .split('\n')
    .filter((line) => /"level":(50|60)|unhandled|UnhandledPromise|Warning:/i.test(line));
}

function signatureOf({ code, secret }) {
  return () => {
    const fields = { agency_code: code, timestamp: Math.floor(Date.now() / 1_000) };
    const text = Buffer.from(JSON.stringify(fields)).toString('base64url');
    return `${text}.${createHmac('sha256', secret).update(text).digest('hex')}`;
  };
}

function report({ alive, changed, crashed, confirmed, errors }) {
  console.log(
    `  sent: ${sent} requests and ${Object.keys(BROKEN).length} broken ones; answered: ${[...statuses]
      .sort()
      .map(([status, count]) => `${status} × ${count}`)
      .join(', ')}`,
  );
  console.log(`  violations (bar: 0): ${violations.size}`);
  for (const [kind, names] of violations) {
    console.log(`    ${kind}: ${[...names.values()].reduce((sum, count) => sum + count, 0)} times`);
    for (const [name, count] of [...names].slice(0, 4)) console.log(`      ${count} × ${name}`);
  }
  console.log(
    `  ended or not ready afterwards (bar: no): ${crashed ? 'ended' : alive === 200 ? 'no' : `ready says ${alive}`}`,
  );
  console.log(`  errors and unhandled rejections in the log (bar: 0): ${errors.length}`);
  for (const line of errors.slice(0, 5)) console.log(`    ${line.slice(0, 400)}`);
  console.log(
    `  tables and files changed, but for ${ALLOWED.join(', ')} (bar: 0): ${changed.length} ${changed.join(' ')}`,
  );
  console.log(
    `  loop held > ${LONGEST_HOLD_MS} ms while all of this went on: ${held.length} times; by a request alone (bar: 0): ${confirmed.length}`,
  );
  for (const line of confirmed) console.log(`    ${line}`);
  const good = violations.size + errors.length + changed.length + confirmed.length === 0 && !crashed && alive === 200;
  process.exitCode = good ? 0 : 1;
}
