/**
 * npm run chaos -- overload [--engine sqlite|mysql] [--seconds 2] [--tenants 5] [--times 4]
 *
 * Finds how much the service can do, then asks for four times as much, at a rate that does not care for the answers. What
 * is done must stay near the peak; what is refused must be refused at once and told when to come again; whoever watches
 * must be answered; afterwards all must be as before. Then one tenant asks for ten times its share.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';
import { ROOT } from '../../scripts/ready.mjs';
import { call, createInstallation, must, setUp, signIn } from '../../scripts/service.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    seconds: { type: 'string', default: '2' },
    tenants: { type: 'string', default: '5' },
    times: { type: 'string', default: '4' },
  },
});
const SECONDS = Number(options.seconds);
const SEEDED = 30;
const PASSWORD = 'a-long-script-password';
const BAR = { goodput: 0.8, refusalMs: 100, healthMs: 200, recoverySeconds: 10, othersRatio: 2 };

const installation = await createInstallation({ engine: options.engine, environment: { RATE_LIMIT: 'off' } });
const { url } = installation;
/** More than the service lets wait, all open before it counts: to open thousands at once is another kind of trouble. */
const CONNECTIONS = 600;
const pool = new Pool(url, { connections: CONNECTIONS, pipelining: 1, keepAliveTimeout: 60_000 });
const watcher = new Pool(url, { connections: 4, pipelining: 1 });

try {
  const service = await installation.start();
  await setUp(url, service);
  const tenants = await prepare();
  const failures = [...(await overload(tenants)), ...(await crowd(tenants))];
  await service.end('SIGTERM');
  for (const failure of failures) console.log(`  BELOW THE BAR: ${failure}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  await Promise.all([pool.destroy(), watcher.destroy()]);
  await installation.remove();
}

/** Tenants with an admin and some tickets each; their tokens. */
async function prepare() {
  const owner = (
    await must(call(url, 'POST', '/api/v1/auth/login', { email: 'owner@example.com', password: PASSWORD }))
  ).data.access_token;
  const tokens = [await signIn(url)];
  for (let at = 1; at < Number(options.tenants); at++) {
    const [code, email] = [`tenant-${at}`, `admin-${at}@example.com`];
    await must(call(url, 'POST', '/api/v1/tenants', { code, name: code }, owner));
    const admin = ['--tenant', code, '--role', 'admin', '--name', 'Admin', '--email', email, '--password-stdin'];
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'user', 'create', ...admin], {
      env: { ...installation.env, LOG_LEVEL: 'silent' },
      input: PASSWORD,
    });
    if (status !== 0) throw new Error(String(stderr));
    const login = { tenant: code, email, password: PASSWORD };
    const token = (await must(call(url, 'POST', '/api/v1/auth/login', login))).data.access_token;
    await must(call(url, 'POST', '/api/v1/categories', { name: 'General' }, token));
    tokens.push(token);
  }
  for (const token of tokens) {
    const ticket = { subject: 'Seeded', description: 'D', category: 'general' };
    for (let count = 0; count < SEEDED; count++) await must(call(url, 'POST', '/api/v1/tickets', ticket, token));
  }
  return tokens;
}

async function overload(tenants) {
  await Promise.all(
    Array.from({ length: CONNECTIONS }, () => ask('', 'GET', '/health/live', undefined, { prefix: '' })),
  );
  await closedLoop(tenants, 1);
  const calm = await atRate((at) => tenants[at % tenants.length], 50, 1);
  const peak = (await closedLoop(tenants, SECONDS)).length / SECONDS;
  // What is compiled when it is hot is hot by then.
  await atRate((at) => tenants[at % tenants.length], peak * Number(options.times), 1);
  const watching = watch();
  const all = await atRate((at) => tenants[at % tenants.length], peak * Number(options.times), SECONDS);
  const health = await watching.end();
  const recovery = await recover(tenants, p99(calm));
  const done = all.filter(({ status }) => status < 300);
  const refused = all.filter(({ status }) => status === 503 || status === 429);
  const figures = {
    goodput: done.length / SECONDS / peak,
    refusalMs: p99(refused),
    healthMs: p99(health),
    untold: refused.filter(({ retryAfter }) => !(Number(retryAfter) >= 1)).length,
    other: all.length - done.length - refused.length,
  };
  console.log(`${options.engine}, ${options.tenants} tenants, ${SECONDS} s each`);
  console.log(`  peak: ${peak.toFixed(0)}/s; asked for: ${(all.length / SECONDS).toFixed(0)}/s`);
  console.log(`  done: ${(100 * figures.goodput).toFixed(0)} % of peak (bar: 80), p99 ${p99(done).toFixed(0)} ms`);
  console.log(
    `  refused: ${refused.length}, p99 ${figures.refusalMs.toFixed(0)} ms (bar: 100), without Retry-After: ${figures.untold}`,
  );
  console.log(`  answered otherwise or not: ${figures.other} (bar: 0)`);
  console.log(`  health: ${health.length} asked, p99 ${figures.healthMs.toFixed(0)} ms (bar: 200)`);
  console.log(`  as before after ${recovery.toFixed(1)} s (bar: 10)`);
  return [
    ...(figures.goodput < BAR.goodput ? ['what is done under overload'] : []),
    ...(refused.length > 0 && figures.refusalMs > BAR.refusalMs ? ['the time to refuse'] : []),
    ...(figures.untold + figures.other > 0 ? ['what refused requests are told'] : []),
    ...(health.some(({ status }) => status !== 200) || figures.healthMs > BAR.healthMs ? ['health'] : []),
    ...(recovery > BAR.recoverySeconds ? ['the time to recover'] : []),
  ];
}

/** One tenant asks for ten times its share, where all together asked for half of what can be done. */
async function crowd(tenants) {
  const peak = (await closedLoop(tenants, SECONDS)).length / SECONDS;
  const share = peak / 2 / tenants.length;
  const [hog, ...others] = tenants;
  const run = async (rate) => {
    const crowding = atRate(() => hog, rate, SECONDS);
    const answers = await atRate((at) => others[at % others.length], share * others.length, SECONDS);
    return { others: answers, hog: await crowding };
  };
  const fair = await run(share);
  const unfair = await run(10 * share);
  const ratio = p99(unfair.others) / p99(fair.others);
  const refused = (answers) => answers.filter(({ status }) => status >= 400).length;
  console.log(
    `  one tenant at 10 times its share of ${share.toFixed(0)}/s: it is refused ${refused(unfair.hog)} of ${unfair.hog.length}`,
  );
  console.log(
    `  others' p99: ${p99(fair.others).toFixed(0)} → ${p99(unfair.others).toFixed(0)} ms, ${ratio.toFixed(1)} times (bar: 2); refused: ${refused(unfair.others)} of ${unfair.others.length}`,
  );
  return [
    ...(ratio > BAR.othersRatio ? ["others' p99 beside one that crowds"] : []),
    ...(refused(unfair.others) > 0 ? ['others are refused'] : []),
  ];
}

