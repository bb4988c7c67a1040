/** The rows of the benchmark's data, tenant by tenant and in portions: always the same for the same number of tickets. */
import { createChance, createWriter, SOUGHT } from './vocabulary.mjs';

export const TENANTS = 200;
const INSTALLATION_ID = 1;
const DAY = 86_400_000;
const BEGIN = Date.UTC(2016, 10, 1);
const SPAN = 3_653 * DAY;
/** Tickets whose rows are made and written together. */
const PORTION = 10_000;
/** Replies of one ticket after the other; three on average. */
const REPLIES = [1, 3, 2, 4, 3, 5, 3];
/** Every so many tickets one has a thread of twenty messages, its description among them. */
const BUSY_EVERY = 500;
const BUSY_REPLIES = 19;
const CATEGORIES = ['general', 'billing', 'technical', 'account', 'delivery', 'returns', 'warranty', 'feedback'];
const TAGS = Array.from({ length: 60 }, (_, rank) => `tag-${String(rank + 1).padStart(2, '0')}`);
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];

/** Columns of every table that is written, in the order of its rows' values. */
export const COLUMNS = {
  tenants: ['id', 'code', 'name', 'status', 'settings', 'created_at', 'updated_at'],
  counters: ['tenant_id', 'name', 'value'],
  teams: ['tenant_id', 'id', 'name', 'visibility', 'created_at', 'updated_at'],
  users: [
    ...['tenant_id', 'id', 'issuer', 'subject', 'kind', 'role', 'name', 'email', 'search_key', 'email_key'],
    ...['password_hash', 'team_id', 'status', 'created_at', 'updated_at'],
  ],
  categories: ['tenant_id', 'id', 'slug', 'name', 'position', 'created_at', 'updated_at'],
  tickets: [
    ...['tenant_id', 'number', 'subject', 'description', 'status', 'priority', 'category_id', 'requester_id'],
    ...['opened_by', 'team_id', 'assignee_id', 'tags', 'custom', 'resolution', 'last_seq', 'last_public_seq'],
    ...['last_message_at', 'last_public_message_at', 'version', 'public_version', 'created_at', 'updated_at'],
    ...['public_updated_at', 'first_response_at', 'resolved_at', 'closed_at'],
  ],
  ticket_tags: ['tenant_id', 'tag', 'ticket_number'],
  ticket_participants: ['tenant_id', 'user_id', 'ticket_number'],
  messages: ['tenant_id', 'ticket_number', 'seq', 'public_seq', 'author_id', 'body', 'created_at'],
  search_texts: ['tenant_id', 'ticket_number', 'seq', 'internal', 'text'],
  read_marks: ['tenant_id', 'ticket_number', 'user_id', 'last_read_seq'],
  events: [
    ...['id', 'tenant_id', 'type', 'ticket_number', 'version', 'public_version', 'actor_type', 'actor_id'],
    ...['request_id', 'occurred_at', 'data', 'changed', 'position'],
  ],
};

/** Tenants with their sizes; the first holds half of all tickets. */
export function tenantsOf(tickets) {
  const half = Math.ceil(tickets / 2);
  return Array.from({ length: TENANTS }, (_, index) => {
    const others = TENANTS - 1;
    const rest = tickets - half;
    const size = index === 0 ? half : Math.floor(rest / others) + (index <= rest % others ? 1 : 0);
    const customers = Math.max(20, Math.ceil(size / 25));
    return {
      ...{ id: INSTALLATION_ID + 1 + index, code: `bench-${String(index + 1).padStart(3, '0')}`, tickets: size },
      ...{ admins: 1, agents: index === 0 ? 60 : 8, customers, teams: Math.max(4, Math.ceil(customers / 40)) },
    };
  });
}

