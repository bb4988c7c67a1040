/**
 * npm run chaos -- two-engines [--requests 600] [--seed …]
 *
 * Sends one made-up sequence of requests to the service on SQLite and to the service on MariaDB, good ones and bad ones,
 * with texts in which databases differ: cases, accents, blanks at the end, what is no letter at all. Status, headers that
 * are part of the contract and bodies must be the same, but for times and what is drawn by lot. `--seed` repeats a run.
 */
import { randomInt } from 'node:crypto';
import { URLSearchParams } from 'node:url';
import { parseArgs } from 'node:util';
import { addPerson, call, createInstallation, PATIENT, setUp, signIn } from '../../scripts/service.mjs';

const { values: options } = parseArgs({
  options: { requests: { type: 'string', default: '600' }, seed: { type: 'string' } },
});
const REQUESTS = Number(options.requests);
const seed = Number(options.seed ?? randomInt(2 ** 31));
const random = generator(seed);
const pick = (values) => values[Math.floor(random() * values.length)];
const upTo = (most) => 1 + Math.floor(random() * most);

const TEXTS = [
  'Battery',
  'battery',
  'BATTERY ',
  ' battery',
  'Straße',
  'STRASSE',
  'élan',
  'elan',
  'İstanbul',
  'ı',
  '充電できない',
  '🔋🔌',
  'a\u0301',
  'á',
  '100 %',
  'under_score',
  "it's; -- \\",
  '0',
  'null',
  '\u0000',
  '\ud800',
  '',
  ' ',
  'x'.repeat(255),
  'x'.repeat(256),
];
const STATUSES = ['open', 'in_progress', 'pending', 'resolved', 'closed', 'Open', ''];
const PRIORITIES = ['low', 'normal', 'high', 'urgent', 'HIGH', 3];
const SORTS = ['-updated_at', '-created_at', 'created_at', '-priority', 'number'];

const people = ['admin', 'agent', 'customer', 'other'];
const installations = [];
let tickets = 0;
let categories = 1;

try {
  for (const engine of ['sqlite', 'mysql']) {
    installations.push(await createInstallation({ engine, environment: { ...PATIENT, LOG_LEVEL: 'fatal' } }));
  }
  const sides = await Promise.all(installations.map(prepare));
  const differences = [];
  let answered = 0;
  for (let count = 0; count < REQUESTS; count++) {
    const request = pick(kinds())();
    // A page behind a cursor is asked for with the cursor that each side has given.
    const answers = await Promise.all(sides.map((side) => ask(side, request)));
    const [one, other] = answers.map(({ comparable }) => JSON.stringify(comparable));
    answered += answers[0].comparable.status < 300 ? 1 : 0;
    if (one !== other) differences.push({ request, one, other });
    learn(request, answers[0]);
  }
  for (const { service } of sides) await service.end('SIGTERM');
  console.log(`Seed ${seed}: ${REQUESTS} requests, ${answered} of them answered 2xx, on SQLite and on MariaDB`);
  for (const { request, one, other } of differences.slice(0, 5)) {
    console.log(`  ${JSON.stringify(request)}\n    sqlite ${excerpt(one, other)}\n    mysql  ${excerpt(other, one)}`);
  }
  console.log(`  answered differently: ${differences.length} (bar: 0)`);
  process.exitCode = differences.length === 0 && answered > REQUESTS / 4 ? 0 : 1;
} finally {
  for (const installation of installations) await installation.remove();
}

async function prepare(installation) {
  const { url } = installation;
  const service = await installation.start();
  await setUp(url, service);
  const tokens = { admin: await signIn(url) };
  for (const name of people.slice(1)) {
    await addPerson(url, tokens.admin, { name, role: name === 'agent' ? 'agent' : 'customer' });
    tokens[name] = await signIn(url, `${name}@example.com`);
  }
  return { url, service, tokens, cursors: new Map() };
}

/** What may be asked, with how often. */
function kinds() {
  return [...Array(6).fill(openTicket), ...Array(4).fill(list), ...Array(3).fill(change), ...Array(3).fill(say)].concat(
    [act, act, read, read, thread, timeline, feed, category, changeCategory, listCategories, listPeople, addTeam, link],
  );
}

function someone() {
  return pick(people);
}

function someTicket() {
  return pick([
    upTo(Math.max(1, tickets)),
    upTo(Math.max(1, tickets)),
    upTo(tickets + 3),
    pick(['0', 'x', '1.5', '-1']),
  ]);
}

function openTicket() {
  return {
    as: someone(),
    method: 'POST',
    path: '/tickets',
    body: {
      subject: pick(TEXTS),
      description: pick([...TEXTS, 'x'.repeat(7_000)]),
      ...(random() < 0.8 ? { category: pick(['general', 'General', 'GENERAL', 'no-such', 'battery']) } : {}),
      ...(random() < 0.5 ? { priority: pick(PRIORITIES) } : {}),
      ...(random() < 0.5 ? { tags: Array.from({ length: upTo(3) }, () => pick(TEXTS)) } : {}),
      ...(random() < 0.3
        ? { custom: { [pick(TEXTS)]: pick([...TEXTS, 1e21, -0, 0.1, null, true, [1, { a: 2 }]]) } }
        : {}),
    },
  };
}

