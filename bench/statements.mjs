/** How many statements a request costs, counted on the wire between the service and MariaDB or MySQL. */
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const BATCHES = 5;
const REQUESTS = 40;
const QUIET_MS = 2_000;
/** COM_QUERY and COM_STMT_EXECUTE. */
const STATEMENTS = new Set([0x03, 0x17]);
const HEADER_BYTES = 4;

/**
 * Starts one more process of the service, whose database connections are listened to. `of` sends it requests one after
 * the other and gives the median of some batches; what the process does on its own is taken off. Null on SQLite, where
 * there is no wire.
 */
export async function countStatements({ engine, database, startBeside }) {
  if (engine !== 'mysql') return { of: async () => null, end: async () => {} };
  const wire = await listenBetween(new URL(database.url));
  const service = await startBeside({ DB_URL: wire.url, WORKERS: '1' });
  let quiet = null;
  return {
    of: async (put) => {
      await put(service.url, 1);
      quiet ??= await counted(wire, () => sleep(QUIET_MS));
      const batches = [];
      for (let batch = 0; batch < BATCHES; batch++) {
        const busy = await counted(wire, () => put(service.url, REQUESTS));
        batches.push((busy.count - (quiet.count / quiet.elapsed) * busy.elapsed) / REQUESTS);
      }
      return Math.max(0, batches.toSorted((a, b) => a - b)[BATCHES >> 1]);
    },
    end: async () => {
      await service.end('SIGTERM');
      wire.close();
    },
  };
}

async function counted(wire, work) {
  const before = wire.count();
  const begin = performance.now();
  await work();
  return { count: wire.count() - before, elapsed: performance.now() - begin };
}

/** Hands everything on in both directions, and counts the commands that are statements. */
async function listenBetween(server) {
  let statements = 0;
  const proxy = createServer((client) => {
    const upstream = connect(Number(server.port || 3306), server.hostname);
    const count = commandReader((command) => (statements += Number(STATEMENTS.has(command))));
    client.on('data', count).pipe(upstream).pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = new URL(server);
  url.host = `127.0.0.1:${proxy.address().port}`;
  return { url: url.href, count: () => statements, close: () => proxy.close() };
}

/** Reads packets (three bytes of length, one of sequence) out of chunks; the first of a sequence is a command. */
function commandReader(onCommand) {
  let pending = Buffer.alloc(0);
  let skip = 0;
  return (chunk) => {
    pending = pending.length > 0 ? Buffer.concat([pending, chunk]) : chunk;
    for (;;) {
      const skipped = Math.min(skip, pending.length);
      skip -= skipped;
      pending = pending.subarray(skipped);
      if (skip > 0 || pending.length <= HEADER_BYTES) return;
      if (pending[3] === 0) onCommand(pending[HEADER_BYTES]);
      skip = HEADER_BYTES + pending.readUIntLE(0, 3);
    }
  };
}