/** Who and what a tenant has besides its tickets. Everybody has the password of `passwordHash`. */
export function peopleOf(tenant, passwordHash) {
  const rows = emptyRows();
  const { id, code } = tenant;
  const times = [BEGIN, BEGIN];
  const staff = tenant.admins + tenant.agents;
  rows.tenants.push([id, code, `Benchmark ${code}`, 'active', '{}', ...times]);
  for (let team = 1; team <= tenant.teams; team++) {
    rows.teams.push([id, team, `Team ${team}`, team % 2 === 1 ? 'team' : 'own', ...times]);
  }
  for (let user = 1; user <= staff + tenant.customers; user++) {
    const role = user <= tenant.admins ? 'admin' : user <= staff ? 'agent' : 'customer';
    const name = `${role[0].toUpperCase()}${role.slice(1)} ${user}`;
    const email = emailOf(tenant, user);
    const identity = ['local', email, 'person', role, name, email, `${name} ${email}`.toLowerCase(), email];
    rows.users.push([id, user, ...identity, passwordHash, teamOf(tenant, user), 'active', ...times]);
  }
  CATEGORIES.forEach((slug, index) => rows.categories.push([id, index + 1, slug, slug, index, ...times]));
  const counts = { users: staff + tenant.customers, teams: tenant.teams, categories: CATEGORIES.length };
  for (const [name, value] of Object.entries({ ...counts, tickets: tenant.tickets })) {
    rows.counters.push([id, name, value]);
  }
  return rows;
}

/** The owner of the installation, so that it is set up, and how many tenants there are. */
export function ownerOf(passwordHash) {
  const rows = emptyRows();
  const email = 'owner@example.com';
  const identity = ['local', email, 'person', 'owner', 'Owner', email, `owner ${email}`, email];
  rows.users.push([INSTALLATION_ID, 1, ...identity, passwordHash, null, 'active', BEGIN, BEGIN]);
  rows.counters.push([INSTALLATION_ID, 'users', 1], [INSTALLATION_ID, 'tenants', TENANTS]);
  return rows;
}

export function emailOf({ code }, user) {
  return `user${user}@${code}.example`;
}

/** Staff is in no team, nor is every fifth customer. */
export function teamOf(tenant, user) {
  const customer = user - tenant.admins - tenant.agents;
  return customer <= 0 || customer % 5 === 0 ? null : 1 + (customer % tenant.teams);
}

/**
 * The tickets of a tenant with all that hangs on them. `eventId` is the newest that was given; `stored` writes words for
 * the full-text index as the service does.
 */
export function* ticketsOf(tenant, eventId, stored) {
  const chance = createChance(tenant.id);
  const write = createWriter(chance);
  const sought = soughtIn(tenant);
  let rows = emptyRows();
  for (let number = 1; number <= tenant.tickets; number++) {
    addTicket(rows, { tenant, number, eventId: eventId + number, chance, write, stored, sought: sought.get(number) });
    if (number % PORTION === 0 || number === tenant.tickets) {
      yield rows;
      rows = emptyRows();
    }
  }
}

/** Numbers of the tickets with twenty messages that still take more: the newest, none of them closed. */
export function busyOf(tenant) {
  const numbers = [];
  for (let number = BUSY_EVERY; number <= tenant.tickets; number += BUSY_EVERY) numbers.push(number);
  return numbers;
}

/** Places of what searches look for: the rare word in one of 5 000, at least in three, the order and the address once. */
function soughtIn({ tickets }) {
  const words = new Map();
  const add = (number, word) => words.set(number, `${words.get(number) ?? ''} ${word}`);
  const rare = Math.max(3, Math.floor(tickets / 5_000));
  for (let count = 0; count < rare; count++) add(1 + Math.floor((count * tickets) / rare), SOUGHT.rare);
  add(Math.max(1, Math.floor(tickets / 3)), SOUGHT.order);
  add(Math.max(1, Math.floor(tickets / 2)), SOUGHT.email);
  return words;
}

