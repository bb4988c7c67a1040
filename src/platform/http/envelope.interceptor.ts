import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Clock, toIso } from '../clock/clock.js';
import { messageOf } from './answer.decorator.js';
import type { PageMeta, SuccessEnvelope } from './envelope.js';
import { etagOf, isEtagged, matchesAny } from './etag.js';
import { Page } from './page.js';

/** Wraps what a native controller returns in the success envelope; a `Page` also gets `meta` and `Link`. */
@Injectable()
export class EnvelopeInterceptor implements NestInterceptor {
  constructor(private readonly clock: Clock) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<SuccessEnvelope | undefined> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    const handler = execution.getHandler();
    return next.handle().pipe(
      map((result: unknown) => {
        if (isEtagged(handler)) {
          const { version } = result as { readonly version: number };
          reply.header('etag', etagOf(version)).header('cache-control', 'private, no-cache');
          if (request.method === 'GET' && matchesAny(request.headers['if-none-match'], version)) {
            reply.status(304);
            return undefined;
          }
        }
        return this.envelope(result, messageOf(handler), request, reply);
      }),
    );
  }

  private envelope(result: unknown, message: string, request: FastifyRequest, reply: FastifyReply): SuccessEnvelope {
    const page = result instanceof Page ? result : null;
    if (page?.nextCursor && page.hasMore)
      reply.header('link', `<${nextUrl(request.url, page.nextCursor)}>; rel="next"`);
    return {
      success: true,
      message,
      data: page ? page.items : (result ?? null),
      ...(page && { meta: metaOf(page) }),
      request_id: request.id,
      timestamp: toIso(this.clock.now()),
    };
  }
}

function metaOf(page: Page<unknown>): PageMeta {
  return {
    limit: page.limit,
    next_cursor: page.nextCursor,
    has_more: page.hasMore,
    ...(page.total !== undefined && { total: page.total }),
  };
}

function nextUrl(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}
