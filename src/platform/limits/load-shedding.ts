import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DomainError } from '../errors/domain-error.js';
import { Drain } from '../health/drain.js';
import { AccessLog } from '../http/access-log.js';
import { ErrorFilter } from '../http/error.filter.js';
import { requestIdOf } from '../http/request-id.js';
import { type RouteAt, RouteTable } from '../http/route-table.js';
import { mayBringMuchMore } from '../http/takes-files.decorator.js';
import { Admission, workOf } from './admission.service.js';
import { boundsOf } from './bounds.decorator.js';
import { KnownCallers, partyOf } from './known-callers.js';

/**
 * Refuses what would only wait too long on its arrival, before the framework makes anything of it: when most of what
 * comes is refused, what that costs decides how much is still done. `headers` are those of every answer.
 */
export function shedLoad(app: NestFastifyApplication, headers: Readonly<Record<string, string>>): void {
  const [admission, callers, routes] = [app.get(Admission), app.get(KnownCallers), app.get(RouteTable)];
  const [failures, log, drain] = [app.get(ErrorFilter), app.get(AccessLog), app.get(Drain)];
  const headersOfAll = Object.entries({
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    // It tells no secret, and a page that may not read it takes it for a broken network.
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Retry-After, X-Request-Id',
  }).flat();

  function refusalOf(request: IncomingMessage, { config }: RouteAt): DomainError | null {
    if (boundsOf(request, config) !== 'all') return null;
    return admission.refusal(workOf(request.headers, config), partyOf(callers.tenantOf(request)));
  }

  function answer(
    refusal: DomainError,
    { pattern: route, parameters }: RouteAt,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const start = performance.now();
    const { method = '', url = '' } = request;
    const id = requestIdOf(request);
    const { status, body } = failures.failureOf(refusal, { id, method, url, route, parameters });
    const { retryAfterSeconds } = refusal.details;
    const text = JSON.stringify(body);
    const own = ['x-request-id', id, 'content-length', String(Buffer.byteLength(text))];
    if (retryAfterSeconds !== undefined) own.push('retry-after', String(retryAfterSeconds));
    if (mayBringMuchMore(request.headers) || drain.isClosed) own.push('connection', 'close');
    response.writeHead(status, headersOfAll.concat(own)).end(text);
    log.record({ id, method, route, status, ms: performance.now() - start });
  }

  atTheDoor(app.getHttpServer(), (request, response) => {
    if (!admission.isCrowded) return false;
    const route = routes.find(request.method ?? '', request.url ?? '');
    const refusal = route && refusalOf(request, route);
    if (!refusal) return false;
    answer(refusal, route, request, response);
    return true;
  });
}

/** Hands the server's own handlers only what `turnsAway` does not take. */
function atTheDoor(server: Server, turnsAway: (request: IncomingMessage, response: ServerResponse) => boolean): void {
  const handlers = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!turnsAway(request, response)) for (const handle of handlers) handle.call(server, request, response);
  });
}
