/** Looks on one node, beside the desk, for everything that was acknowledged. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

/** How long the desk may take to give the last events their places. */
const PATIENCE_MS = 20_000;

/** Each finding as a text; `digest` is the same for nodes that hold the same. */
export async function auditNode(node, database, entries) {
  const connection = await createConnection(node.url(database));
  const rows = async (sql) => (await connection.query(sql))[0];
  try {
    await connection.query('SET SESSION wsrep_sync_wait = 1');
    for (let waited = 0; waited < PATIENCE_MS; waited += 200) {
      const [{ left }] = await rows('SELECT COUNT(*) AS `left` FROM events WHERE position IS NULL');
      if (left === 0) break;
      await sleep(200);
    }
    const tickets = await rows('SELECT tenant_id, number, subject, last_seq, version FROM tickets ORDER BY 1, 2');
    const messages = await rows('SELECT tenant_id, ticket_number, seq, body FROM messages ORDER BY 1, 2, 3');
    const events = await rows(
      'SELECT tenant_id, ticket_number, type, version, position FROM events WHERE ticket_number IS NOT NULL ORDER BY position',
    );
    const texts = new Map(tickets.map(({ number, subject }) => [`${number}/1`, subject]));
    for (const { ticket_number: number, seq, body } of messages) texts.set(`${number}/${seq}`, body);
    return {
      name: node.name,
      tickets: tickets.length,
      messages: messages.length,
      lost: entries.filter(({ number, seq, text }) => texts.get(`${number}/${seq}`) !== text).map(placeOf),
      twice: repeated([...texts.values()]),
      torn: tickets.filter((ticket) => !isWhole(ticket, texts, events)).map(({ number }) => `${number}`),
      misplaced: misplaced(events),
      digest: createHash('sha256')
        .update(JSON.stringify([tickets, messages, events]))
        .digest('hex'),
    };
  } finally {
    connection.destroy();
  }
}

const placeOf = ({ kind, number, seq }) => `${kind} ${number}/${seq}`;

/** Every text is written once, so one that is there twice was carried out twice. */
function repeated(texts) {
  const seen = new Set();
  return texts.filter((text) => seen.size === seen.add(text).size);
}

/** Its thread has no gap, and each change has its event. */
function isWhole({ number, last_seq: last }, texts, events) {
  for (let seq = 1; seq <= last; seq++) if (!texts.has(`${number}/${seq}`)) return false;
  const told = (type) => events.filter((event) => event.ticket_number === number && event.type === type).length;
  return told('ticket.created') === 1 && told('message.created') === last - 1;
}

/** Events without a place, with another's place, or before an older one of their ticket. */
function misplaced(events) {
  const places = new Set();
  const versions = new Map();
  return events
    .filter(({ position, ticket_number: ticket, version }) => {
      const isOld = version < (versions.get(ticket) ?? 0);
      versions.set(ticket, version);
      return position === null || places.size === places.add(position).size || isOld;
    })
    .map(({ ticket_number: ticket, type, version }) => `${type} ${ticket} v${version}`);
}
