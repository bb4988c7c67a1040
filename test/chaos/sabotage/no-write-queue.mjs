const FILE = 'src/platform/database/engines/group-commit.ts';

/**
 * A unit begins while another is open; and it takes its time, or requests so small would not meet on a driver that never
 * waits. So does the commit, or not even the start, where one comes after the other, would get through.
 */
const TOGETHER = [
  { file: FILE, find: '    await tail;\n', replace: '    void tail;\n    await Promise.resolve();\n' },
  {
    file: FILE,
    find: "this.connection.run('SAVEPOINT unit');",
    replace: "this.connection.run('SAVEPOINT unit');\n      await new Promise((resolve) => setTimeout(resolve, 2));",
  },
  {
    file: FILE,
    find: 'setImmediate(() => void this.finish(group));',
    replace: 'setTimeout(() => void this.finish(group), 1_000);',
  },
];

export default {
  what: 'writers on SQLite do not queue',
  variants: [TOGETHER],
  script: 'lost-update',
  options: ['--writers', '10', '--rounds', '3'],
  red: /(winner \(bar: 0\)|updates lost \(bar: 0\)|refused \(bar: 0\)|lost \(bar: 0\)): [1-9]|none\): \d{3}/,
};
