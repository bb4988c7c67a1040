/**
 * node bench/growth.mjs [--engine mysql|sqlite] [--database polydesk_bench] [--small polydesk_bench_10k]
 *   [--scenario list,list-status,…] [--concurrency 4] [--seconds 10] [--rounds 5] [--bar 1.3]
 *
 * What becomes of lists when the desk grows: the service on a large and on a small installation, asked in turns in one
 * run, so that what else the machine does meets both. Of page 1 000 it also tells how it stands to page 1 of the same
 * installation. Figures are medians of the rounds. Exits 1 when a p99 is over the bar or something
 * was not answered.
 */
import { parseArgs } from 'node:util';
import { call, must } from '../scripts/service.mjs';
import { figure, line } from './report.mjs';
import { scenariosOf } from './scenarios.mjs';
import { descriptionOf, nameOf, openSeeded } from './seeded.mjs';
import { createLoad, createPeople } from './sides.mjs';

const LISTS = 'list,list-status,list-assignee,list-team,list-category,list-tag,list-deep';
const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'mysql' },
    database: { type: 'string' },
    small: { type: 'string', default: 'polydesk_bench_10k' },
    scenario: { type: 'string', default: LISTS },
    concurrency: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
    bar: { type: 'string', default: '1.3' },
  },
});
const WARM_UP_SECONDS = 2;
const WIDTHS = [14, 10, 10, 10, 10, 10, 10, 8];
const [connections, seconds, rounds, bar] = ['concurrency', 'seconds', 'rounds', 'bar'].map((name) =>
  Number(options[name]),
);

const load = createLoad();
const sides = [];
try {
  for (const name of [nameOf(options), nameOf({ database: options.small })]) sides.push(await openSide(name));
  const [large, small] = sides;
  console.log(`${options.engine}: ${large.tickets} tickets and ${small.tickets}, ${connections} connections`);
  line(['scenario', 'p50 ms', 'other', 'times', 'p99 ms', 'other', 'times', 'errors'], WIDTHS);
  let firstPage = null;
  for (const name of options.scenario.split(',')) {
    const lengths = [await large.lengthOf(name), await small.lengthOf(name)];
    if (lengths[0] !== lengths[1]) throw new Error(`${name} gives ${lengths.join(' and ')} tickets: not the same work`);
    const rows = [[], []];
    for (const side of sides) await side.put(name, WARM_UP_SECONDS);
    for (let round = 0; round < rounds; round++) {
      for (const [place, side] of sides.entries()) rows[place].push(await side.put(name, seconds));
    }
    const [own, other] = rows.map(summary);
    print(name, own, other);
    if (name === 'list') firstPage = own;
    if (name === 'list-deep' && firstPage) print('  to page 1', own, firstPage);
  }
} finally {
  load.end();
  for (const { service } of sides) await service.end('SIGTERM');
}

async function openSide(name) {
  const seeded = descriptionOf(options.engine, name);
  const installation = await openSeeded(seeded);
  const { url } = installation;
  const service = await installation.start();
  const people = createPeople(url, seeded);
  const scenarios = await scenariosOf(url, seeded, await people(), options.scenario.split(','));
  const scenarioOf = (wanted) => {
    const scenario = scenarios.find(({ name }) => name === wanted);
    if (!scenario) throw new Error(`There is no scenario ${wanted}`);
    return scenario;
  };
  const tokenFor = async ({ as }) => (await people())[as];
  return {
    service,
    tickets: seeded.tickets,
    put: async (wanted, seconds) => {
      const scenario = scenarioOf(wanted);
      const authorization = { authorization: `Bearer ${await tokenFor(scenario)}` };
      const requests = scenario.requests.map((each) => ({ ...each, headers: { ...each.headers, ...authorization } }));
      return load.put({ url, connections, seconds, requests });
    },
    /** How many tickets its first request gives. */
    lengthOf: async (wanted) => {
      const scenario = scenarioOf(wanted);
      const [{ method, path }] = scenario.requests;
      return (await must(call(url, method, path, undefined, await tokenFor(scenario)))).data.length;
    },
  };
}

function print(name, own, other) {
  const times = own.p99 / other.p99;
  line(
    [
      ...[name, figure(own.p50, 1), figure(other.p50, 1), figure(own.p50 / other.p50, 2)],
      ...[figure(own.p99, 1), figure(other.p99, 1), figure(times, 2), own.errors + other.errors],
    ],
    WIDTHS,
  );
  if (times > bar || own.errors + other.errors > 0) process.exitCode = 1;
}

function summary(rows) {
  const median = (key) => rows.map((row) => row[key]).toSorted((a, b) => a - b)[rows.length >> 1];
  return { p50: median('p50'), p99: median('p99'), errors: rows.reduce((sum, { errors }) => sum + errors, 0) };
}
