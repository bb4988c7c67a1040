import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { isPublic } from '../../../platform/context/public.decorator.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { FORBIDDEN } from '../../../platform/errors/error-codes.js';
import { TENANT_SUSPENDED, unauthenticated } from '../domain/auth.errors.js';
import { accessOf, type RouteAccess } from './allow.decorator.js';
import { Authenticator } from './authenticator.service.js';
import type { Principal } from './principal-cache.js';
import { SignedUrls } from './signed-urls.service.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever the guard let in. */
    user?: Principal;
  }
}

const KEY = /^Bearer (sk_[\w-]{20,100})$/i;

/**
 * The one lock on every route: who are you, does your tenant run, may your role do this. What a role may do with a
 * particular record is the services' business.
 */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly signedUrls: SignedUrls,
  ) {
    super();
  }

  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    const handler = execution.getHandler();
    if (isPublic(handler)) return true;
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const access = accessOf(handler);
    const principal = await this.authenticate(execution, request, access);
    authorise(principal, access);
    const { tenant, actor } = principal;
    const ctx: TenantContext = { ...request.ctx, tenant: { id: tenant.id, code: tenant.code }, actor };
    request.ctx = ctx;
    request.user = principal;
    return true;
  }

  /** Called by passport with what came of the token. */
  override handleRequest<T>(error: unknown, principal: T | false | undefined, refusal: unknown): T {
    if (error) throw error as Error;
    if (principal) return principal;
    throw refusal instanceof DomainError ? refusal : unauthenticated();
  }

  private async authenticate(
    execution: ExecutionContext,
    request: FastifyRequest,
    access: RouteAccess,
  ): Promise<Principal> {
    const key = KEY.exec(request.headers.authorization ?? '')?.[1];
    if (key !== undefined) return this.authenticator.principalOfKey(request.ctx, key);
    const { signature } = request.query as { signature?: unknown };
    if (access.signedUrl && typeof signature === 'string') {
      return this.signedUrls.principalOf(request.ctx, request.url.split('?')[0] ?? '', signature);
    }
    await super.canActivate(execution);
    if (!request.user) throw unauthenticated();
    return request.user;
  }
}

function authorise(principal: Principal, access: RouteAccess): void {
  if (principal.tenant.suspended) throw new DomainError(TENANT_SUSPENDED);
  const allowed =
    principal.scopes === null
      ? access.roles.includes(principal.actor.role)
      : access.scope === 'own-profile' || (access.scope !== null && principal.scopes.includes(access.scope));
  if (!allowed) throw new DomainError(FORBIDDEN);
}
