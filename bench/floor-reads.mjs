/** The reads of the floor: the same answers as the service's, by SQL written by hand. */
import { createHmac } from 'node:crypto';
import { iso, NO_TICKET, ticketOf } from './floor-answers.mjs';

export const PAGE = 25;
const NEWEST = 50;
const COUNTED_TO = 10_000;
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];

export const TICKET = `t.number, t.subject, t.description, t.status, t.priority, t.category_id, t.requester_id, t.opened_by,
  t.team_id, t.assignee_id, t.tags, t.linked_type, t.linked_external_id, t.custom, t.resolution, t.last_seq,
  t.last_public_seq, t.last_message_at, t.last_public_message_at, t.version, t.public_version, t.created_at,
  t.updated_at, t.public_updated_at, t.first_response_at, t.resolved_at, t.closed_at, c.slug AS category_slug,
  c.name AS category_name, r.name AS requester_name, r.email AS requester_email, rt.id AS requester_team_id,
  rt.name AS requester_team_name, tm.name AS team_name, s.name AS assignee_name, l.reference AS linked_reference,
  l.data AS linked_data`;
export const NAMES = `JOIN categories c ON c.tenant_id = t.tenant_id AND c.id = t.category_id
  JOIN users r ON r.tenant_id = t.tenant_id AND r.id = t.requester_id
  LEFT JOIN teams rt ON rt.tenant_id = r.tenant_id AND rt.id = r.team_id
  LEFT JOIN teams tm ON tm.tenant_id = t.tenant_id AND tm.id = t.team_id
  LEFT JOIN users s ON s.tenant_id = t.tenant_id AND s.id = t.assignee_id
  LEFT JOIN linked_resources l ON l.tenant_id = t.tenant_id AND l.type = t.linked_type
    AND l.external_id = t.linked_external_id
  LEFT JOIN read_marks k ON k.tenant_id = t.tenant_id AND k.ticket_number = t.number AND k.user_id = ?`;

/** How many messages of others came after what the reader has read; customers do not count internal ones. */
export const unread = (staff) => `(SELECT COUNT(*) FROM messages m WHERE m.tenant_id = t.tenant_id
  AND m.ticket_number = t.number AND m.seq > COALESCE(k.last_read_seq, 0) AND m.author_id <> ?
  ${staff ? '' : 'AND m.public_seq IS NOT NULL'}) + (COALESCE(k.last_read_seq, 0) < 1 AND t.opened_by <> ?) AS unread`;

export async function getTicket(database, who, number) {
  const { tenantId, id, staff } = who;
  const [sees, values] = visible(who);
  const [row] = await database.rows(
    `SELECT ${TICKET}, ${unread(staff)}, EXISTS (SELECT 1 FROM attachments f WHERE f.tenant_id = t.tenant_id
      AND f.ticket_number = t.number) AS has_files FROM tickets t ${NAMES}
      WHERE t.tenant_id = ? AND t.number = ? AND t.deleted_at IS NULL ${sees}`,
    [id, id, id, tenantId, number, ...values],
  );
  if (!row) throw NO_TICKET;
  const replies = await database.rows(
    `SELECT m.seq, m.public_seq, m.author_id, m.body, m.created_at, a.name, a.role FROM messages m
      JOIN users a ON a.tenant_id = m.tenant_id AND a.id = m.author_id
      WHERE m.tenant_id = ? AND m.ticket_number = ? ${staff ? '' : 'AND m.public_seq IS NOT NULL'}
      ORDER BY m.seq DESC LIMIT ${NEWEST + 1}`,
    [tenantId, number],
  );
  if (row.has_files || replies.length >= NEWEST || row.opened_by !== row.requester_id) {
    throw new Error('The floor knows no such ticket');
  }
  const description = {
    ...{ seq: 1, author: { id: row.requester_id, name: row.requester_name, role: 'customer' }, visibility: 'public' },
    ...{ body: row.description, attachments: [], created_at: iso(row.created_at) },
  };
  const messages = replies.map((reply) => ({
    seq: staff ? reply.seq : reply.public_seq,
    author: { id: reply.author_id, name: reply.name, role: reply.role },
    visibility: reply.public_seq === null ? 'internal' : 'public',
    body: reply.body,
    attachments: [],
    created_at: iso(reply.created_at),
  }));
  const ticket = ticketOf(row, who);
  const data = { ...ticket, messages: [description, ...messages.reverse()], messages_cursor: null };
  return { message: 'Ticket retrieved', data, etag: ticket.version };
}

/**
 * The newest changed first, found by an index alone and only then read whole;
 * `status`, `assignee_id`, `team_id`, `category` and `tag` with one value each.
 */
