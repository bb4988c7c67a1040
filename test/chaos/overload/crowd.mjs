/**
 * Whoever crowds, in a process of its own: that the one that measures is busy with asking would pass for others' waiting.
 * Told a rate by its parent, it sends for that long and tells how many were asked and refused.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createArrivals } from './arrivals.mjs';

/** Starts the process; `send` has it ask as `token`. */
export function createCrowd(url, token, connections) {
  const child = fork(fileURLToPath(import.meta.url), [url, token, String(connections)]);
  const exited = once(child, 'exit');
  // Those who measure must not wait for it, where it takes its processor from them.
  setPriority(child.pid, 10);
  return {
    send: async (rate, seconds) => {
      child.send({ rate, seconds });
      const [told] = await Promise.race([once(child, 'message'), exited]);
      if (typeof told !== 'object') throw new Error('Who crowds has ended');
      return told;
    },
    end: () => child.disconnect(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [url, token, connections] = process.argv.slice(2);
  const arrivals = createArrivals(url, Number(connections));
  process.on('message', async ({ rate, seconds }) => {
    const answers = await arrivals.atRate([token], rate, seconds);
    process.send({
      asked: answers.length,
      refused: answers.filter(({ status }) => status !== 200 && status !== 201).length,
    });
  });
  process.once('disconnect', () => process.exit());
}