function addTicket(rows, { tenant, number, eventId, chance, write, stored, sought = '' }) {
  const staff = tenant.admins + tenant.agents;
  const requester = staff + 1 + chance.skewed(tenant.customers);
  const createdAt = BEGIN + Math.floor((SPAN * (number - 1 + chance.next())) / tenant.tickets);
  const busy = number % BUSY_EVERY === 0;
  const isRecent = number > tenant.tickets * 0.97;
  const status = busy ? 'in_progress' : statusOf(chance, isRecent);
  const team = teamOf(tenant, requester);
  const assignee = status === 'open' && chance.percent(60) ? null : tenant.admins + 1 + chance.skewed(tenant.agents);
  const priority = chance.percent(70) ? 1 : chance.percent(50) ? 0 : chance.percent(70) ? 2 : 3;
  const category = 1 + chance.skewed(CATEGORIES.length);
  const tags = [...new Set(Array.from({ length: chance.below(4) }, () => TAGS[chance.skewed(TAGS.length)]))];
  const subject = write.subject();
  const description = write.body() + sought;
  const of = [tenant.id, number];

  const thread = addReplies(rows, {
    ...{ tenant, number, createdAt, chance, write, stored, requester },
    ...{ agent: assignee ?? staff, count: busy ? BUSY_REPLIES : REPLIES[number % REPLIES.length] },
  });
  rows.search_texts.push([...of, 1, 0, stored.storedOpening(...of, subject, description)]);
  const settled = status === 'resolved' || status === 'closed' ? thread.lastAt + chance.below(DAY) : null;
  const [version, publicVersion] = [thread.lastSeq, thread.lastPublicSeq].map((seq) => seq + (settled ? 1 : 0));
  rows.tickets.push([
    ...[...of, subject, description, status, priority, category, requester, requester, team, assignee],
    ...[JSON.stringify(tags), '{}', status === 'resolved' ? 'Solved' : null, thread.lastSeq, thread.lastPublicSeq],
    ...[thread.lastAt, thread.lastPublicAt, version, publicVersion, createdAt, settled ?? thread.lastAt],
    ...[settled ?? thread.lastPublicAt, thread.firstResponseAt, settled, status === 'closed' ? settled : null],
  ]);
  for (const tag of tags) rows.ticket_tags.push([tenant.id, tag, number]);
  if (chance.percent(2)) rows.ticket_participants.push([tenant.id, staff + 1 + chance.below(tenant.customers), number]);
  if (assignee !== null && chance.percent(30)) rows.read_marks.push([...of, assignee, thread.lastSeq]);
  if (chance.percent(20)) rows.read_marks.push([...of, requester, 1 + chance.below(thread.lastSeq)]);
  const data = {
    ...{ number, subject, description, status: 'open', priority: PRIORITIES[priority], category_id: category },
    ...{ requester_id: requester, team_id: team, assignee_id: null, tags, linked_resource: null, custom: {} },
    ...{ resolution: null, first_response_at: null, resolved_at: null, closed_at: null },
  };
  rows.events.push([
    ...[eventId, tenant.id, 'ticket.created', number, 1, 1, 'user', requester, 'seed', createdAt],
    ...[JSON.stringify(data), '{}', eventId],
  ]);
}

function addReplies(rows, { tenant, number, createdAt, chance, write, stored, requester, agent, count }) {
  const of = [tenant.id, number];
  const thread = { lastSeq: 1, lastPublicSeq: 1, lastAt: createdAt, lastPublicAt: createdAt, firstResponseAt: null };
  for (let reply = 0; reply < count; reply++) {
    const byStaff = reply % 2 === 0;
    const isPublic = !byStaff || reply === 0 || !chance.percent(30);
    const body = write.body();
    thread.lastSeq++;
    thread.lastAt += 60_000 + chance.below(DAY / 4);
    if (isPublic) {
      thread.lastPublicSeq++;
      thread.lastPublicAt = thread.lastAt;
      if (byStaff) thread.firstResponseAt ??= thread.lastAt;
    }
    const publicSeq = isPublic ? thread.lastPublicSeq : null;
    const author = byStaff ? agent : requester;
    rows.messages.push([...of, thread.lastSeq, publicSeq, author, body, thread.lastAt]);
    const words = stored.storedMessage(...of, body, !isPublic);
    rows.search_texts.push([...of, thread.lastSeq, Number(!isPublic), words]);
  }
  return thread;
}

function statusOf(chance, isRecent) {
  const share = chance.next() * 100;
  if (isRecent) return share < 40 ? 'open' : share < 65 ? 'in_progress' : share < 85 ? 'pending' : 'resolved';
  return share < 85 ? 'closed' : share < 98 ? 'resolved' : share < 99 ? 'pending' : 'open';
}

function emptyRows() {
  return Object.fromEntries(Object.keys(COLUMNS).map((table) => [table, []]));
}
