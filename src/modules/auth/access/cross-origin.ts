import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../../platform/config/config.js';
import type { RequestContext, TenantContext } from '../../../platform/context/request-context.js';
import { TenantsService } from '../tenants/tenants.service.js';

const ALLOWED = 'access-control-allow-origin';

/** Which pages may read our answers: those of the installation's origins, and those of the tenant's own. */
@Injectable()
export class CrossOrigin {
  constructor(
    private readonly tenants: TenantsService,
    private readonly config: Config,
  ) {}

  /** While nobody knows yet who asks, the origins of every active tenant will do: a preflight carries no token. */
  async allows(ctx: RequestContext, origin: string | undefined): Promise<boolean> {
    if (origin === undefined) return false;
    return this.config.CORS_ORIGINS.includes(origin) || this.tenants.allowsOrigin(ctx, origin);
  }

  /** Takes the permission back that another tenant's list has given, once it is known whose request it is. */
  async narrow(ctx: TenantContext, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { origin } = request.headers;
    if (origin === undefined || reply.getHeader(ALLOWED) === undefined || this.config.CORS_ORIGINS.includes(origin)) {
      return;
    }
    const { settings } = await this.tenants.current(ctx);
    if (!settings.cors_origins.includes(origin)) reply.removeHeader(ALLOWED);
  }
}
