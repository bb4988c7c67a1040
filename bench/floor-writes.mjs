/** The writes of the floor: the same rows as the service's, in one transaction each. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { iso, NO_TICKET, ticketOf } from './floor-answers.mjs';
import { storedMessage, storedOpening } from '../dist/platform/search/stored-words.js';
import { categoryOf } from './floor-reads.mjs';

const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
const GATHERING_MS = 25;
const BATCH = 500;
const MONTH = 30 * 86_400_000;
const LIFETIME = 900;

const EVENT = `INSERT INTO events (tenant_id, type, ticket_number, version, public_version, actor_type, actor_id,
  request_id, occurred_at, data, changed, position) VALUES (?, ?, ?, ?, ?, 'user', ?, ?, ?, ?, '{}', NULL)`;

const WORDS = 'INSERT INTO search_texts (tenant_id, ticket_number, seq, internal, text) VALUES (?, ?, ?, 0, ?)';

/** A customer's own ticket; who opens it is known, so nothing has to be read again for the answer. */
export async function openTicket(database, who, requestId, input) {
  const { tenantId, id } = who;
  const categoryId = await categoryOf(database, tenantId, input.category);
  const { subject, description, tags = [] } = input;
  const priority = PRIORITIES.indexOf(input.priority);
  const now = Date.now();
  const number = await database.transaction(async (run) => {
    const number = await database.nextNumber(run, tenantId, 'tickets');
    await run(
      `INSERT INTO tickets (tenant_id, number, subject, description, status, priority, category_id, requester_id,
        opened_by, team_id, tags, custom, last_seq, last_public_seq, last_message_at, last_public_message_at, version,
        public_version, created_at, updated_at, public_updated_at)
        VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, '{}', 1, 1, ?, ?, 1, 1, ?, ?, ?)`,
      [
        ...[tenantId, number, subject, description, priority, categoryId, id, id, who.teamId, JSON.stringify(tags)],
        ...[now, now, now, now, now],
      ],
    );
    await run(WORDS, [tenantId, number, 1, storedOpening(tenantId, number, subject, description)]);
    if (tags.length > 0) {
      await run(
        `INSERT INTO ticket_tags (tenant_id, tag, ticket_number) VALUES ${tags.map(() => '(?, ?, ?)').join(', ')}`,
        tags.flatMap((tag) => [tenantId, tag, number]),
      );
    }
    const data = {
      ...{ number, subject, description, status: 'open', priority: input.priority, category_id: categoryId },
      ...{ requester_id: id, team_id: who.teamId, assignee_id: null, tags, linked_resource: null, custom: {} },
      ...{ resolution: null, first_response_at: null, resolved_at: null, closed_at: null },
    };
    await run(EVENT, [tenantId, 'ticket.created', number, 1, 1, id, requestId, now, JSON.stringify(data)]);
    if (database.placesWithin) await placeEvents(database, run);
    return number;
  });
  wake(database);
  const row = {
    ...{ number, subject, description, status: 'open', priority, category_id: categoryId },
    ...{ category_slug: input.category, category_name: input.category, requester_id: id, requester_name: who.name },
    ...{ requester_email: who.email, requester_team_id: who.teamId, requester_team_name: who.teamName },
    ...{ assignee_id: null, assignee_name: null, team_id: who.teamId, team_name: who.teamName },
    ...{ tags: JSON.stringify(tags), linked_type: null, custom: '{}', resolution: null, last_public_seq: 1 },
    ...{ last_public_message_at: now, unread: 0, public_version: 1, created_at: now, public_updated_at: now },
    ...{ first_response_at: null, resolved_at: null, closed_at: null },
  };
  return { message: 'Ticket opened', data: ticketOf(row, who), etag: 1, status: 201 };
}

