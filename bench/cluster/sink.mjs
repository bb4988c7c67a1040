/** An endpoint of webhooks that takes everything, and remembers in which order it came. */
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { call, must } from '../../scripts/service.mjs';

/** A delivery whose sender died is due again after 30 s. */
const PATIENCE_MS = 60_000;

export async function createSink({ url, token }) {
  const places = new Map();
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      const { id } = JSON.parse(text).data;
      if (!places.has(id)) places.set(id, places.size);
      response.end();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const webhook = { url: address, events: ['ticket.*', 'message.*'] };
  await must(call(url, 'POST', '/api/v1/webhooks', webhook, token));
  return {
    /** Waits until nothing is on its way; then what never came, and what came before an earlier event of its ticket. */
    judge: async (node, database) => {
      const connection = await createConnection(node.url(database));
      const rows = async (sql) => (await connection.query(sql))[0];
      for (let waited = 0; waited < PATIENCE_MS; waited += 250) {
        const unfinished = "SELECT COUNT(*) AS `left` FROM webhook_deliveries WHERE status IN ('pending', 'waiting')";
        const untold =
          "SELECT COUNT(*) AS `left` FROM event_marks a, event_marks b WHERE a.name = 'given' AND b.position < a.position";
        const counts = [await rows(unfinished), await rows(untold)].map(([{ left }]) => left);
        if (counts.every((left) => left === 0)) break;
        await sleep(250);
      }
      const deliveries = await rows(
        'SELECT status, event_id, ticket_number FROM webhook_deliveries WHERE ticket_number IS NOT NULL ORDER BY position',
      );
      connection.destroy();
      const last = new Map();
      const disordered = deliveries.filter(({ event_id: id, ticket_number: ticket }) => {
        const isEarly = (places.get(id) ?? Infinity) < (last.get(ticket) ?? -1);
        last.set(ticket, places.get(id) ?? Infinity);
        return isEarly;
      });
      return {
        deliveries: deliveries.length,
        missing: deliveries.filter(({ event_id: id, status }) => status !== 'delivered' || !places.has(id)).length,
        disordered: disordered.length,
      };
    },
  };
}
