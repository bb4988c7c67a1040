import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from './request-context.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the request-id hook; replaced by the guard once tenant and actor are known. */
    ctx: RequestContext;
  }
}

/** The request's context: a `TenantContext` on guarded routes, a bare `RequestContext` on public ones. */
export const Ctx = createParamDecorator(
  (_: unknown, execution: ExecutionContext) => execution.switchToHttp().getRequest<FastifyRequest>().ctx,
);
