/**
 * npm run chaos -- overload [--engine sqlite|mysql] [--seconds 2] [--tenants 5] [--times 4]
 *
 * Finds how much the service can do, then asks for four times as much, at a rate that does not care for the answers. What
 * is done must stay near the peak; what is refused must be refused at once and told when to come again; whoever watches
 * must be answered; afterwards all must be as before. That seven times. Then one tenant asks for ten times its share: what that
 * does to the others is the median of 21 rounds without and with it.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ROOT } from '../../scripts/ready.mjs';
import { call, createInstallation, must, setUp, signIn } from '../../scripts/service.mjs';
import { createArrivals, SEEDED } from './overload/arrivals.mjs';
import { createCrowd } from './overload/crowd.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    seconds: { type: 'string', default: '2' },
    tenants: { type: 'string', default: '5' },
    times: { type: 'string', default: '4' },
  },
});
const SECONDS = Number(options.seconds);
/** Of peak and overload in turns: what a machine can do changes from one second to the next. */
const TRIALS = 7;
/** In turns without and with one that crowds, short ones: one pause of any process is the 99th percentile of its round. */
const ROUNDS = 21;
const ROUND_SECONDS = 1;
const WARM_UP_SECONDS = 5;
/** How many times its share the one that crowds asks for. */
const CROWDING = 10;
const PASSWORD = 'a-long-script-password';
const BAR = { goodput: 0.8, refusalMs: 100, healthMs: 200, recoverySeconds: 10, othersRatio: 2 };

const installation = await createInstallation({ engine: options.engine, environment: { RATE_LIMIT: 'off' } });
const { url } = installation;
/** More than the service lets wait. */
const CONNECTIONS = 600;
const arrivals = createArrivals(url, CONNECTIONS);
const watcher = createArrivals(url, 4);

try {
  const service = await installation.start();
  await setUp(url, service);
  const tenants = await prepare();
  const failures = [...(await overload(tenants)), ...(await beside(tenants))];
  await service.end('SIGTERM');
  for (const failure of failures) console.log(`  BELOW THE BAR: ${failure}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  await Promise.all([arrivals.end(), watcher.end()]);
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
  await arrivals.connect();
  await closedLoop(tenants, 1);
  const calm = await arrivals.atRate(tenants, 50, 1);
  // What is compiled when it is hot is hot by then.
  await arrivals.atRate(tenants, 1_000, 1);
  const trials = [];
  for (let trial = 0; trial < TRIALS; trial++) {
    const peak = (await closedLoop(tenants, SECONDS)).length / SECONDS;
    const watching = watch();
    const start = performance.now();
    const answers = await arrivals.atRate(tenants, peak * Number(options.times), SECONDS);
    // To the last answer: what was let wait is done after the last was asked.
    trials.push({
      peak,
      answers,
      seconds: (performance.now() - start) / 1_000,
      health: await watching.end(),
      recovery: await recover(tenants, p99(calm)),
    });
  }
  const all = trials.flatMap(({ answers }) => answers);
  const health = trials.flatMap((trial) => trial.health);
  const recovery = Math.max(...trials.map((trial) => trial.recovery));
  const done = all.filter(isDone);
  const refused = all.filter(({ status }) => status === 503 || status === 429);
  const figures = {
    peak: median(trials.map(({ peak }) => peak)),
    goodput: median(trials.map(({ peak, answers, seconds }) => answers.filter(isDone).length / seconds / peak)),
    refusalMs: p99(refused),
    healthMs: p99(health),
    untold: refused.filter(({ retryAfter }) => !(Number(retryAfter) >= 1)).length,
    other: all.length - done.length - refused.length,
  };
  console.log(`${options.engine}, ${options.tenants} tenants, ${TRIALS} times ${SECONDS} s each`);
  const askedFor = all.length / TRIALS / SECONDS;
  console.log(`  peak: ${figures.peak.toFixed(0)}/s; asked for: ${askedFor.toFixed(0)}/s`);
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
async function beside(tenants) {
  const peak = (await closedLoop(tenants, SECONDS)).length / SECONDS;
  const share = peak / 2 / tenants.length;
  const [hog, ...others] = tenants;
  const run = async (rate, seconds = ROUND_SECONDS) => {
    const crowding = crowd.send(rate, seconds);
    const answers = await arrivals.atRate(others, share * others.length, seconds);
    return { others: answers, hog: await crowding };
  };
  const crowd = createCrowd(url, hog, CONNECTIONS);
  const rounds = [];
  try {
    // For nothing: who is turned away for the first time is so by code that is not compiled yet.
    await run(CROWDING * share, WARM_UP_SECONDS);
    for (let round = 0; round < ROUNDS; round++) {
      const fair = await run(share);
      const unfair = await run(CROWDING * share);
      rounds.push({ fair: p99(fair.others), unfair: p99(unfair.others), ...unfair });
    }
  } finally {
    crowd.end();
  }
  const ratio = median(rounds.map(({ fair, unfair }) => unfair / fair));
  const sum = (valueOf) => rounds.reduce((total, { hog: crowded }) => total + valueOf(crowded), 0);
  const [refusedCrowd, came] = [sum(({ refused }) => refused), sum(({ asked }) => asked)];
  const asked = rounds.flatMap((round) => round.others);
  const refused = asked.filter((answer) => !isDone(answer)).length;
  const times = came / ROUNDS / ROUND_SECONDS / share;
  console.log(
    `  one tenant at ${times.toFixed(1)} times its share of ${share.toFixed(0)}/s: it is refused ${refusedCrowd} of ${came}`,
  );
  const p99s = rounds.map(({ fair, unfair }) => `${fair.toFixed(0)} → ${unfair.toFixed(0)}`).join(', ');
  console.log(
    `  others' p99: ${p99s} ms, ${ratio.toFixed(1)} times (bar: 2); refused or lost: ${refused} of ${asked.length}`,
  );
  return [
    ...(ratio > BAR.othersRatio ? ["others' p99 beside one that crowds"] : []),
    ...(refused > 0 ? ['others are refused'] : []),
  ];
}

/** Whether it was answered, and with what was asked for. */
function isDone({ status }) {
  return status >= 200 && status < 300;
}

/** The answers of as many requests as are answered in time by clients that wait for each. */
async function closedLoop(tenants, seconds) {
  const done = [];
  const end = performance.now() + seconds * 1_000;
  const client = async (at) => {
    for (let turn = at; performance.now() < end; turn++) {
      const answer = await arrivals.send(tenants[turn % tenants.length]);
      if (isDone(answer)) done.push(answer);
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, at) => client(at)));
  return done;
}

/** Asks for the service's health again and again. */
function watch() {
  const asked = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      asked.push(await watcher.ask('', 'GET', '/health/ready'));
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
    const answers = await arrivals.atRate(tenants, 50, 0.5);
    if (answers.every(isDone) && p99(answers) <= Math.max(2 * before, 50)) return began;
    if (began > 30) return began;
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function p99(answers) {
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return times[Math.max(0, Math.ceil(times.length * 0.99) - 1)] ?? 0;
}
