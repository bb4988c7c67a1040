/**
 * node node-health.mjs <port>=<port of a node> …: tells balancers whether a node may be used. A node takes connections
 * long before it has its data, and still when it has lost its cluster; only one that is synced (4), or gives its data to
 * another meanwhile (2), is of use. One connection to each node stays, so that asking costs next to nothing.
 */
import { createServer } from 'node:http';
import { createConnection } from 'mysql2/promise';

const PATIENCE_MS = 1_500;
const STATE =
  "SELECT VARIABLE_VALUE AS state FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'WSREP_LOCAL_STATE'";

for (const pair of process.argv.slice(2)) {
  const [port, node] = pair.split('=').map(Number);
  let connection = null;
  const isOfUse = async () => {
    try {
      connection ??= await connect(node);
      const [[row]] = await connection.query({ sql: STATE, timeout: PATIENCE_MS });
      return row.state === '4' || row.state === '2';
    } catch {
      connection?.destroy();
      connection = null;
      return false;
    }
  };
  createServer(async (_, response) => {
    const [status, text] = (await isOfUse()) ? [200, 'of use'] : [503, 'of no use'];
    response.writeHead(status, { 'content-type': 'text/plain' }).end(`${text}\n`);
  }).listen(port, '127.0.0.1');
}

async function connect(port) {
  const connection = await createConnection({ host: '127.0.0.1', port, user: 'root', connectTimeout: PATIENCE_MS });
  // A node that dies is told to whoever asks next.
  connection.on('error', () => undefined);
  return connection;
}
