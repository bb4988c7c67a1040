import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { ShortCache } from '../../../platform/database/short-cache.js';
import type { IdentityProvider } from '../identity-providers/domain/identity-provider.js';
import type { User } from '../users/domain/user.js';
import type { Principal } from './caller.js';

/** Principals, users and identity providers looked up a moment ago, so that sign-outs and deactivations act within seconds. */
@Injectable()
export class PrincipalCache {
  private readonly principals = new ShortCache<string, Principal>(20_000);
  private readonly users = new ShortCache<string, User>(20_000);
  private readonly providers = new ShortCache<string, readonly IdentityProvider[]>(2_000);

  principal(ctx: RequestContext, credential: string, load: () => Promise<Principal>): Promise<Principal> {
    return this.principals.get(ctx, credential, load);
  }

  user(ctx: RequestContext, tenantId: number, userId: number, load: () => Promise<User>): Promise<User> {
    return this.users.get(ctx, `${tenantId}/${userId}`, load);
  }

  /** The providers that may have signed tokens with these claims. */
  providersOf(
    ctx: RequestContext,
    claims: string,
    load: () => Promise<readonly IdentityProvider[]>,
  ): Promise<readonly IdentityProvider[]> {
    return this.providers.get(ctx, claims, load);
  }

  forget(credential: string): void {
    this.principals.forget(credential);
  }

  forgetUser(tenantId: number, userId: number): void {
    this.principals.forgetWhere(({ tenant, user }) => tenant.id === tenantId && user.id === userId);
    this.users.forget(`${tenantId}/${userId}`);
  }

  forgetTenant(tenantId: number): void {
    this.principals.forgetWhere(({ tenant }) => tenant.id === tenantId);
    this.users.forgetKeys((key) => key.startsWith(`${tenantId}/`));
  }

  forgetProviders(): void {
    this.providers.clear();
    this.principals.clear();
  }
}
