/**
 * npm run bench:cluster -- [--route one|each] [--read-your-writes on|off] [--writers 8] [--seconds 8] [--compare 0]
 *   [--logs FOLDER]
 *
 * Two processes of the built desk behind haproxy on three Galera nodes, all on this machine. Kills each node in turn with
 * SIGKILL while writers are at work, brings it back, and looks on every node for everything that was acknowledged.
 * `--route one`: both processes use the same node, and the next when it is gone. `--route each`: each has a node of its
 * own. `--compare` measures first, for so many seconds each, one process and two; `--logs` keeps what the servers wrote. Needs Debian's mariadb-server,
 * mariadb-backup, galera-4, socat and haproxy. Exits 1 below a bar.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { openLedger } from '../../scripts/ledger.mjs';
import { freePort, openInstallation, PATIENT, setUp, signIn } from '../../scripts/service.mjs';
import { auditNode } from './audit.mjs';
import { createGalera, createPlace } from './galera.mjs';
import { createTally, load } from './load.mjs';
import { createSink } from './sink.mjs';

const { values: options } = parseArgs({
  options: {
    route: { type: 'string', default: 'one' },
    'read-your-writes': { type: 'string', default: 'on' },
    writers: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '8' },
    compare: { type: 'string', default: '0' },
    logs: { type: 'string' },
  },
});
const writers = Number(options.writers);
const DATABASE = 'polydesk_cluster';
const GAP_BAR_MS = 10_000;
const HEALTH = fileURLToPath(new URL('node-health.mjs', import.meta.url));

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
const place = createPlace();
const folder = join(place.folder, 'desk');
mkdirSync(folder);
const tally = createTally();
const ledger = openLedger(join(place.folder, 'ledger'));
say('Three nodes start; the second and third get their data from the first …');
const nodes = await createGalera(place);
await onNode(nodes[0], `CREATE DATABASE ${DATABASE} CHARACTER SET utf8mb4`);

const ports = { one: await freePort(), each1: await freePort(), each2: await freePort() };
const [deskPort, port2] = [await freePort(), await freePort()];
const environment = {
  ...PATIENT,
  LOG_LEVEL: 'error',
  DB_READ_YOUR_WRITES: options['read-your-writes'],
  DB_WAIT_SECONDS: '20',
  OUTBOUND_ALLOW: '127.0.0.0/8',
  WEBHOOK_RETRY_SECONDS: '1,1,2,5',
};
const installation = await openInstallation({ engine: 'mysql', folder, environment });
const health = [];
for (const node of nodes) health.push({ port: await freePort(), of: node.port });
place.run(process.execPath, [HEALTH, ...health.map(({ port, of }) => `${port}=${of}`)], { ours: true });
const balancer = place.run('haproxy', ['-db', '-f', join(place.folder, 'haproxy.cfg')], {
  env: {
    DESK_PORT: String(deskPort),
    DESK1_PORT: String(installation.port),
    DESK2_PORT: String(port2),
    ONE_NODE_PORT: String(ports.one),
    DESK1_NODE_PORT: String(ports.each1),
    DESK2_NODE_PORT: String(ports.each2),
    ...Object.fromEntries(nodes.map(({ port }, index) => [`NODE${index + 1}_PORT`, String(port)])),
    ...Object.fromEntries(health.map(({ port }, index) => [`NODE${index + 1}_HEALTH_PORT`, String(port)])),
  },
});
const through = (port) => ({ DB_URL: `mysql://root@127.0.0.1:${port}/${DATABASE}` });
const [route1, route2] = options.route === 'one' ? [ports.one, ports.one] : [ports.each1, ports.each2];
const desk1 = await installation.start(through(route1));
await setUp(installation.url, desk1);
const desk2 = await installation.startBeside({ ...through(route2), PORT: String(port2) });
const entry = `http://127.0.0.1:${deskPort}`;
const token = await signIn(entry);
const others = (by) => ({ desk1: desk2.url, desk2: installation.url })[by];
const common = { token, writers, tally, ledger };

if (Number(options.compare) > 0) await compare(Number(options.compare));
const stop = new AbortController();
const sink = await createSink({ url: entry, token });
const working = load({ ...common, entry, others, signal: stop.signal });
await sleep(3_000);
if (options.route === 'each') for (let time = 0; time < 5; time++) await fallBehind(nodes[1]);
const outages = [];
for (const node of nodes) outages.push(await outage(node));
stop.abort();
await working;
await sleep(2_000);
await report();
if (options.logs) place.keepLogs(options.logs, { 'desk1.log': desk1.output, 'desk2.log': desk2.output });
process.exit();

/** Lets a node take what the others commit, but not apply it for a moment: a read there is stale unless it waits. */
async function fallBehind(node) {
  const connection = await createConnection(node.url(''));
  await connection.query('FLUSH TABLES WITH READ LOCK');
  await sleep(400);
  await connection.query('UNLOCK TABLES');
  connection.destroy();
  await sleep(200);
}

