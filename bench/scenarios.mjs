/** What is asked of the service: by name, the requests of each, as one of the people that `bench:seed` made. */
import { call, must } from '../scripts/service.mjs';

const PAGE = 25;
const WALKED_AT_ONCE = 100;
const DEPTH = 1_000;
const LIST = '/api/v1/tickets';

/** A description long enough to be real. */
const BODY =
  'The dashboard shows an error message, and nothing that I tried so far has helped. It began after the update.';

/**
 * The scenarios on a seeded installation. Each has a `name`, who asks (`as`), its `requests`, and whether the `floor`
 * does the same, and whether it must find something; `constant` ones are reads, which are also answered without any work,
 * and `compared` ones are answered by the floor once but not measured there: it takes seconds for words that are in
 * hundreds of thousands of messages.
 */
export async function scenariosOf(url, seeded, tokens, wanted = null) {
  const { large, password, sought } = seeded;
  const agent = (name, path) => ({ name, as: 'agent', floor: true, constant: true, requests: [get(path)] });
  const search = (name, q, { as = 'agent', floor = false } = {}) => ({
    ...{ name, as, finds: true, floor, compared: true },
    requests: [get(`${LIST}?${new URLSearchParams({ q })}`)],
  });
  // A walk through thousands of tickets, for those who want it alone.
  const deep = (wanted?.includes('list-deep') ?? true) ? await deepPage(url, large, tokens.agent) : null;
  const teamId = (await must(call(url, 'GET', '/api/v1/auth/me', undefined, tokens.customer))).data.team.id;
  return [
    { ...agent('get', ''), requests: large.busy.slice(-200).map((number) => get(`${LIST}/${number}`)) },
    agent('list', LIST),
    agent('list-status', `${LIST}?status=open`),
    // Enough for a full page, also of the smallest installation.
    agent('list-assignee', `${LIST}?assignee_id=me&status=resolved`),
    { ...agent('list-team', `${LIST}?team_id=${teamId}`), as: 'customer' },
    agent('list-category', `${LIST}?category=technical`),
    agent('list-tag', `${LIST}?tag=tag-05`),
    ...(deep ? [agent('list-deep', `${LIST}?cursor=${encodeURIComponent(deep.cursor)}`)] : []),
    search('search-rare', sought.rare, { floor: true }),
    search('search-common', sought.common),
    search('search-two', sought.two),
    search('search-customer', sought.common, { as: 'customer' }),
    search('search-order', sought.order, { floor: true }),
    agent('counts', `${LIST}/counts?${views(large)}`),
    { name: 'login', floor: true, requests: [login(large, password)] },
    { name: 'create', as: 'customer', floor: true, writes: true, requests: [post(LIST, newTicket())] },
    { name: 'reply', as: 'agent', floor: true, writes: true, requests: replies(large) },
  ];
}

const get = (path) => ({ method: 'GET', path });
const post = (path, body) => ({
  ...{ method: 'POST', path, body: JSON.stringify(body) },
  headers: { 'content-type': 'application/json' },
});

function login({ code, agent }, password) {
  return post('/api/v1/auth/login', { tenant: code, email: agent, password });
}

function newTicket() {
  const fields = { category: 'technical', priority: 'high', tags: ['tag-01', 'tag-07'] };
  return { subject: 'The screen stays dark after the update', description: BODY, ...fields };
}

/** To the newest tickets, which are not closed, but for those that `get` reads. */
function replies({ tickets, busy }) {
  const read = new Set(busy);
  const newest = Array.from({ length: Math.min(2_000, Math.floor(tickets * 0.02)) }, (_, back) => tickets - back);
  return newest
    .filter((number) => !read.has(number))
    .map((number) => post(`${LIST}/${number}/messages`, { body: BODY }));
}

/** Thirty lists such as people keep. */
function views({ agentId }) {
  const lists = [];
  for (const status of ['open', 'in_progress', 'pending', 'resolved', 'closed', 'open,in_progress']) {
    lists.push(`status=${status}`, `status=${status}&assignee_id=me`, `status=${status}&category=technical`);
    lists.push(`status=${status}&assignee_id=${agentId + 1}`, `status=${status}&priority=urgent`);
  }
  return new URLSearchParams(lists.map((list) => ['filter', list])).toString();
}

/** The cursor of page 1 000, or of one that is nearly as deep as the list; null when the service fails on the way. */
async function deepPage(url, { tickets }, token) {
  const page = Math.min(DEPTH, Math.max(2, Math.floor((tickets / PAGE) * 0.9)));
  let cursor = '';
  let left = (page - 1) * PAGE;
  while (left > 0) {
    const limit = left >= WALKED_AT_ONCE ? WALKED_AT_ONCE : PAGE;
    const query = new URLSearchParams({ limit, ...(cursor && { cursor }) });
    const answer = await call(url, 'GET', `${LIST}?${query}`, undefined, token);
    if (!answer.ok) {
      console.log(`Left out: list-deep; on the way there the service answered ${answer.status}`);
      return null;
    }
    cursor = (await answer.json()).meta.next_cursor;
    left -= limit;
  }
  return { cursor };
}
