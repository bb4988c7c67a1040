import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../platform/clock/clock.js';
import type { Actor, TenantRef } from '../../../platform/context/request-context.js';
import type { Scope } from '../domain/scopes.js';
import type { IdentityProvider } from '../identity-providers/domain/identity-provider.js';
import { fetched, shortCache } from '../short-cache.js';
import type { User } from '../users/domain/user.js';

/** Who a credential stands for. */
export interface Principal {
  readonly tenant: TenantRef & { readonly name: string; readonly suspended: boolean };
  readonly user: User;
  readonly actor: Actor;
  /** What a key may do; null for people. */
  readonly scopes: readonly Scope[] | null;
  readonly sessionId: string | null;
  /** The provider's token that was verified; null for every other credential. */
  readonly token: { readonly digest: string; readonly expiresAt: Instant } | null;
}

/** Principals and identity providers looked up a moment ago, so that sign-outs and deactivations act within seconds. */
@Injectable()
export class PrincipalCache {
  private readonly principals = shortCache<string, Principal>(20_000);
  private readonly providers = shortCache<string, readonly IdentityProvider[]>(2_000);

  principal(credential: string, load: () => Promise<Principal>): Promise<Principal> {
    return fetched(this.principals, credential, load);
  }

  /** The providers that may have signed tokens with these claims. */
  providersOf(claims: string, load: () => Promise<readonly IdentityProvider[]>): Promise<readonly IdentityProvider[]> {
    return fetched(this.providers, claims, load);
  }

  forget(credential: string): void {
    this.principals.delete(credential);
  }

  forgetUser(tenantId: number, userId: number): void {
    for (const [key, { tenant, user }] of this.principals.entries()) {
      if (tenant.id === tenantId && user.id === userId) this.principals.delete(key);
    }
  }

  forgetTenant(tenantId: number): void {
    for (const [key, { tenant }] of this.principals.entries()) {
      if (tenant.id === tenantId) this.principals.delete(key);
    }
  }

  forgetProviders(): void {
    this.providers.clear();
    this.principals.clear();
  }
}
