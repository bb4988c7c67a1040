/**
 * npm run chaos -- start
 *
 * Starts the service with what it cannot use. Each time it must end with another code than 0 within 5 s and name every
 * wrong variable, never a value. It also starts while its database is away, and never answers before the schema is
 * right.
 */
import { createServer } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createHole } from '../../scripts/hole.mjs';
import { createInstallation, freePort } from '../../scripts/service.mjs';

const BAR_MS = 5_000;
const sqlite = await createInstallation();
const mysql = await createInstallation({ engine: 'mysql' });
const own = new URL(mysql.database.url);
const problems = [];

try {
  const taken = await freePort();
  const busy = createServer().listen(taken, '127.0.0.1');
  const hole = await createHole(Number(own.port || 3306));
  hole.swallow();
  const file = join(sqlite.folder, 'a-file');
  writeFileSync(file, 'not a database, whatever its name is, and not a folder either');
  const at = (change) => {
    const url = new URL(own);
    change(url);
    return { DB_URL: url.href };
  };
  const unused = await freePort();
  const s3 = { STORAGE_DRIVER: 's3', S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'hush-id', S3_SECRET_ACCESS_KEY: 'hush-secret' };
  const secrets = { JWT_SECRET: 'hush'.repeat(10), APP_KEY: 'hush'.repeat(11) };
  const cases = [
    [
      'several at once',
      sqlite,
      { PORT: '99999', LOG_LEVEL: 'loud', WORKERS: '0', S3_REGION: 'A B' },
      ['PORT', 'LOG_LEVEL', 'WORKERS', 'S3_REGION'],
    ],
    ['several workers on SQLite', sqlite, { WORKERS: '2' }, ['WORKERS']],
    [
      'S3 without its settings',
      sqlite,
      { STORAGE_DRIVER: 's3' },
      ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
    ],
    ['S3 at no address', sqlite, { ...s3, S3_ENDPOINT: 'minio' }, ['S3_ENDPOINT']],
    ['a port that is taken', sqlite, { PORT: String(taken) }, ['PORT']],
    ['a host that is not ours', sqlite, { PORT: '0', HOST: '203.0.113.7' }, ['HOST']],
    ['a data folder that is a file', sqlite, { DATA_DIR: file }, ['DATA_DIR']],
    ['the same on MySQL', mysql, { DATA_DIR: file }, ['DATA_DIR']],
    ['the same for attachments only', mysql, { DATA_DIR: file, ...secrets }, ['DATA_DIR']],
    ['a database file that is none', sqlite, { DB_URL: file }, ['DB_URL']],
    ['no database server', mysql, at((url) => (url.port = String(unused))), ['DB_URL']],
    ['a server that does not answer', mysql, at((url) => (url.port = String(hole.port))), ['DB_URL']],
    ['no address of a server', mysql, at((url) => (url.password = 'hush%zz')), ['DB_URL']],
    ['no such database', mysql, at((url) => (url.pathname = '/none_such')), ['DB_URL']],
    [
      'a wrong password',
      mysql,
      at((url) => Object.assign(url, { username: 'hush-user', password: 'hush-word' })),
      ['DB_URL'],
    ],
    [
      'all that lies outside of it',
      mysql,
      { PORT: String(taken), DATA_DIR: file, DB_WAIT_SECONDS: '30', ...at((url) => (url.port = String(unused))) },
      ['PORT', 'DATA_DIR', 'DB_URL'],
    ],
    ['a cluster that is none', mysql, { DB_READ_YOUR_WRITES: 'on' }, ['DB_READ_YOUR_WRITES']],
    ['all of that with workers', mysql, { WORKERS: '2', ...at((url) => (url.port = String(unused))) }, ['DB_URL']],
  ];
  for (const [what, installation, environment, names] of cases) await mustEnd(what, installation, environment, names);
  busy.close();
  hole.close();
  await startWithoutDatabase();
  await neverTooSoon();
  for (const problem of problems) console.log(`  broken: ${problem}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await sqlite.remove();
  await mysql.remove();
}

async function mustEnd(what, installation, environment, names) {
  const start = performance.now();
  const service = installation.launch({ NODE_ENV: 'development', ...environment });
  const ended = await Promise.race([service.exited, sleep(15_000, null)]);
  const ms = Math.round(performance.now() - start);
  service.child.kill('SIGKILL');
  const said = service.errors.match(/^ +- (\w+):/gm)?.map((line) => line.replace(/[^\w]/g, '')) ?? [];
  console.log(`${what}: ended with ${ended?.code} after ${ms} ms, naming ${said.join(', ') || 'nothing'}`);
  expect(ended?.code > 0 && ms <= BAR_MS, `${what}: ${ended?.code} after ${ms} ms (bar: ${BAR_MS})`);
  expect(said.toSorted().join() === names.toSorted().join(), `${what}: named ${said}; it said: ${service.errors}`);
  const values = Object.values(environment).filter((value) => value.length > 4 && value !== 'sqlite');
  const shown = [...values, 'hush'].filter((value) => service.errors.includes(value));
  expect(shown.length === 0, `${what}: showed ${shown}`);
}

/** A server that comes a little later than we do, if we were told to wait. */
async function startWithoutDatabase() {
  const hole = await createHole(Number(own.port || 3306));
  const url = new URL(own);
  url.port = String(hole.port);
  hole.close();
  const service = mysql.launch({ DB_URL: url.href, DB_WAIT_SECONDS: '30' });
  await sleep(4_000);
  const waits = service.child.exitCode === null;
  const later = await createHole(Number(own.port || 3306), hole.port);
  let answer = null;
  for (let waited = 0; !answer?.ok && waited < 10_000; waited += 50) {
    await sleep(50);
    answer = await fetch(`${mysql.url}/health/ready`).catch(() => null);
  }
  await service.end('SIGTERM');
  later.close();
  console.log(`A database that comes 4 s late: waited ${waits}, then ready ${answer?.status}`);
  expect(waits && answer?.ok, 'did not wait for its database');
}

/** Nothing is answered until everything can be. */
async function neverTooSoon() {
  const folder = join(sqlite.folder, 'fresh');
  mkdirSync(folder);
  const service = sqlite.launch({ DATA_DIR: folder });
  const first = [];
  for (let waited = 0; first.length === 0 && waited < 15_000; waited += 5) {
    await sleep(5);
    const answers = await Promise.all(
      ['/health/ready', '/api/v1/tickets'].map((path) => fetch(`${sqlite.url}${path}`).catch(() => null)),
    );
    first.push(...answers.filter(Boolean).map(({ status }) => status));
  }
  await service.end('SIGTERM');
  console.log(`The first answers of a fresh start: ${first} (bar: 200 ready, 401)`);
  expect(
    first.every((status) => status === 200 || status === 401),
    `the first answers were ${first}`,
  );
}

function expect(holds, problem) {
  if (!holds) problems.push(problem);
}
