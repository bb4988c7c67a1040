/** How many statements a request costs, as the MariaDB or MySQL server counts them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

const BATCHES = 5;
const REQUESTS = 40;
const QUIET_MS = 300;

/**
 * `of` sends requests one after the other and gives the median of some batches; what the service does on its own is
 * taken off. Only right while nobody else uses the server. Null on SQLite, which counts nothing.
 */
export async function countStatements({ engine, database }) {
  if (engine !== 'mysql') return { of: async () => null, end: async () => {} };
  const connection = await createConnection(database.url);
  const asked = async () => {
    const [[{ Value }]] = await connection.query("SHOW GLOBAL STATUS LIKE 'Questions'");
    return { count: Number(Value), at: performance.now() };
  };
  const since = async (before) => {
    const after = await asked();
    // The question itself is one.
    return { count: after.count - before.count - 1, elapsed: after.at - before.at };
  };
  return {
    of: async (put) => {
      const batches = [];
      for (let batch = 0; batch < BATCHES; batch++) {
        let before = await asked();
        await sleep(QUIET_MS);
        const quiet = await since(before);
        before = await asked();
        await put(REQUESTS);
        const busy = await since(before);
        batches.push((busy.count - (quiet.count / quiet.elapsed) * busy.elapsed) / REQUESTS);
      }
      return Math.max(0, batches.toSorted((a, b) => a - b)[BATCHES >> 1]);
    },
    end: () => connection.end(),
  };
}
