import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SECOND } from '../clock/clock.js';
import type { Config } from '../config/config.js';
import { CSV_TYPE } from './csv-stream.js';
import { bringsFiles } from './takes-files.decorator.js';

/** What every request and answer may take, however small, in milliseconds. */
const LIMITS = { body: 30 * SECOND, answer: 60 * SECOND };
/** Files are given longer: a client as slow as this is still waited for. */
const SLOWEST_BYTES_PER_MS = 64;

/** How long connections may stay idle, and what Node itself bounds while a request arrives. */
export function connectionTimes({ UPLOAD_MAX_BYTES }: Pick<Config, 'UPLOAD_MAX_BYTES'>) {
  return {
    connectionTimeout: 60 * SECOND,
    // Balancers keep theirs for a minute; whoever closes first must not be us.
    keepAliveTimeout: 65 * SECOND,
    requestTimeout: LIMITS.body + Math.ceil(UPLOAD_MAX_BYTES / SLOWEST_BYTES_PER_MS),
    http: { headersTimeout: 10 * SECOND, connectionsCheckingInterval: 2 * SECOND },
  };
}

/**
 * Bounds what those leave open: bodies that are no files, of which a byte now and then would do, and clients that ask
 * for much and read it slowly. `late` answers the former.
 */
export function boundTimes(
  server: FastifyInstance,
  late: (request: FastifyRequest) => void,
  limits: Readonly<typeof LIMITS> = LIMITS,
): void {
  server.addHook('onRequest', (request, reply, done) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    const hasBody = encoding !== undefined || (length !== undefined && length !== '0');
    if (hasBody && !bringsFiles(request.headers, request.routeOptions.config)) {
      const timer = setTimeout(late, limits.body, request);
      const inTime = () => clearTimeout(timer);
      request.raw.once('end', inTime).once('close', inTime);
      // Answered without its body having been read.
      reply.raw.once('finish', inTime);
    }
    done();
  });
  server.addHook('onResponse', ({ raw }, _reply, done) => {
    // A file that was refused is still on its way: what nobody reads would keep the connection from its next request.
    if (!raw.complete) raw.unpipe().resume();
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    const end = timeToRead(reply, payload, limits.answer);
    if (end !== null) {
      const timer = setTimeout(() => reply.raw.destroy(), end);
      reply.raw.once('close', () => clearTimeout(timer));
    }
    done(null, payload);
  });
}

/** Null for an answer that has no end of its own, or is as long as it is read: those see to it that it is read. */
function timeToRead(reply: FastifyReply, payload: unknown, least: number): number | null {
  const type = String(reply.getHeader('content-type'));
  if (type.startsWith('text/event-stream') || type.startsWith(CSV_TYPE)) return null;
  const size = typeof payload === 'string' ? payload.length : Number(reply.getHeader('content-length') ?? 0);
  return least + size / SLOWEST_BYTES_PER_MS;
}
