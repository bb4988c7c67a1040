/** What clients were promised, in a file of their own: a line is on disk before it counts. */
import { closeSync, fdatasync, openSync, readFileSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';

const sync = promisify(fdatasync);

export function openLedger(path) {
  const file = openSync(path, 'a');
  let waiting = [];
  let flushing = null;

  async function flush() {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      writeSync(file, batch.map(({ line }) => line).join(''));
      await sync(file);
      for (const { done } of batch) done();
    }
    flushing = null;
  }

  return {
    /** Resolves once the entry is on disk. */
    record: (entry) =>
      new Promise((done) => {
        waiting.push({ line: `${JSON.stringify(entry)}\n`, done });
        flushing ??= flush();
      }),
    read: () =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    close: () => closeSync(file),
  };
}