export async function listTickets(database, who, query) {
  const { tenantId, id, staff } = who;
  const column = staff ? 'updated_at' : 'public_updated_at';
  const where = [];
  const values = [];
  const add = (sql, ...given) => {
    where.push(`AND ${sql}`);
    values.push(...given);
  };
  if (query.has('status')) add('t.status = ?', query.get('status'));
  if (query.has('assignee_id'))
    add('t.assignee_id = ?', query.get('assignee_id') === 'me' ? id : query.get('assignee_id'));
  if (query.has('team_id')) add('t.team_id = ?', query.get('team_id'));
  if (query.has('category')) add('t.category_id = ?', await categoryOf(database, tenantId, query.get('category')));
  if (query.has('tag')) {
    add(
      `EXISTS (SELECT 1 FROM ticket_tags g WHERE g.tenant_id = t.tenant_id AND g.ticket_number = t.number AND g.tag = ?)`,
      query.get('tag'),
    );
  }
  if (query.has('cursor')) {
    const [at, last] = JSON.parse(Buffer.from(query.get('cursor').split('.')[0], 'base64url').toString());
    signature(query.get('cursor'));
    add(`t.${column} <= ? AND (t.${column} < ? OR t.number < ?)`, at, at, last);
  }
  const [sees, viewer] =
    query.has('team_id') && Number(query.get('team_id')) === who.sharedTeamId ? ['', []] : visible(who);
  const page = await database.rows(
    `SELECT ${database.inOrder} ${TICKET}, ${unread(staff)} FROM (
      SELECT t.number FROM tickets t WHERE t.tenant_id = ? AND t.deleted_at IS NULL ${where.join(' ')} ${sees}
      ORDER BY t.${column} DESC, t.number DESC LIMIT ${PAGE + 1}
    ) found CROSS JOIN tickets t ON t.tenant_id = ? AND t.number = found.number ${NAMES}
    ORDER BY t.${column} DESC, t.number DESC`,
    [id, id, tenantId, ...values, ...viewer, tenantId, id],
  );
  const shown = page.slice(0, PAGE);
  const last = shown.at(-1);
  const more = page.length > PAGE;
  const meta = { limit: PAGE, next_cursor: more ? cursor([last[column], last.number]) : null, has_more: more };
  return { message: 'Tickets retrieved', data: shown.map((row) => ticketOf(row, who)), meta };
}

/** Thirty lists and more in one statement, each counted to the first beyond the cap; filters as above. */
export async function countTickets(database, who, lists) {
  const values = [];
  const counts = [];
  for (const list of lists) {
    const query = new URLSearchParams(list);
    const where = [];
    values.push(who.tenantId);
    if (query.has('status')) {
      const statuses = query.get('status').split(',');
      where.push(`AND t.status IN (${statuses.map(() => '?').join(', ')})`);
      values.push(...statuses);
    }
    if (query.has('priority')) {
      where.push('AND t.priority = ?');
      values.push(PRIORITIES.indexOf(query.get('priority')));
    }
    if (query.has('assignee_id')) {
      where.push('AND t.assignee_id = ?');
      values.push(query.get('assignee_id') === 'me' ? who.id : query.get('assignee_id'));
    }
    if (query.has('category')) {
      where.push('AND t.category_id = ?');
      values.push(await categoryOf(database, who.tenantId, query.get('category')));
    }
    counts.push(`(SELECT COUNT(*) FROM (SELECT 1 FROM tickets t WHERE t.tenant_id = ? ${where.join(' ')}
      AND t.deleted_at IS NULL LIMIT ${COUNTED_TO + 1}) found) AS c${counts.length}`);
  }
  const [row] = await database.rows(`SELECT ${counts.join(', ')}`, values);
  const shown = (count) => (Number(count) > COUNTED_TO ? `${COUNTED_TO}+` : Number(count));
  return { message: 'Tickets counted', data: { filters: Object.values(row).map(shown) } };
}

export function visible({ staff, id, sharedTeamId }) {
  if (staff) return ['', []];
  return [
    `AND (t.requester_id = ? OR t.team_id = ? OR EXISTS (SELECT 1 FROM ticket_participants p
      WHERE p.tenant_id = t.tenant_id AND p.user_id = ? AND p.ticket_number = t.number))`,
    [id, sharedTeamId, id],
  ];
}

/** Kept as the service keeps them. */
const categories = new Map();

export async function categoryOf(database, tenantId, slug) {
  const key = `${tenantId}/${slug}`;
  if (!categories.has(key)) {
    const [row] = await database.rows('SELECT id FROM categories WHERE tenant_id = ? AND slug = ?', [tenantId, slug]);
    categories.set(key, row.id);
  }
  return categories.get(key);
}

export function cursor(position) {
  const text = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${text}.${signature(text)}`;
}

/** With a key of its own: what a signature costs counts, not what it says. */
function signature(text) {
  return createHmac('sha256', 'floor').update(text).digest('base64url');
}
