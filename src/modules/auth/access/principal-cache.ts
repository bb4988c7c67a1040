import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { SECOND } from '../../../platform/clock/clock.js';
import type { Actor, TenantRef } from '../../../platform/context/request-context.js';
import type { Scope } from '../domain/scopes.js';
import type { IdentityProvider } from '../identity-providers/domain/identity-provider.js';
import type { User } from '../users/domain/user.js';

/** Who a credential stands for. */
export interface Principal {
  readonly tenant: TenantRef & { readonly name: string; readonly suspended: boolean };
  readonly user: User;
  readonly actor: Actor;
  /** What a key may do; null for people. */
  readonly scopes: readonly Scope[] | null;
  readonly sessionId: string | null;
}

/**
 * A credential judged once is believed for this long, so that sign-outs and deactivations take effect within five
 * seconds on every node; on the node that makes them, at once.
 */
const TRUST = 4 * SECOND;

/** Principals and identity providers looked up a moment ago. */
@Injectable()
export class PrincipalCache {
  private readonly principals = cacheOf<Principal>(20_000);
  private readonly providers = cacheOf<{ readonly provider: IdentityProvider | null }>(2_000);

  principal(credential: string, load: () => Promise<Principal>): Promise<Principal> {
    return fetched(this.principals, credential, load);
  }

  async provider(token: string, load: () => Promise<IdentityProvider | null>): Promise<IdentityProvider | null> {
    const { provider } = await fetched(this.providers, token, async () => ({ provider: await load() }));
    return provider;
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

type Cache<V extends object> = LRUCache<string, V, () => Promise<V>>;

function cacheOf<V extends object>(max: number): Cache<V> {
  return new LRUCache<string, V, () => Promise<V>>({
    max,
    ttl: TRUST,
    // Who is forgotten while being looked up is still answered, but not kept.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: load }) => load(),
  });
}

async function fetched<V extends object>(cache: Cache<V>, key: string, load: () => Promise<V>): Promise<V> {
  return (await cache.fetch(key, { context: load })) ?? load();
}
