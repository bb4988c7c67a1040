const FILE = 'src/platform/database/engines/sqlite.ts';

/**
 * What opens a transaction while another is open joins that one, as it does in TypeORM when nobody queues; and a
 * transaction takes its time, or requests so small would not meet on a driver that never waits.
 */
const JOIN = [
  {
    file: FILE,
    find: "await runner.query('BEGIN IMMEDIATE');\n        return;",
    replace: "await runner.query('BEGIN IMMEDIATE');\n        await sleep(2);\n        return;",
  },
  {
    file: FILE,
    find: '      } catch (error) {\n        if (waited >= BUSY_PATIENCE_MS',
    replace:
      '      } catch (error) {\n' +
      "        if (String(error).includes('within a transaction')) return;\n" +
      '        if (waited >= BUSY_PATIENCE_MS',
  },
];

export default {
  what: 'writers on SQLite do not queue',
  variants: [
    [...JOIN, { file: FILE, find: 'const turn = this.tail.then(work);', replace: 'const turn = work();' }],
    [...JOIN, { file: FILE, find: '    await tail;\n', replace: '    void tail;\n    await Promise.resolve();\n' }],
  ],
  script: 'lost-update',
  options: ['--writers', '10', '--rounds', '3'],
  red: /(winner \(bar: 0\)|updates lost \(bar: 0\)|refused \(bar: 0\)|lost \(bar: 0\)): [1-9]|none\): \d{3}/,
};
