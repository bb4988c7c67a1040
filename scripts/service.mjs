/**
 * The built service as a process of its own, on data of its own, for scripts that measure it or do it harm. `DB_URL`
 * names the MySQL server; databases on it are made and dropped here.
 */
import { spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { ready, ROOT } from './ready.mjs';

const PASSWORD = 'a-long-script-password';
/** Lets a service wait for whatever is asked of it at once, instead of turning some of it away. */
export const PATIENT = {
  RATE_LIMIT: 'off',
  MAX_QUEUED_REQUESTS: '10000',
  MAX_QUEUE_WAIT_MS: '60000',
  MAX_EVENT_LOOP_DELAY_MS: '0',
};
/** A schema takes longest to make where each of its statements goes to three nodes. */
const START_PATIENCE_MS = 60_000;
const ADMIN = { email: 'owner@example.com', password: PASSWORD };

/**
 * A place to run the service in: a port, a folder, a database on `server`. Nothing of it is left after `remove`.
 * `environment` is what every process started here is told.
 */
export async function createInstallation({ engine = 'sqlite', environment = {}, server, nodeOptions = [] } = {}) {
  await ready({ build: ['server'] });
  const folder = mkdtempSync(join(tmpdir(), 'polydesk-script-'));
  const database = engine === 'mysql' ? await mysqlDatabase(server) : null;
  const installation = await openInstallation({ engine, folder, database, environment, nodeOptions });
  return {
    ...installation,
    remove: async () => {
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same on a folder and a database that are there and stay. */
export async function openInstallation({ engine, folder, database = null, environment = {}, nodeOptions = [] }) {
  await ready({ build: ['server'] });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    DATA_DIR: folder,
    PORT: String(port),
    LOG_LEVEL: 'error',
    DB_ENGINE: engine,
    DB_URL: database?.url ?? '',
    ...environment,
  };
  return {
    url,
    port,
    folder,
    engine,
    database,
    /** What its processes are told. */
    env,
    /** Starts the service and waits until it serves. */
    start: async (more = {}) => serving(url, launch({ ...env, ...more }, { nodeOptions })),
    /** Starts one more process of it, on a port of its own, and waits until it serves. */
    startBeside: async (more = {}) => {
      const port = more.PORT ?? (await freePort());
      const url = `http://127.0.0.1:${port}`;
      return { url, ...(await serving(url, launch({ ...env, ...more, PORT: String(port) }))) };
    },
    /** Starts the service and waits for nothing; what it says on stderr is kept. */
    launch: (more = {}) => launch({ ...env, ...more }, { quiet: true }),
  };
}

function launch(env, { quiet = false, nodeOptions = [] } = {}) {
  const child = spawn(process.execPath, ['--max-semi-space-size=8', ...nodeOptions, join(ROOT, 'dist/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever becomes of the script, it leaves no process behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  const service = {
    child,
    output: '',
    errors: '',
    /** Code and signal, once it has ended. */
    exited,
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
  child.stdout.setEncoding('utf8').on('data', (chunk) => (service.output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    service.errors += chunk;
    if (!quiet) process.stderr.write(chunk);
  });
  return service;
}

async function serving(url, service) {
  const { child } = service;
  for (let waited = 0; ; waited += 25) {
    if (child.exitCode !== null || child.signalCode !== null || waited > START_PATIENCE_MS) {
      throw new Error(`The service did not start:\n${service.output}`);
    }
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.ok) return service;
    await sleep(25);
  }
}

/** Sets a fresh installation up with the tenant `acme` and its category `general`; `ADMIN` is owner and admin. */
export async function setUp(url, service) {
  for (let waited = 0; !/"token":/.test(service.output) && waited < 2_000; waited += 50) await sleep(50);
  const token = /"token":"([\w-]+)"/.exec(service.output)?.[1];
  const owner = { name: 'Owner', ...ADMIN };
  await must(call(url, 'POST', '/api/v1/setup', { token, owner, tenant: { code: 'acme', name: 'Acme' } }));
  await must(call(url, 'POST', '/api/v1/categories', { name: 'General' }, await signIn(url)));
}

/** An access token of somebody of `acme`; by default its admin. */
export async function signIn(url, email = ADMIN.email) {
  const login = { tenant: 'acme', email, password: PASSWORD };
  return (await must(call(url, 'POST', '/api/v1/auth/login', login))).data.access_token;
}

/** Creates somebody in `acme` who can sign in. */
export async function addPerson(url, token, { name, role, team_id }) {
  const email = `${name}@example.com`;
  const person = { name, email, role, password: PASSWORD, ...(team_id !== undefined && { team_id }) };
  return (await must(call(url, 'POST', '/api/v1/users', person, token))).data;
}

export function call(url, method, path, body, token, headers = {}) {
  return fetch(`${url}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** The body of an answer that must be a success. */
export async function must(pending) {
  const answer = await pending;
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/**
 * A port for a process that will listen on it soon: none of those that systems give to connections that go out, where a
 * stranger's might take it meanwhile.
 */
export async function freePort() {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    await new Promise((resolve) => server.close(resolve));
    if (isFree) return port;
  }
}

async function mysqlDatabase(address = process.env.DB_URL ?? 'mysql://root@127.0.0.1:3306/polydesk_test') {
  const server = new URL(address);
  const name = `polydesk_test_${randomBytes(6).toString('hex')}`;
  const run = async (statement) => {
    const admin = new URL(server);
    admin.pathname = '';
    const connection = await createConnection(admin.href);
    const result = await connection.query(statement);
    await connection.end();
    return result;
  };
  await run(`CREATE DATABASE ${name}`);
  server.pathname = `/${name}`;
  return { url: server.href, name, run, drop: () => run(`DROP DATABASE ${name}`) };
}