function list() {
  const query = new URLSearchParams();
  const add = (name, value) => random() < 0.2 && query.append(name, String(value));
  add('status', pick([...STATUSES, 'open,pending', 'open,closed,resolved']));
  add('priority', pick([...PRIORITIES, 'low,high']));
  add('category', pick(['general', 'GENERAL', 'battery', 'strasse']));
  add('tag', pick(TEXTS));
  add('assignee_id', pick(['me', 'null', '1', '2', '999', 'x']));
  add('requester_id', pick(['1', '3', '999']));
  add('sort', pick(SORTS));
  add('limit', pick(['1', '2', '5', '100', '0', '101', 'x']));
  add('include_total', 'true');
  const as = someone();
  return { as, method: 'GET', path: `/tickets?${query.toString()}`, pages: `${as} ${query.toString()}` };
}

function change() {
  const body = {};
  if (random() < 0.4) body.subject = pick(TEXTS);
  if (random() < 0.4) body.priority = pick(PRIORITIES);
  if (random() < 0.3) body.status = pick(STATUSES);
  if (random() < 0.3) body.tags = [pick(TEXTS), pick(TEXTS)];
  if (random() < 0.2) body.custom = { [pick(TEXTS)]: pick(TEXTS) };
  if (random() < 0.2) body.assignee_id = pick([null, 1, 2, 3, 999]);
  if (random() < 0.1) body.category_id = upTo(categories + 1);
  const headers = random() < 0.2 ? { 'if-match': pick(['W/"1"', 'W/"2"', '"1"', '*', 'x']) } : {};
  return { as: someone(), method: 'PATCH', path: `/tickets/${someTicket()}`, body, headers };
}

function say() {
  return {
    as: someone(),
    method: 'POST',
    path: `/tickets/${someTicket()}/messages`,
    body: { body: pick(TEXTS), ...(random() < 0.3 ? { visibility: pick(['public', 'internal', 'secret']) } : {}) },
  };
}

function act() {
  const [action, body] = pick([
    ['close', { resolution: pick(TEXTS) }],
    ['resolve', {}],
    ['reopen', {}],
    ['claim', undefined],
    ['assign', { assignee_id: pick([null, 1, 2, 3, 'x']) }],
    ['read', {}],
  ]);
  return { as: someone(), method: 'POST', path: `/tickets/${someTicket()}/${action}`, body };
}

function read() {
  return { as: someone(), method: pick(['GET', 'GET', 'GET', 'DELETE']), path: `/tickets/${someTicket()}` };
}

function thread() {
  const [as, path] = [someone(), `/tickets/${someTicket()}/messages?limit=${pick([1, 3, 100])}`];
  return { as, method: 'GET', path, pages: `${as} ${path}` };
}

function timeline() {
  const [as, path] = [someone(), `/tickets/${someTicket()}/events?limit=${pick([2, 100])}`];
  return { as, method: 'GET', path, pages: `${as} ${path}` };
}

function feed() {
  const [as, path] = [someone(), `/events?limit=${pick([5, 50])}`];
  return { as, method: 'GET', path, pages: `${as} ${path}` };
}

function category() {
  return { as: pick(['admin', someone()]), method: 'POST', path: '/categories', body: { name: pick(TEXTS) } };
}

/** Not the first, without which hardly a ticket could be opened any more. */
function changeCategory() {
  const path = `/categories/${1 + upTo(categories)}`;
  return pick([
    { as: 'admin', method: 'PATCH', path, body: { name: pick(TEXTS) } },
    { as: 'admin', method: 'DELETE', path },
  ]);
}

function listCategories() {
  return { as: someone(), method: 'GET', path: '/categories?include_archived=true' };
}

function listPeople() {
  const path = `/users?${new URLSearchParams({ q: pick(TEXTS), limit: pick(['1', '100']) }).toString()}`;
  const as = someone();
  return { as, method: 'GET', path, pages: `${as} ${path}` };
}

function addTeam() {
  return {
    as: 'admin',
    method: 'POST',
    path: '/teams',
    body: { name: pick(TEXTS), visibility: pick(['own', 'team']) },
  };
}

function link() {
  const path = `/linked-resources/${pick(['booking', 'Booking', 'order'])}/${encodeURIComponent(pick(TEXTS).toWellFormed())}`;
  return pick([
    { as: 'admin', method: 'PUT', path, body: { reference: pick(TEXTS), data: { text: pick(TEXTS) } } },
    { as: 'admin', method: 'GET', path },
    { as: 'admin', method: 'DELETE', path },
  ]);
}

async function ask({ url, tokens, cursors }, { as, method, path, body, headers, pages }) {
  const cursor = pages && cursors.get(pages);
  const from = cursor ? `${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : '';
  const answer = await call(url, method, `/api/v1${path}${from}`, body, tokens[as], headers);
  const text = await answer.text();
  const json = text === '' ? null : JSON.parse(text);
  if (pages) cursors.set(pages, json?.meta?.next_cursor ?? null);
  const [type, etag, location] = ['content-type', 'etag', 'location'].map((name) => answer.headers.get(name));
  return {
    json,
    comparable: { status: answer.status, type, etag, location: location?.replace(url, ''), body: normal(json, url) },
  };
}

/** What another day or another throw of the dice makes another is named by its kind. */
function normal(value, url) {
  if (Array.isArray(value)) return value.map((each) => normal(each, url));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        /^(request_id|next_cursor|messages_cursor)$/.test(key) && each !== null ? `<${key}>` : normal(each, url),
      ]),
    );
  }
  if (typeof value !== 'string') return value;
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? '<time>' : value.replace(url, '');
}

function learn({ path, method }, { comparable, json }) {
  if (method !== 'POST' || comparable.status !== 201) return;
  if (path === '/tickets') tickets = json.data.number;
  if (path === '/categories') categories = json.data.id;
}

/** From a little before the first place where they differ. */
function excerpt(text, other) {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  return `…${text.slice(Math.max(0, at - 120), at + 160)}`;
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function generator(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
