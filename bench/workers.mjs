/**
 * node bench/workers.mjs [--database polydesk_bench] [--seconds 8] [--rounds 3] [--connections 64] [--path /health/live]
 *
 * How much more two workers answer than one, of a read that asks no database: how many statements
 * it was sent is printed. The load comes from wrk (a Debian package), which needs a fraction of the processor time that
 * the service does, printed too. What the machine itself gives two busy processes is measured beside it: processors that
 * are threads of one core give hardly more than one. Each worker is asked until its code is compiled before it counts.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { call, must } from '../scripts/service.mjs';
import { processorMs } from './processes.mjs';
import { descriptionOf, nameOf, openSeeded } from './seeded.mjs';

const { values: options } = parseArgs({
  options: {
    database: { type: 'string' },
    seconds: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '64' },
    path: { type: 'string', default: '/health/live' },
  },
});
const WARM_UP_SECONDS = 10;
const seconds = Number(options.seconds);
const seeded = descriptionOf('mysql', nameOf(options));
execFileSync('which', ['wrk'], { stdio: 'ignore' });

const ceilings = [];
const ratios = [];
for (let round = 0; round < Number(options.rounds); round++) {
  ceilings.push(await ceiling());
  const one = await measure(1);
  const two = await measure(2);
  ratios.push(two.perSecond / one.perSecond);
  for (const [workers, { perSecond, service, load, statements }] of Object.entries({ 1: one, 2: two })) {
    const used = `of processors the service used ${service.toFixed(2)}, wrk ${load.toFixed(2)}`;
    console.log(
      `${workers} worker(s): ${perSecond.toFixed(0)} requests/s, ${statements.toFixed(0)} statements/s; ${used}`,
    );
  }
}
console.log(`Two workers / one: ${told(ratios)}; two processes that only calculate / one: ${told(ceilings)}`);

function told(list) {
  const [median] = list.toSorted((a, b) => a - b).slice(list.length >> 1);
  return `${median.toFixed(2)} (median of ${list.map((each) => each.toFixed(2)).join(', ')})`;
}

/** How much more two processes calculate in a time than one does. */
async function ceiling() {
  const alone = await calculate();
  const beside = await Promise.all([calculate(), calculate()]);
  return (2 * alone) / Math.max(...beside);
}

async function calculate() {
  const started = performance.now();
  await once(spawn(process.execPath, ['-e', 'let sum = 0; for (let n = 0; n < 1e9; n++) sum += n % 7;']), 'exit');
  return performance.now() - started;
}

async function measure(workers) {
  const installation = await openSeeded(seeded, { environment: { WORKERS: String(workers) } });
  const service = await installation.start();
  try {
    const { code, agent } = seeded.large;
    const credentials = { tenant: code, email: agent, password: seeded.password };
    const login = await must(call(installation.url, 'POST', '/api/v1/auth/login', credentials));
    const put = (duration) => wrk(`${installation.url}${options.path}`, login.data.access_token, duration);
    await put(WARM_UP_SECONDS);
    const before = { processor: processorMs(service.child.pid), statements: await statementsSoFar(installation) };
    const result = await put(seconds);
    const statements = (await statementsSoFar(installation)) - before.statements;
    const processor = processorMs(service.child.pid) - before.processor;
    return { ...result, service: processor / 1_000 / result.elapsed, statements: statements / result.elapsed };
  } finally {
    await service.end('SIGTERM');
  }
}

/** Of everybody who asks the server. */
async function statementsSoFar({ database }) {
  const connection = await createConnection(database.url);
  const [[{ Value: count }]] = await connection.query("SHOW GLOBAL STATUS LIKE 'Questions'");
  await connection.end();
  return Number(count);
}

/** Requests per second, and the processors that asking used. */
async function wrk(url, token, duration) {
  const started = performance.now();
  const child = spawn(
    'wrk',
    ['-t', '1', '-c', options.connections, '-d', `${duration}s`, '-H', `Authorization: Bearer ${token}`, url],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const polled = setInterval(() => (load = processorMs(child.pid) ?? load), 200);
  let load = 0;
  const output = text(child.stdout);
  await once(child, 'exit');
  clearInterval(polled);
  const elapsed = (performance.now() - started) / 1_000;
  if (/Non-2xx/.test(await output)) throw new Error(await output);
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(await output)[1]),
    elapsed,
    load: load / 1_000 / elapsed,
  };
}
