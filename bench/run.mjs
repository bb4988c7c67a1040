/**
 * node bench/run.mjs [--engine mysql|sqlite] [--database polydesk_bench] [--scenario get,list,…]
 *   [--concurrency 1,16,64] [--seconds 10] [--rounds 3] [--workers 1] [--alone] [--json file]
 *
 * The built service under load, held against hand-written SQL (the floor) and, for reads, against a constant answer, in
 * turns. Figures are medians of the rounds.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { call, must } from '../scripts/service.mjs';
import { processorMs, residentBytes } from './processes.mjs';
import { print } from './report.mjs';
import { scenariosOf } from './scenarios.mjs';
import { descriptionOf, nameOf, openSeeded } from './seeded.mjs';
import { createLoad, createPeople, startFloor } from './sides.mjs';
import { countStatements } from './statements.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'mysql' },
    database: { type: 'string' },
    tickets: { type: 'string' },
    scenario: { type: 'string' },
    concurrency: { type: 'string', default: '1,16,64' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    workers: { type: 'string', default: '1' },
    alone: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
/** Until what is asked for is compiled: a service gains half as much again in that time. */
const WARM_UP_SECONDS = 8;
/** How many of a scenario's requests are compared with the floor's answers. */
const COMPARED = 3;
const [seconds, rounds, workers] = ['seconds', 'rounds', 'workers'].map((name) => Number(options[name]));

const seeded = descriptionOf(options.engine, nameOf(options));
if (options.tickets && Number(options.tickets) !== seeded.tickets) {
  throw new Error(`${seeded.name} holds ${seeded.tickets} tickets, not ${options.tickets}: seed it anew`);
}
const installation = await openSeeded(seeded, { environment: { WORKERS: String(workers) } });
const { url } = installation;
const service = await installation.start();
const floor = await startFloor(installation, seeded.secrets.JWT_SECRET);
const load = createLoad();
const people = createPeople(url, seeded);
const results = [];

try {
  const wanted = options.scenario?.split(',');
  const scenarios = await scenariosOf(url, seeded, await people(), wanted);
  const unknown = (wanted ?? []).filter(
    (name) => name !== 'list-deep' && !scenarios.some((scenario) => scenario.name === name),
  );
  if (unknown.length > 0) throw new Error(`There is no scenario ${unknown.join(', ')}`);
  const chosen = scenarios.filter(({ name }) => wanted?.includes(name) ?? true);
  const played = [];
  // Before anything is written: all answers must be those of the floor.
  for (const scenario of chosen) if (await isPlayable(scenario)) played.push(scenario);
  const statements = options.alone ? new Map() : await statementsOf(played);
  for (const scenario of played) {
    for (const connections of options.concurrency.split(',').map(Number)) {
      const result = { scenario: scenario.name, connections, ...(await measure(scenario, connections)) };
      results.push({ ...result, statements: statements.get(scenario) });
      print([results.at(-1)], { head: results.length === 1 });
    }
  }
} finally {
  load.end();
  floor.end();
  await service.end('SIGTERM');
}
if (options.json) {
  const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model };
  const { engine, name, tickets, messages } = seeded;
  const report = { engine, name, tickets, messages, workers, seconds, rounds, machine, results };
  writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
}

/** Has a scenario's requests sent to one of the sides. */
async function put(to, scenario, work) {
  const token = (await people())[scenario.as];
  const authorization = token && { authorization: `Bearer ${token}` };
  const requests = scenario.requests.map((each) => ({ ...each, headers: { ...each.headers, ...authorization } }));
  return load.put({ url: to, requests, ...work });
}

/** Whether the service offers it; throws when the floor answers something else. */
async function isPlayable(scenario) {
  const token = (await people())[scenario.as];
  for (const { method, path, body } of scenario.requests.slice(0, scenario.writes ? 1 : COMPARED)) {
    const send = (to) => call(to, method, path, body && JSON.parse(body), token);
    const own = await send(url);
    if ([400, 404, 422, 503].includes(own.status)) {
      console.log(`Left out: ${scenario.name}; the service answered ${own.status}`);
      return false;
    }
    const told = await must(own);
    if (scenario.finds && told.data.length === 0) throw new Error(`${scenario.name} finds nothing`);
    const answer = shape(told, scenario);
    if (!scenario.floor && !scenario.compared) continue;
    const other = shape(await must(send(floor.url)), scenario);
    if (answer !== other) throw new Error(`${scenario.name}: the floor's answer differs:\n${answer}\n${other}`);
  }
  return true;
}

/** Counted before anything is measured, for a process more is needed for it. */
async function statementsOf(scenarios) {
  const counter = await countStatements(installation);
  const counts = new Map();
  for (const scenario of scenarios) {
    const count = await counter.of((to, amount) => put(to, scenario, { connections: 1, amount }));
    counts.set(scenario, count);
  }
  await counter.end();
  return counts;
}

/** What must be equal: all but what no two answers have in common. Of a cursor, the place it names. */
function shape({ success, message, data, meta }, { constant }) {
  if (meta?.next_cursor) meta.next_cursor = meta.next_cursor.split('.')[0];
  const body = { success, message, data, meta };
  if (constant) return JSON.stringify(body);
  // Writes make something new each time: here its fields must be the same, in the same order.
  return JSON.stringify(body, (_key, value) => (typeof value === 'object' ? value : typeof value));
}

/** The sides in turns, round after round; each warmed up once. */
async function measure(scenario, connections) {
  const sides = {
    service: url,
    ...(scenario.floor && !options.alone && { floor: floor.url }),
    ...(scenario.constant && !options.alone && { constant: `${floor.url}/constant` }),
  };
  const pids = { service: service.child.pid, floor: floor.pid, constant: floor.pid };
  const rows = { service: [], floor: [], constant: [] };
  for (const to of Object.values(sides)) await at(to, { connections, seconds: WARM_UP_SECONDS });
  for (let round = 0; round < rounds; round++) {
    for (const [side, to] of Object.entries(sides)) {
      const before = processorMs(pids[side]);
      const row = await at(to, { connections, seconds });
      rows[side].push({ ...row, cpu: before === null ? null : (processorMs(pids[side]) - before) / row.answered });
    }
  }
  const measured = Object.fromEntries(Object.keys(sides).map((side) => [side, summary(rows[side])]));
  const { service: own, floor: bare } = measured;
  return { ...measured, ratio: bare ? own.perSecond / bare.perSecond : null, rss: residentBytes(service.child.pid) };

  function at(to, work) {
    const path = new URL(to).pathname;
    const prefix = path === '/' ? '' : path;
    const requests = scenario.requests.map((each) => ({ ...each, path: `${prefix}${each.path}` }));
    return put(new URL(to).origin, { ...scenario, requests }, work);
  }
}

function summary(rows) {
  const median = (key) => rows.map((row) => row[key]).toSorted((a, b) => a - b)[rows.length >> 1];
  const errors = rows.reduce((sum, row) => sum + row.errors, 0);
  return { perSecond: median('perSecond'), p50: median('p50'), p99: median('p99'), cpu: median('cpu'), errors };
}