/** One node dies, is away for a while and comes back, under load. */
async function outage(node) {
  const takes = await connectionsOf(node);
  const killed = performance.now();
  await node.kill();
  await sleep(Number(options.seconds) * 1_000);
  const back = performance.now();
  const got = await node.start();
  const joined = performance.now();
  await sleep(2_000);
  const result = {
    name: node.name,
    takes,
    got,
    seconds: (joined - back) / 1_000,
    dead: longestGap(killed, back),
    joining: longestGap(back, joined + 2_000),
  };
  say(
    `${result.name}, on which the desk had ${takes} connections, was killed: longest time without an acknowledged write ` +
      `${seconds(result.dead)}; ${seconds(result.joining)} while it came back with ${got} within ${result.seconds.toFixed(1)} s`,
  );
  return result;
}

/** The longest time without an acknowledged write, of those that began in a stretch of time. */
function longestGap(from, to) {
  const times = tally.acknowledged.filter((time) => time >= from - 1_000 && time <= to);
  return Math.max(...[...times, to].map((time, index) => time - (times[index - 1] ?? from)));
}

async function compare(lasting) {
  for (const [what, url] of [
    ['one process', installation.url],
    ['two processes', entry],
  ]) {
    const end = new AbortController();
    const before = tally.acknowledged.length;
    const running = load({ ...common, entry: url, signal: end.signal });
    await sleep(lasting * 1_000);
    const count = tally.acknowledged.length - before;
    end.abort();
    await running;
    say(`${what}: ${(count / lasting).toFixed(0)} acknowledged writes a second of ${writers} writers`);
  }
}

async function report() {
  const entries = ledger.read();
  const sent = await sink.judge(nodes[0], DATABASE);
  const found = [];
  for (const node of nodes) found.push(await auditNode(node, DATABASE, entries));
  const sum = (name) => found.reduce((count, each) => count + each[name].length, 0);
  const gap = Math.max(...outages.flatMap(({ dead, joining }) => [dead, joining]));
  const statuses = [...tally.statuses].sort().map(([status, count]) => `${status} × ${count}`);
  const isSame = new Set(found.map(({ digest }) => digest)).size === 1;
  const bars = [
    ['lost', sum('lost') === 0],
    ['twice', sum('twice') === 0],
    ['half done', sum('torn') === 0],
    ['order', sum('misplaced') === 0],
    ['nodes', isSame],
    ['webhooks', sent.deliveries > 0 && sent.missing + sent.disordered === 0],
    ['gap', gap <= GAP_BAR_MS],
    ['500', !tally.statuses.has('500') && tally.withoutRetryAfter === 0 && tally.unexpected.length === 0],
    ['stale', tally.stale.length === 0],
    ['processes', [desk1, desk2].every(({ child }) => child.exitCode === null) && balancer.exitCode === null],
  ];
  say(`\nRoute ${options.route}, reading one's writes ${options['read-your-writes']}, ${writers} writers`);
  say(`  acknowledged: ${entries.length}`);
  for (const each of found) {
    say(
      `  ${each.name}: ${each.tickets} tickets, ${each.messages} replies; lost ${each.lost.length}, twice ` +
        `${each.twice.length}, half done ${each.torn.length}, events out of order ${each.misplaced.length} (bars: 0)`,
    );
    for (const name of ['lost', 'twice', 'torn', 'misplaced'])
      for (const what of each[name].slice(0, 3)) say(`    ${name}: ${what}`);
  }
  say(`  the nodes hold the same: ${isSame ? 'yes' : 'no'}`);
  say(`  webhooks: ${sent.deliveries} deliveries; missing ${sent.missing}, out of order ${sent.disordered} (bars: 0)`);
  say(`  longest time without an acknowledged write: ${seconds(gap)} (bar: ${seconds(GAP_BAR_MS)})`);
  say(`  answers: ${statuses.join(', ')}; 503 without Retry-After: ${tally.withoutRetryAfter} (bar: 0)`);
  if (tally.statuses.has('500'))
    for (const line of [desk1, desk2].flatMap(failuresOf)) say(`    ${line.slice(0, 1_000)}`);
  for (const what of tally.unexpected.slice(0, 5)) say(`    unexpected: ${what}`);
  say(`  read back through the other process: ${tally.reads}, of which stale ${tally.stale.length} (bar: 0)`);
  const missed = bars.filter(([, holds]) => !holds).map(([name]) => name);
  say(missed.length === 0 ? '  every bar is kept' : `  MISSED: ${missed.join(', ')}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

/** What a process of the desk wrote about requests that it answered with 500. */
function failuresOf({ output }) {
  return output.split('\n').filter((line) => /"status(Code)?":500|"level":(50|60|"error")/.test(line));
}

async function connectionsOf(node) {
  const [row] = await onNode(node, `SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST WHERE DB = '${DATABASE}'`);
  return Number(row.n);
}

async function onNode(node, sql) {
  const connection = await createConnection(node.url(''));
  const [rows] = await connection.query(sql);
  connection.destroy();
  return rows;
}

function seconds(ms) {
  return `${(ms / 1_000).toFixed(1)} s`;
}

function say(text) {
  console.log(text);
}
