/**
 * The built service as a process of its own, on data of its own, for scripts that measure it or do it harm. `DB_URL`
 * names the MySQL server; databases on it are made and dropped here.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { ready, ROOT } from './ready.mjs';

const PASSWORD = 'a-long-script-password';
const ADMIN = { email: 'owner@example.com', password: PASSWORD };

/** A place to run the service in: a port, a folder, a database. Nothing of it is left after `remove`. */
export async function createInstallation({ engine = 'sqlite', environment = {} } = {}) {
  await ready({ build: true });
  const folder = mkdtempSync(join(tmpdir(), 'polydesk-script-'));
  const port = await freePort();
  const database = engine === 'mysql' ? await mysqlDatabase() : null;
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
    folder,
    engine,
    database,
    /** Starts the service and waits until it serves. */
    start: () => start(url, env),
    /** Starts one more process of it, on a port of its own, and waits until it serves. */
    startBeside: async () => {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      return { url, ...(await start(url, { ...env, PORT: String(port) })) };
    },
    remove: async () => {
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function start(url, env) {
  const child = spawn(process.execPath, ['--max-semi-space-size=8', join(ROOT, 'dist/main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Whatever becomes of the script, it leaves no process behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const service = {
    child,
    output: '',
    end: async (signal) => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    },
  };
  child.stdout.setEncoding('utf8').on('data', (chunk) => (service.output += chunk));
  for (let waited = 0; ; waited += 25) {
    if (child.exitCode !== null || waited > 20_000) throw new Error(`The service did not start:\n${service.output}`);
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

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
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