/** A public reply of staff to a ticket that was answered before, which changes nothing but counts and times. */
export async function postMessage(database, who, requestId, number, { body }) {
  const { tenantId, id } = who;
  const now = Date.now();
  const seq = await database.transaction(async (run) => {
    const [ticket] = await run(
      `SELECT status, last_seq, last_public_seq, version, public_version, first_response_at FROM tickets
        WHERE tenant_id = ? AND number = ? AND deleted_at IS NULL ${database.locking}`,
      [tenantId, number],
    );
    if (!ticket || ticket.status === 'closed' || ticket.first_response_at === null) throw NO_TICKET;
    const [next, publicNext] = [ticket.last_seq + 1, ticket.last_public_seq + 1];
    const [version, publicVersion] = [ticket.version + 1, ticket.public_version + 1];
    await run(
      `UPDATE tickets SET last_seq = ?, last_public_seq = ?, last_message_at = ?, last_public_message_at = ?,
        version = ?, public_version = ?, updated_at = ?, public_updated_at = ?
        WHERE tenant_id = ? AND number = ? AND version = ?`,
      [next, publicNext, now, now, version, publicVersion, now, now, tenantId, number, ticket.version],
    );
    await run(
      `INSERT INTO messages (tenant_id, ticket_number, seq, public_seq, author_id, body, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [tenantId, number, next, publicNext, id, body, now],
    );
    await run(WORDS, [tenantId, number, next, storedMessage(tenantId, number, body, false)]);
    const data = JSON.stringify({ seq: publicNext, author_id: id, visibility: 'public', body });
    await run(EVENT, [tenantId, 'message.created', number, version, publicVersion, id, requestId, now, data]);
    if (database.placesWithin) await placeEvents(database, run);
    return next;
  });
  wake(database);
  const author = { id, name: who.name, role: who.role };
  const data = { seq, author, visibility: 'public', body, attachments: [], created_at: iso(now) };
  return { message: 'Message added', data, status: 201 };
}

/** A session with its tokens and its line in the audit log. */
export async function login(database, secret, requestId, { tenant, email, password }) {
  const [user] = await database.rows(
    `SELECT u.*, n.name AS team_name FROM tenants o JOIN users u ON u.tenant_id = o.id
      LEFT JOIN teams n ON n.tenant_id = u.tenant_id AND n.id = u.team_id
      WHERE o.code = ? AND o.status = 'active' AND u.issuer = 'local' AND u.subject = ?`,
    [tenant, email],
  );
  if (!user || !(await verify(user.password_hash, password))) throw NO_TICKET;
  const now = Date.now();
  const session = randomBytes(32).toString('base64url');
  const refresh = `rt_${randomBytes(32).toString('base64url')}`;
  await database.transaction(async (run) => {
    await run('INSERT INTO sessions (id, tenant_id, user_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?)', [
      ...[session, user.tenant_id, user.id, now, now + MONTH],
    ]);
    await run(
      `INSERT INTO audit_entries (tenant_id, type, refused, actor_type, actor_id, address, request_id, occurred_at, data)
        VALUES (?, 'session.started', 0, 'user', ?, '127.0.0.1', ?, ?, ?)`,
      [user.tenant_id, user.id, requestId, now, JSON.stringify({ user_id: user.id })],
    );
    const digest = createHash('sha256').update(refresh).digest('hex');
    await run('INSERT INTO refresh_tokens (digest, session_id, expires_at) VALUES (?, ?, ?)', [
      ...[digest, session, now + MONTH],
    ]);
  });
  const data = {
    ...{ access_token: signedToken(secret, session, user.id, Math.floor(now / 1_000)), refresh_token: refresh },
    ...{ token_type: 'Bearer', expires_in: LIFETIME },
    user: {
      ...{ id: user.id, name: user.name, email: user.email, role: user.role, subject: user.subject },
      team: user.team_id === null ? null : { id: user.team_id, name: user.team_name },
      ...{ status: user.status, created_at: iso(user.created_at), updated_at: iso(user.updated_at) },
    },
  };
  return { message: 'Signed in', data };
}

function signedToken(secret, sid, userId, seconds) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sid, iss: 'polydesk', aud: 'polydesk', sub: String(userId), iat: seconds, exp: seconds + LIFETIME };
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

let gathering = null;

/** Positions for what was committed: after a moment for many at once, as the service does. */
function wake(database) {
  if (database.placesWithin) return;
  gathering ??= setTimeout(async () => {
    gathering = null;
    await database.transaction((run) => placeEvents(database, run)).catch(() => wake(database));
  }, GATHERING_MS);
}

async function placeEvents(database, run) {
  const [mark] = await run(`SELECT position FROM event_marks WHERE name = 'given' ${database.locking}`, []);
  const rows = await run(`SELECT id FROM events WHERE position IS NULL ORDER BY id LIMIT ${BATCH}`, []);
  if (rows.length === 0) return;
  const first = Number(mark.position) + 1;
  const cases = rows.map(({ id }, index) => `WHEN ${id} THEN ${first + index}`).join(' ');
  const ids = rows.map(({ id }) => id).join(', ');
  // One event at a time is worth a prepared statement; many at once are a text of their own each time.
  if (rows.length === 1) await run('UPDATE events SET position = ? WHERE id = ?', [first, rows[0].id]);
  else await run(`UPDATE events SET position = CASE id ${cases} END WHERE id IN (${ids})`, []);
  await run("UPDATE event_marks SET position = ? WHERE name = 'given'", [first + rows.length - 1]);
  if (rows.length === BATCH) wake(database);
}
