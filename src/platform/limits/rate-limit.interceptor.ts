import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { TenantContext } from '../context/request-context.js';
import { limitHeaders } from '../http/limit-headers.js';
import { KnownCallers } from './known-callers.js';
import { RateLimits } from './rate-limits.service.js';

/** Counts the requests of actors and tenants, once the guard has let them in. */
@Injectable()
export class RateLimitInterceptor implements NestInterceptor {
  constructor(
    private readonly limits: RateLimits,
    private readonly callers: KnownCallers,
  ) {}

  async intercept(execution: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const { tenant, actor } = request.ctx as Partial<TenantContext>;
    // Callers who are nobody in particular are counted by their addresses: what they send is not for the tenant to pay.
    if (!tenant || !actor || actor.type === 'system') return next.handle();
    await this.welcome(request, tenant.id);
    const standing = await this.limits.take('actor', `${tenant.id}/${actor.type}/${actor.id}`);
    if (standing) execution.switchToHttp().getResponse<FastifyReply>().headers(limitHeaders(standing));
    await this.limits.take('tenant', String(tenant.id));
    return next.handle();
  }

  /** A credential that was good was not for its address to pay. */
  private async welcome(request: FastifyRequest, tenantId: number): Promise<void> {
    if (request.charged === null) return;
    this.callers.remember(request, tenantId);
    await this.limits.giveBack('address', request.charged);
    request.charged = null;
  }
}
