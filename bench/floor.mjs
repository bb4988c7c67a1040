/**
 * What the service is held against, started by bench/run.mjs as a process of its own: the same answers and the same rows
 * by SQL written by hand on the bare driver behind bare `node:http`. Under `/constant` the same bytes without any work.
 */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { openDatabase } from './floor-database.mjs';
import { iso, NO_TICKET } from './floor-answers.mjs';
import { countTickets, getTicket, listTickets } from './floor-reads.mjs';
import { searchTickets } from './floor-search.mjs';
import { login, openTicket, postMessage } from './floor-writes.mjs';

const { engine, folder, url, secret } = JSON.parse(process.env.FLOOR);
const database = openDatabase({ engine, folder, url });
/** Who asks is known from a moment ago, as in the service. */
const TRUST_MS = 4_000;
const callers = new Map();
const constants = new Map();

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    response.statusCode = error === NO_TICKET ? 404 : 500;
    response.end(JSON.stringify({ success: false, message: error.message }));
  });
});
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.once('disconnect', () => process.exit());

async function answer(request, response) {
  const requestId = randomUUID();
  if (request.url.startsWith('/constant')) {
    const path = request.url.slice('/constant'.length);
    if (!constants.has(path)) constants.set(path, bodyOf(await route(request, path, requestId), requestId));
    send(response, constants.get(path));
    return;
  }
  const result = await route(request, request.url, requestId);
  if (result.etag !== undefined) response.setHeader('etag', `"${result.etag}"`);
  send(response, bodyOf(result, requestId), result.status);
}

function bodyOf({ message, data, meta }, requestId) {
  const rest = { request_id: requestId, timestamp: iso(Date.now()) };
  return Buffer.from(JSON.stringify({ success: true, message, data, ...(meta && { meta }), ...rest }));
}

function send(response, body, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
  response.end(body);
}

async function route(request, path, requestId) {
  const { pathname, searchParams } = new URL(path, 'http://floor');
  if (pathname === '/api/v1/auth/login') return login(database, secret, requestId, await jsonOf(request));
  const who = await callerOf(request.headers.authorization);
  const [, number, messages] = /^\/api\/v1\/tickets(?:\/(\d+)(\/messages)?)?$/.exec(pathname) ?? [];
  if (request.method === 'GET' && number) return getTicket(database, who, Number(number));
  if (pathname === '/api/v1/tickets/counts') return countTickets(database, who, searchParams.getAll('filter'));
  if (request.method === 'GET' && pathname === '/api/v1/tickets') {
    return searchParams.has('q')
      ? searchTickets(database, who, searchParams)
      : listTickets(database, who, searchParams);
  }
  if (request.method === 'GET') throw NO_TICKET;
  if (messages) return postMessage(database, who, requestId, Number(number), await jsonOf(request));
  return openTicket(database, who, requestId, await jsonOf(request));
}

async function jsonOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

async function callerOf(header) {
  const token = header.slice('Bearer '.length);
  const dot = token.lastIndexOf('.');
  const expected = createHmac('sha256', secret).update(token.slice(0, dot)).digest();
  if (!timingSafeEqual(expected, Buffer.from(token.slice(dot + 1), 'base64url'))) throw NO_TICKET;
  const { sid, exp } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
  if (exp * 1_000 < Date.now()) throw NO_TICKET;
  const known = callers.get(sid);
  if (known && known.until > Date.now()) return known.who;
  const who = load(sid);
  callers.set(sid, { who, until: Date.now() + TRUST_MS });
  return who;
}

async function load(sessionId) {
  const [row] = await database.rows(
    `SELECT u.tenant_id, u.id, u.role, u.name, u.email, u.team_id, n.name AS team_name, n.visibility
      FROM sessions s JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
      LEFT JOIN teams n ON n.tenant_id = u.tenant_id AND n.id = u.team_id
      WHERE s.id = ? AND s.revoked_at IS NULL AND s.expires_at > ? AND u.status = 'active'`,
    [sessionId, Date.now()],
  );
  if (!row) throw NO_TICKET;
  return {
    ...{ tenantId: row.tenant_id, id: row.id, role: row.role, staff: row.role !== 'customer', name: row.name },
    ...{ email: row.email, teamId: row.team_id, teamName: row.team_name },
    sharedTeamId: row.visibility === 'team' ? row.team_id : null,
  };
}
