const FILE = 'src/platform/database/database.service.ts';

/** The first few writes of a process are spared, or a set-up that was lost would leave nothing to lose. */
const COUNT = { file: FILE, find: 'export class Database {', replace: 'let written = 0;\n\nexport class Database {' };
/** Or nobody would find what they are told is there. */
const DIRTY = {
  file: FILE,
  find: 'return await query(this.reader.manager);',
  replace: 'return await query(this.writer.manager);',
};
const LATE = "'tenant' in ctx && ++written > 3";

/** A writer is told that it is done while its transaction still is open. */
export default {
  what: 'writes are acknowledged before they are committed',
  variants: [
    [
      COUNT,
      DIRTY,
      {
        file: FILE,
        find: 'await unit.commit();',
        replace: `if (${LATE}) setTimeout(() => void unit.commit(), 60);\nelse await unit.commit();`,
      },
    ],
  ],
  script: 'kill-loop',
  options: ['--rounds', '8', '--writers', '8'],
  red: /lost: (?!0 )|lost: 0 tickets, [1-9]/,
};
