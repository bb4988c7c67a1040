/**
 * node bench/profile.mjs --scenario list [--engine mysql|sqlite] [--database polydesk_bench] [--concurrency 16]
 *   [--seconds 10] [--out folder]
 *
 * Writes a CPU profile of the service under a scenario, for a browser's developer tools or speedscope, and prints the
 * functions in which most of the time was spent.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { scenariosOf } from './scenarios.mjs';
import { descriptionOf, folderOf, nameOf, openSeeded } from './seeded.mjs';
import { createLoad, createPeople } from './sides.mjs';

const { values: options } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'list' },
    engine: { type: 'string', default: 'mysql' },
    database: { type: 'string' },
    concurrency: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '10' },
    out: { type: 'string' },
  },
});
const SHOWN = 30;
const seeded = descriptionOf(options.engine, nameOf(options));
const folder = options.out ?? join(folderOf(options.engine, seeded.name), 'profiles');
mkdirSync(folder, { recursive: true });
const file = freshName();
const installation = await openSeeded(seeded, {
  nodeOptions: ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${file}`],
});
const { url } = installation;
const service = await installation.start();
const load = createLoad();
try {
  const people = createPeople(url, seeded);
  const tokens = await people();
  const scenario = (await scenariosOf(url, seeded, tokens, [options.scenario])).find(
    ({ name }) => name === options.scenario,
  );
  if (!scenario) throw new Error(`There is no scenario ${options.scenario}`);
  const authorization = scenario.as && { authorization: `Bearer ${tokens[scenario.as]}` };
  const requests = scenario.requests.map((each) => ({ ...each, headers: { ...each.headers, ...authorization } }));
  const work = { connections: Number(options.concurrency), seconds: Number(options.seconds), requests };
  const { perSecond, errors } = await load.put({ url, ...work });
  console.log(`${options.scenario}: ${perSecond.toFixed(0)} requests/s under the profiler, ${errors} errors`);
} finally {
  load.end();
  await service.end('SIGTERM');
}
const path = join(folder, file);
if (!existsSync(path)) throw new Error('The service ended without writing its profile');
printTop(JSON.parse(readFileSync(path, 'utf8')));
console.log(path);

function freshName() {
  const taken = readdirSync(folder).filter((name) => name.startsWith(`${options.scenario}-`)).length;
  return `${options.scenario}-${taken + 1}.cpuprofile`;
}

/** Time spent in each function itself, the start of the service included; of what was idle nothing. */
function printTop({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const spent = new Map();
  samples.forEach((id, index) => {
    const { functionName, url: source, lineNumber } = byId.get(id);
    if (functionName === '(idle)') return;
    const place = source ? ` ${source.replace(/^.*\/(node_modules|dist)\//, '')}:${lineNumber + 1}` : '';
    const key = `${functionName || '(anonymous)'}${place}`;
    spent.set(key, (spent.get(key) ?? 0) + timeDeltas[index]);
  });
  const total = [...spent.values()].reduce((sum, each) => sum + each, 0);
  const top = [...spent].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  for (const [name, time] of top) console.log(`${((time / total) * 100).toFixed(1).padStart(5)} %  ${name}`);
}
