/**
 * npm run chaos -- disk-full
 *
 * On small file systems of its own (tmpfs, which root may mount): first the attachments' folder is full, then read-only,
 * then the file system of SQLite itself is full. Uploads answer 507 or 503, leave no row and no half of a file, what was
 * there is served whole, tickets without files keep working, and all works again once there is room.
 */
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, createInstallation, must, setUp, signIn } from '../../scripts/service.mjs';

const environment = { RATE_LIMIT: 'off', LOG_LEVEL: 'fatal' };
const ticket = { subject: 'Room', description: 'Room', category: 'general' };
const problems = [];
let token;
let url;

for (const scenario of [attachmentsFull, databaseFull]) {
  const installation = await createInstallation({ environment });
  const mounts = [];
  const mount = (path, options) => {
    mkdirSync(path, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path], { stdio: 'pipe' });
    mounts.push(path);
  };
  let service;
  try {
    url = installation.url;
    await scenario(installation, mount, async (more) => {
      service = await installation.start(more);
      await setUp(url, service);
      token = await signIn(url);
    });
  } catch (error) {
    if (!/mount/.test(error.message) || service) throw error;
    console.log(
      `Skipped: a small file system cannot be mounted here, which needs root (${error.message.split('\n')[0]})`,
    );
    process.exitCode = 0;
    break;
  } finally {
    await service?.end('SIGKILL');
    for (const path of mounts.reverse()) execFileSync('umount', ['-l', path]);
    await installation.remove();
  }
}
for (const problem of problems) console.log(`  broken: ${problem}`);
if (problems.length > 0) process.exitCode = 1;

async function attachmentsFull({ folder }, mount, start) {
  const shelf = join(folder, 'attachments');
  mount(shelf, 'size=3m,mode=700');
  await start();
  const kept = [];
  let full = null;
  for (let count = 0; count < 60 && full === null; count++) {
    const bytes = randomBytes(150_000);
    const answer = await upload(bytes);
    if (answer.status === 201) kept.push({ id: answer.data.id, bytes });
    else full = answer.status;
  }
  const uploads = await Promise.all(Array.from({ length: 10 }, () => upload(randomBytes(600_000))));
  const large = uploads.map(({ status }) => status);
  console.log(
    `Attachments' disk full: ${kept.length} files kept, then ${full}; ten more: ${[...new Set(large)]} (bar: 507)`,
  );
  expect(full === 507 && large.every((status) => status === 507), `full: ${full}, ${large}`);
  const opened = await call(url, 'POST', '/api/v1/tickets', ticket, token);
  expect(opened.status === 201, `full: a ticket without files answered ${opened.status}`);
  const files = readdirSync(shelf, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length === kept.length, `full: ${files.length} files for ${kept.length} rows`);
  await allWhole('full', kept);

  execFileSync('mount', ['-o', 'remount,ro', shelf]);
  const readOnly = await upload(randomBytes(10));
  const ready = await call(url, 'GET', '/health/ready');
  const another = await call(url, 'POST', '/api/v1/tickets', ticket, token);
  console.log(`Read-only: an upload ${readOnly.status} (bar: 503), ready ${ready.status}, a ticket ${another.status}`);
  expect(readOnly.status === 503 && ready.status === 503 && another.status === 201, 'read-only');
  await allWhole('read-only', kept);

  execFileSync('mount', ['-o', 'remount,rw,size=8m', shelf]);
  const again = await upload(randomBytes(600_000));
  console.log(`With room again: an upload ${again.status}, ready ${(await call(url, 'GET', '/health/ready')).status}`);
  expect(again.status === 201, `with room again: ${again.status}`);
}

async function databaseFull({ folder }, mount, start) {
  const home = join(folder, 'database');
  mount(home, 'size=24m,mode=700');
  await start({ DB_URL: join(home, 'desk.sqlite') });
  const before = await must(call(url, 'POST', '/api/v1/tickets', ticket, token));
  // All but a little of what is left.
  const { bavail, bsize } = statfsSync(home);
  writeFileSync(join(home, 'ballast'), Buffer.alloc(bavail * bsize - 1_600_000));
  const description = randomBytes(9_000).toString('hex');
  const statuses = {};
  const acknowledged = [];
  for (let count = 0; count < 150; count++) {
    const answer = await call(url, 'POST', '/api/v1/tickets', { ...ticket, description }, token);
    const { data } = await answer.json();
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    if (answer.status === 201) acknowledged.push(data.number);
  }
  const read = await call(url, 'GET', `/api/v1/tickets/${before.data.number}`, undefined, token);
  console.log(`SQLite's disk full: ${JSON.stringify(statuses)} (bar: 201, then 507 or 503), reads: ${read.status}`);
  const others = Object.keys(statuses).filter((status) => !['201', '503', '507'].includes(status));
  expect(
    others.length === 0 && (statuses[507] ?? 0) + (statuses[503] ?? 0) > 0,
    `database full: ${JSON.stringify(statuses)}`,
  );
  expect(read.status === 200, `database full: a read answered ${read.status}`);

  rmSync(join(home, 'ballast'));
  const again = await call(url, 'POST', '/api/v1/tickets', ticket, token);
  let lost = 0;
  for (const number of acknowledged) {
    const found = await call(url, 'GET', `/api/v1/tickets/${number}`, undefined, token);
    if (!found.ok || (await found.json()).data.description !== description) lost++;
  }
  console.log(
    `With room again: a ticket ${again.status}; of ${acknowledged.length} acknowledged, lost: ${lost} (bar: 0)`,
  );
  expect(again.status === 201 && lost === 0, `database with room again: ${again.status}, lost ${lost}`);
}

async function upload(bytes) {
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
  const answer = await fetch(`${url}/api/v1/attachments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=b' },
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
  }).catch((error) => error);
  if (!(answer instanceof globalThis.Response)) return { status: `cut (${answer.cause?.code})` };
  return { status: answer.status, ...(await answer.json()) };
}

async function allWhole(when, kept) {
  for (const { id, bytes } of kept) {
    const answer = await call(url, 'GET', `/api/v1/attachments/${id}/content`, undefined, token);
    const sum = createHash('sha256')
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest('hex');
    const isWhole = answer.status === 200 && sum === createHash('sha256').update(bytes).digest('hex');
    expect(isWhole, `${when}: file ${id} answered ${answer.status} or is not whole`);
  }
}

function expect(holds, problem) {
  if (!holds) problems.push(problem);
}
