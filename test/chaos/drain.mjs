/**
 * npm run chaos -- drain [--rounds 2] [--engine sqlite|mysql] [--workers 1] [--clients 16]
 *
 * SIGTERM while clients are at work, among them uploads that take their time and connections that idle. A client opens
 * a new connection whenever its own was closed and sends nothing twice. Every request that was sent must be answered,
 * readiness must fail within a second, and the process must end with 0 within 30.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createInstallation, setUp, signIn } from '../../scripts/service.mjs';
import { Refused, Unanswered, WireClient } from '../../scripts/wire-client.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '2' },
    engine: { type: 'string', default: 'sqlite' },
    workers: { type: 'string', default: '1' },
    clients: { type: 'string', default: '16' },
  },
});
const environment = { WORKERS: options.workers, LOG_LEVEL: 'warn', RATE_LIMIT: 'off' };
const installation = await createInstallation({ engine: options.engine, environment });
const { url, port } = installation;
const UPLOAD_MS = 4_000;

const worst = { unready: 0, exit: 0 };
const failures = [];
let answered = 0;
let token;

try {
  for (let round = 1; round <= Number(options.rounds); round++) await drainOnce();
  console.log(
    `${options.rounds} times SIGTERM under ${options.clients} clients, ${options.engine}, workers: ${options.workers}`,
  );
  console.log(`  requests answered: ${answered}; sent and not answered: ${failures.length} (bar: 0)`);
  console.log(`  readiness 503 after at most ${worst.unready} ms (bar: 1000)`);
  console.log(`  exit 0 after at most ${worst.exit} ms (bar: 30000)`);
  for (const failure of failures.slice(0, 10)) console.log(`  ${failure}`);
  process.exitCode = failures.length === 0 && worst.unready <= 1_000 && worst.exit <= 30_000 ? 0 : 1;
} finally {
  await installation.remove();
}

async function drainOnce() {
  const service = await installation.start();
  if (!token) await setUp(url, service);
  token = await signIn(url);
  const idle = await Promise.all(Array.from({ length: 20 }, () => idleConnection()));
  const gone = new AbortController();
  const work = Array.from({ length: Number(options.clients) }, (_, at) => client(at, gone.signal));
  const uploads = Array.from({ length: 3 }, () => slowUpload());
  await sleep(1_000);
  const start = performance.now();
  service.child.kill('SIGTERM');
  const since = () => Math.round(performance.now() - start);
  const watch = watchReadiness(since);
  const { code, signal } = await service.exited;
  gone.abort();
  worst.exit = Math.max(worst.exit, since());
  worst.unready = Math.max(worst.unready, await watch);
  if (code !== 0) failures.push(`ended with ${code ?? signal}`);
  await Promise.all([...work, ...uploads]);
  for (const connection of idle) connection.close();
}

async function idleConnection() {
  const connection = new WireClient(port);
  await connection.send('GET', '/health/live');
  return connection;
}

async function client(at, signal) {
  const connection = new WireClient(port, { authorization: `Bearer ${token}` });
  for (let turn = at; !signal.aborted; turn++) {
    const request =
      turn % 4 === 0
        ? ['POST', '/api/v1/tickets', { body: { subject: 'Drain', description: 'Drain', category: 'general' } }]
        : ['GET', '/api/v1/tickets?limit=10'];
    if (!(await attempt(connection, request))) return;
  }
}

/** Whether there was somebody to send it to. */
async function attempt(connection, request) {
  try {
    const { status } = await connection.send(...request);
    answered++;
    if (status >= 400) failures.push(`${request[0]} ${request[1]} answered ${status}`);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    if (!(error instanceof Unanswered)) throw error;
    failures.push(error.message);
    return true;
  }
}

/** An upload that began well before the signal and ends long after it. */
async function slowUpload() {
  const connection = new WireClient(port, { authorization: `Bearer ${token}` });
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), Buffer.alloc(200_000, 1), Buffer.from('\r\n--b--\r\n')]);
  const pace = async (socket, payload) => {
    const step = Math.ceil(payload.length / 40);
    for (let sent = 0; sent < payload.length; sent += step) {
      socket.write(payload.subarray(sent, sent + step));
      await sleep(UPLOAD_MS / 40);
    }
  };
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  await attempt(connection, ['POST', '/api/v1/attachments', { body, headers, pace }]);
}

/** Asks again and again without waiting for the answer before, as several balancers do. */
async function watchReadiness(since) {
  let unready = null;
  while (unready === null) {
    void fetch(`${url}/health/ready`)
      .catch(() => ({ status: 503 }))
      .then(({ status }) => status === 503 && (unready ??= since()));
    await sleep(50);
  }
  return unready;
}
