/** Figures as lines of a table. */
const HEAD = [
  'scenario',
  'conn',
  'req/s',
  'p50 ms',
  'p99 ms',
  'errors',
  'stmts',
  'floor/s',
  'of floor',
  'cpu ms',
  'floor cpu',
  'const/s',
  'RSS MB',
];
const WIDTHS = [16, 5, 9, 9, 9, 7, 6, 9, 9, 7, 9, 9, 7];

export function print(results, { head = false } = {}) {
  if (head) line(HEAD);
  for (const { scenario, connections, service, floor, constant, ratio, statements, rss } of results) {
    line([
      ...[scenario, connections, figure(service.perSecond), figure(service.p50, 2), figure(service.p99, 2)],
      ...[service.errors + (floor?.errors ?? 0), figure(statements, 1), figure(floor?.perSecond)],
      ...[ratio === null ? '–' : `${(ratio * 100).toFixed(0)} %`, figure(service.cpu, 2), figure(floor?.cpu, 2)],
      ...[figure(constant?.perSecond), figure(rss / 1_048_576)],
    ]);
  }
}

export function line(cells, widths = WIDTHS) {
  console.log(cells.map((cell, index) => String(cell)[index === 0 ? 'padEnd' : 'padStart'](widths[index])).join(' '));
}

export function figure(value, digits = 0) {
  return value === null || value === undefined ? '–' : value.toFixed(digits);
}
