import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock, toIso } from '../clock/clock.js';
import { DomainError } from '../errors/domain-error.js';
import { INTERNAL_ERROR, NOT_FOUND, UNAVAILABLE } from '../errors/error-codes.js';
import { dialectWireAt, type FailedRequest, type WireFailure } from './dialect-wire.js';
import { failureEnvelope } from './envelope.js';
import {
  INVALID_PARAMETER,
  MALFORMED_JSON,
  METHOD_NOT_ALLOWED,
  PAYLOAD_TOO_LARGE,
  statusOf,
  UNSUPPORTED_MEDIA_TYPE,
} from './http-errors.js';
import { limitHeaders } from './limit-headers.js';
import { SECURITY_HEADERS } from './security-headers.js';
import { RouteTable } from './route-table.js';
import { mayBringMuchMore } from './takes-files.decorator.js';

/** What decides how a failure is told: the route, or the URL where there is none. */
type RequestToFail = Omit<FailedRequest, 'at'> & { readonly url: string };

/** When nothing better is known: how long to wait before asking again. */
const UNAVAILABLE_SECONDS = 2;

/**
 * The one place where failures become answers, also those that no controller saw: broken JSON, unknown routes, bodies
 * too large. The path tells whose words they are in: a dialect's or the native API's.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('ErrorFilter');

  constructor(
    private readonly clock: Clock,
    private readonly routes: RouteTable,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    this.answer(thrown, request, reply);
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = this.domainErrorOf(thrown, request, reply);
    if (error.kind === 'unexpected') {
      this.logger.error({ request_id: request.id, err: error.details.cause }, 'Unexpected error');
    } else if (error.kind === 'unavailable' && error.details.cause !== undefined) {
      this.logger.warn({ request_id: request.id, err: error.details.cause }, error.message);
    }
    // After a stream began there is nothing left to say but to cut it.
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (error.kind === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
    const { status, body } = this.failureOf(error, failedRequest(request));
    const { retryAfterSeconds = status === 503 ? UNAVAILABLE_SECONDS : undefined } = error.details;
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    if (error.details.limit) reply.headers(limitHeaders(error.details.limit));
    if (mayBringMuchMore(request.headers)) reply.header('connection', 'close');
    // What was said of the answer that did not come.
    for (const name of ['content-disposition', 'etag', 'accept-ranges']) reply.removeHeader(name);
    reply.headers({ ...SECURITY_HEADERS, 'x-request-id': request.id });
    reply.status(status).type('application/json; charset=utf-8').send(body);
  }

  /** What a failure of a request is told as. */
  failureOf(error: DomainError, { url, ...request }: RequestToFail): WireFailure {
    const at = this.clock.now();
    const wire = dialectWireAt(request.route ?? url);
    return wire
      ? wire.failure(error, { ...request, at })
      : { status: statusOf(error), body: failureEnvelope(error, request.id, toIso(at)) };
  }

  private domainErrorOf(thrown: unknown, request: FastifyRequest, reply: FastifyReply): DomainError {
    if (thrown instanceof DomainError) return thrown;
    const status = statusIn(thrown);
    switch (status) {
      // Files outside the folder that is served are as good as none.
      case 403:
      case 404:
        return this.unknownRoute(request, reply);
      case 413:
        return new DomainError(PAYLOAD_TOO_LARGE);
      case 415:
        return new DomainError(UNSUPPORTED_MEDIA_TYPE);
      case 503:
        return new DomainError(UNAVAILABLE, { retryAfterSeconds: 1, cause: thrown });
      case undefined:
      default:
        // Whatever else the framework holds against a request, such as a range that is none, is the request's fault.
        if (status === undefined || status < 400 || status >= 500) {
          return new DomainError(INTERNAL_ERROR, { cause: thrown });
        }
        return new DomainError(codeIn(thrown).includes('JSON') ? MALFORMED_JSON : INVALID_PARAMETER, {
          message: thrown instanceof Error ? thrown.message : undefined,
        });
    }
  }

  private unknownRoute(request: FastifyRequest, reply: FastifyReply): DomainError {
    const allowed = this.routes.methodsAt(request.url);
    // A path with a wildcard may know the method and still have nothing there.
    if (allowed.length === 0 || allowed.includes(request.method)) return new DomainError(NOT_FOUND);
    reply.header('allow', allowed.join(', '));
    return new DomainError(METHOD_NOT_ALLOWED);
  }
}

export function failedRequest({ id, method, url, is404, routeOptions, params }: FastifyRequest): RequestToFail {
  const route = is404 ? null : (routeOptions.url ?? null);
  return { id, method, url, route, parameters: params as Readonly<Record<string, string>> };
}

function statusIn(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const { statusCode } = (thrown ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

function codeIn(thrown: unknown): string {
  const { code } = (thrown ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