/** The answers of as many requests as are answered in time by clients that wait for each. */
async function closedLoop(tenants, seconds) {
  const done = [];
  const end = performance.now() + seconds * 1_000;
  const client = async (at) => {
    for (let turn = at; performance.now() < end; turn++) {
      const answer = await send(tenants[turn % tenants.length]);
      if (answer.status < 300) done.push(answer);
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, at) => client(at)));
  return done;
}

/** Sends at a rate, whatever comes back. */
async function atRate(tokenOf, rate, seconds) {
  const pending = [];
  const start = performance.now();
  while (performance.now() - start < seconds * 1_000) {
    const due = ((performance.now() - start) / 1_000) * rate;
    while (pending.length < due) pending.push(send(tokenOf(pending.length)));
    await sleep(2);
  }
  return Promise.all(pending);
}

/** Four of ten read a ticket, three a list, two open one, one writes a message. */
async function send(token) {
  const number = randomInt(1, SEEDED + 1);
  const dice = randomInt(10);
  if (dice < 4) return ask(token, 'GET', `/tickets/${number}`);
  if (dice < 7) return ask(token, 'GET', '/tickets?limit=25');
  if (dice < 9) return ask(token, 'POST', '/tickets', { subject: 'S', description: 'D', category: 'general' });
  return ask(token, 'POST', `/tickets/${number}/messages`, { body: 'M' });
}

async function ask(token, method, path, body, { through = pool, prefix = '/api/v1' } = {}) {
  const start = performance.now();
  try {
    const {
      statusCode,
      headers,
      body: answer,
    } = await through.request({
      method,
      path: `${prefix}${path}`,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    await answer.dump();
    return { status: statusCode, ms: performance.now() - start, retryAfter: headers['retry-after'] };
  } catch {
    return { status: 0, ms: performance.now() - start };
  }
}

/** Asks for the service's health again and again. */
function watch() {
  const asked = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      asked.push(await ask('', 'GET', '/health/ready', undefined, { through: watcher, prefix: '' }));
      await sleep(20);
    }
  })();
  return {
    end: async () => {
      isOver = true;
      await asking;
      return asked;
    },
  };
}

/** Seconds until half a second is answered whole, and about as fast as before. */
async function recover(tenants, before) {
  const start = performance.now();
  for (;;) {
    const began = (performance.now() - start) / 1_000;
    const answers = await atRate((at) => tenants[at % tenants.length], 50, 0.5);
    if (answers.every(({ status }) => status < 300) && p99(answers) <= Math.max(2 * before, 50)) return began;
    if (began > 30) return began;
  }
}

function p99(answers) {
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return times[Math.max(0, Math.ceil(times.length * 0.99) - 1)] ?? 0;
}
