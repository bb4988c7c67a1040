import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPublic } from '../../../platform/context/public.decorator.js';
import type { Actor, TenantContext } from '../../../platform/context/request-context.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { FORBIDDEN } from '../../../platform/errors/error-codes.js';
import { TENANT_SUSPENDED, unauthenticated } from '../domain/auth.errors.js';
import { accessOf, type RouteAccess } from './allow.decorator.js';
import { Authenticator } from './authenticator.service.js';
import { type Caller, isPrincipal, type Principal } from './caller.js';
import { CrossOrigin } from './cross-origin.js';
import { dialectOf } from './dialect-controller.decorator.js';
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
    private readonly crossOrigin: CrossOrigin,
    private readonly modules: ModuleRef,
  ) {
    super();
  }

  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    const handler = execution.getHandler();
    if (isPublic(handler)) return true;
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const access = accessOf(handler);
    const dialect = dialectOf(execution.getClass());
    const caller = await (dialect?.scheme
      ? this.modules.get(dialect.scheme, { strict: false }).callerOf(request, handler)
      : this.authenticate(execution, request, access));
    const { tenant } = caller;
    const actor: Actor = dialect?.ownTicketsOnly ? { ...caller.actor, ownTicketsOnly: true } : caller.actor;
    const ctx: TenantContext = { ...request.ctx, tenant: { id: tenant.id, code: tenant.code }, actor };
    request.ctx = ctx;
    // Before anything is refused: a refusal, too, is not for pages of other tenants.
    await this.crossOrigin.narrow(ctx, request, execution.switchToHttp().getResponse<FastifyReply>());
    // To a wire that its tenant does not speak, a credential is as good as none.
    if (dialect && !caller.tenant.dialects.includes(dialect.dialect)) throw unauthenticated();
    authorise(caller, access);
    if (isPrincipal(caller)) request.user = caller;
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

function authorise({ tenant, actor, scopes }: Caller, access: RouteAccess): void {
  if (tenant.suspended) throw new DomainError(TENANT_SUSPENDED);
  const allowed =
    scopes === null
      ? access.roles.includes(actor.role)
      : access.scope === 'own-profile' || (access.scope !== null && scopes.includes(access.scope));
  if (!allowed) throw new DomainError(FORBIDDEN);
}
