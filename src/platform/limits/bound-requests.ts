import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { limitHeaders } from '../http/limit-headers.js';
import { bringsFiles } from '../http/takes-files.decorator.js';
import { Admission, type Leave, type Work } from './admission.service.js';
import { boundsOf } from './bounds.decorator.js';
import { KnownCallers } from './known-callers.js';
import { networkOf } from './network.js';
import { RateLimits } from './rate-limits.service.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The tenant that the credential was good for a moment ago; null when it is not known. */
    knownTenant: number | null;
    /** The network that is charged for the request until its credential proves good. */
    charged: string | null;
    /** Ends the use of the request's place. */
    leave: Leave | null;
  }
}

/** Answered from memory, by the server itself. */
const DOCS = /^\/docs(\/|$)/;
/** Whoever has no credential that was good a moment ago. */
const STRANGERS = 'strangers';

/**
 * Bounds what requests may cost, in three steps. On arrival, before a credential is looked at: whether there is room at
 * all, and how much the address has sent. Once the body is there: a place to work in. The third, by actor and tenant, is
 * the interceptor's, behind the guard.
 */
export function boundRequests(app: NestFastifyApplication): void {
  const [admission, limits, callers] = [app.get(Admission), app.get(RateLimits), app.get(KnownCallers)];
  const server = app.getHttpAdapter().getInstance();
  server.decorateRequest('knownTenant', null);
  server.decorateRequest('charged', null);
  server.decorateRequest('leave', null);

  const bounds = (request: FastifyRequest) =>
    request.method === 'OPTIONS' || DOCS.test(request.url) ? 'none' : boundsOf(request.routeOptions.config);

  server.addHook('onRequest', (request, reply, done) => {
    request.knownTenant = callers.tenantOf(request) ?? null;
    const refusal = bounds(request) === 'all' ? admission.refusal(workOf(request), partyOf(request)) : null;
    if (refusal) server.errorFilter.answer(refusal, request, reply);
    else done();
  });

  server.addHook('onRequest', async (request, reply) => {
    if (bounds(request) === 'none' || request.knownTenant !== null) return;
    const network = networkOf(request.ip);
    request.charged = network;
    const standing = await limits.take('address', network);
    if (standing) reply.headers(limitHeaders(standing));
  });

  server.addHook('preHandler', async (request, reply) => {
    if (bounds(request) !== 'all' || request.is404) return;
    const [work, party] = [workOf(request), partyOf(request)];
    request.leave = admission.tryEnter(work, party) ?? (await enterUnlessGone(admission, work, party, reply));
  });

  server.addHook('onSend', (request, reply, _payload, done) => {
    request.leave?.();
    // A credential that opens nothing is none.
    if (reply.statusCode === 401 || reply.statusCode === 403) callers.forget(request);
    done();
  });
}

function partyOf({ knownTenant }: FastifyRequest): string {
  return knownTenant === null ? STRANGERS : String(knownTenant);
}

function workOf(request: FastifyRequest): Work {
  return bringsFiles(request) ? 'uploads' : 'requests';
}

/** Waits for a place as long as the client does. */
async function enterUnlessGone(admission: Admission, work: Work, party: string, { raw }: FastifyReply) {
  const gone = new AbortController();
  const abort = () => gone.abort();
  raw.once('close', abort);
  try {
    return await admission.enter(work, party, gone.signal);
  } finally {
    raw.off('close', abort);
  }
}
