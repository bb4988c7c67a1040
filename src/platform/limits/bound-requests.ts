import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { limitHeaders } from '../http/limit-headers.js';
import { Admission, type Leave, type Work, workOf } from './admission.service.js';
import { boundsOf } from './bounds.decorator.js';
import { KnownCallers, partyOf } from './known-callers.js';
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

/**
 * Bounds what requests may cost that were let in on arrival. Before a credential is looked at: how much the address has
 * sent. Once the body is there: a place to work in. What actor and tenant have sent is the interceptor's, behind the guard.
 */
export function boundRequests(app: NestFastifyApplication): void {
  const [admission, limits, callers] = [app.get(Admission), app.get(RateLimits), app.get(KnownCallers)];
  const server = app.getHttpAdapter().getInstance();
  server.decorateRequest('knownTenant', null);
  server.decorateRequest('charged', null);
  server.decorateRequest('leave', null);

  const bounds = (request: FastifyRequest) => boundsOf(request, request.routeOptions.config);

  server.addHook('onRequest', async (request, reply) => {
    request.knownTenant = callers.tenantOf(request);
    if (bounds(request) === 'none' || request.knownTenant !== null) return;
    const network = networkOf(request.ip);
    request.charged = network;
    const standing = await limits.take('address', network);
    if (standing) reply.headers(limitHeaders(standing));
  });

  server.addHook('preHandler', async (request, reply) => {
    if (bounds(request) !== 'all' || request.is404) return;
    const work = workOf(request.headers, request.routeOptions.config);
    const party = partyOf(request.knownTenant);
    request.leave = admission.tryEnter(work, party) ?? (await enterUnlessGone(admission, work, party, reply));
  });

  server.addHook('onSend', (request, reply, _payload, done) => {
    request.leave?.();
    // A credential that opens nothing is none.
    if (reply.statusCode === 401 || reply.statusCode === 403) callers.forget(request);
    done();
  });
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
