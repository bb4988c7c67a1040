import { randomUUID } from 'node:crypto';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import cors from '@fastify/cors';
import multipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CrossOrigin } from './modules/auth/index.js';
import { Clock, toIso } from './platform/clock/clock.js';
import { Config } from './platform/config/config.js';
import type { TenantContext } from './platform/context/request-context.js';
import { DomainError } from './platform/errors/domain-error.js';
import { notFound } from './platform/errors/error-codes.js';
import { Drain } from './platform/health/drain.js';
import { AccessLog } from './platform/http/access-log.js';
import { failureEnvelope } from './platform/http/envelope.js';
import { ErrorFilter } from './platform/http/error.filter.js';
import { INVALID_PARAMETER } from './platform/http/http-errors.js';
import { parseJsonBody } from './platform/http/json-body.js';
import { requestIdOf } from './platform/http/request-id.js';
import { ROUTER_OPTIONS, RouteTable } from './platform/http/route-table.js';
import { SECURITY_HEADERS, securityHeaders } from './platform/http/security-headers.js';
import { boundTimes, connectionTimes } from './platform/http/time-limits.js';
import { boundRequests } from './platform/limits/bound-requests.js';
import { shedLoad } from './platform/limits/load-shedding.js';
import { serveDocs } from './platform/http/docs/serve-docs.js';
import { servePages } from './platform/http/pages/serve-pages.js';

declare module 'fastify' {
  interface FastifyInstance {
    errorFilter: ErrorFilter;
  }
}

const JSON_LIMIT_BYTES = 1_048_576;

/** What pages may send beside what browsers allow anyway, on any of the wires. */
const REQUEST_HEADERS = [
  ...['Authorization', 'Content-Type', 'Accept', 'Cache-Control', 'X-Requested-With', 'X-Request-Id'],
  ...['Idempotency-Key', 'If-Match', 'If-None-Match', 'If-Range', 'Range', 'Last-Event-ID', 'X-Agency-Signature'],
];
/** What pages may read beside what browsers show anyway. */
const RESPONSE_HEADERS = [
  ...['ETag', 'Link', 'Location', 'X-Request-Id', 'Idempotent-Replayed', 'Content-Disposition', 'Content-Range'],
  ...['Accept-Ranges', 'WWW-Authenticate', 'Allow', 'Retry-After', 'RateLimit', 'RateLimit-Policy'],
];

/** Statuses of what Node.js finds wrong before there is a request; 400 for the rest. */
const UNREADABLE: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** Node's own word for it, which knows but one limit for bodies of every kind. */
class BodyTooSlow extends Error {
  readonly code = 'ERR_HTTP_REQUEST_TIMEOUT';
}

/** The HTTP server under Nest. Made before the application: it also answers what never reaches Nest. */
export function createAdapter(config: Pick<Config, 'TRUST_PROXY' | 'UPLOAD_MAX_BYTES'>): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: config.TRUST_PROXY.length > 0 ? config.TRUST_PROXY : false,
    genReqId: requestIdOf,
    bodyLimit: JSON_LIMIT_BYTES,
    routerOptions: ROUTER_OPTIONS,
    ...connectionTimes(config),
    // A path that is not even text (`%ff`) names nothing; no hook and no filter of Nest's ever sees it.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      reply.server.errorFilter.answer(notFound(), request, reply),
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) =>
      isCarriedOut(socket) ? socket.destroy() : answerUnreadable(error, socket),
  });
}

/** The answer that each connection waits for, or had. */
const answers = new WeakMap<Socket, ServerResponse>();

/**
 * Whether a request is being carried out that came whole, with what cannot be read behind it. A refusal would be taken
 * for its answer.
 */
function isCarriedOut(socket: Socket): boolean {
  const answer = answers.get(socket);
  return answer !== undefined && answer.req.complete && !answer.writableEnded;
}

/** Answers what is not HTTP, or whose headers are endless: no request exists yet, only its connection. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = UNREADABLE[error.code ?? ''] ?? 400;
  const text = STATUS_CODES[status] ?? '';
  const requestId = randomUUID();
  const failure = new DomainError(INVALID_PARAMETER, { message: `The request cannot be read: ${text}` });
  const body = JSON.stringify(failureEnvelope(failure, requestId, toIso(new Clock().now())));
  const head = {
    ...SECURITY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-request-id': requestId,
    connection: 'close',
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${text}\r\n${lines.join('')}\r\n${body}`, () => socket.destroy());
}

/** Everything that the process and the tests both need between creating the application and listening. */
export async function configureApp(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  const config = app.get(Config);
  const routes = app.get(RouteTable);
  // What one caller got is not for another who uses the same browser.
  const headers = { ...securityHeaders(config), vary: 'Authorization' };
  const crossOrigin = app.get(CrossOrigin);

  server.decorate('errorFilter', app.get<never>(ErrorFilter));
  server.decorateRequest('ctx');
  server.addHook('onRoute', ({ method, url, config = {} }) => routes.add(method, url, config));
  server.addHook('onRequest', (request, reply, done) => {
    answers.set(request.raw.socket, reply.raw);
    request.ctx = { requestId: request.id, address: request.ip };
    reply.headers({ ...headers, 'x-request-id': request.id });
    done();
  });
  shedLoad(app, headers);
  boundRequests(app);
  observeRequests(app);
  app.get(Drain).observe(server);
  boundTimes(server, (request) => answerUnreadable(new BodyTooSlow(), request.raw.socket));

  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  await app.register(multipart, {
    limits: { files: 1, fields: 10, parts: 11, fieldSize: 10_000, fileSize: config.UPLOAD_MAX_BYTES + 1 },
  });
  await app.register(cors, {
    // Never with credentials: a page sends its token itself, and no browser sends one for it.
    origin: (origin: string | undefined) => crossOrigin.allows({ requestId: 'cors' }, origin),
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: REQUEST_HEADERS,
    exposedHeaders: RESPONSE_HEADERS,
    maxAge: 600,
  });
  await serveDocs(app);
  await servePages(app);
}

function observeRequests(app: NestFastifyApplication): void {
  const log = app.get(AccessLog);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done) => {
      const { tenant, actor } = request.ctx as Partial<TenantContext>;
      log.record({
        id: request.id,
        tenant: tenant?.code,
        actor: actor && `${actor.type}:${actor.id}`,
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: reply.elapsedTime,
      });
      done();
    });
}
