/**
 * node bench/compare.mjs A.json B.json
 *
 * Two results of bench/run.mjs: B's figures as multiples of A's. Those of the floor tell how far the machine itself was
 * another.
 */
import { readFileSync } from 'node:fs';
import { figure, line } from './report.mjs';

const [before, after] = process.argv.slice(2, 4).map((path) => JSON.parse(readFileSync(path, 'utf8')));
const WIDTHS = [16, 5, 9, 9, 9, 9, 12, 12];

console.log(`A: ${titleOf(before)}\nB: ${titleOf(after)}`);
line(['scenario', 'conn', 'req/s', 'p50', 'p99', 'floor/s', 'A of floor', 'B of floor'], WIDTHS);
for (const b of after.results) {
  const a = before.results.find((each) => each.scenario === b.scenario && each.connections === b.connections);
  if (!a) continue;
  const times = (read) => figure(read(a) ? read(b) / read(a) : null, 2);
  const share = ({ ratio }) => (ratio === null ? '–' : `${(ratio * 100).toFixed(0)} %`);
  const own = ['perSecond', 'p50', 'p99'].map((key) => times(({ service }) => service[key]));
  line([b.scenario, b.connections, ...own, times(({ floor }) => floor?.perSecond), share(a), share(b)], WIDTHS);
}

function titleOf({ engine, tickets, workers, seconds, rounds }) {
  return `${engine}, ${tickets} tickets, ${workers} workers, ${rounds} rounds of ${seconds} s`;
}
