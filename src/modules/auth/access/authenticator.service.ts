import { Injectable } from '@nestjs/common';
import { decodeJwt, errors as jose, type JWTPayload } from 'jose';
import { LRUCache } from 'lru-cache';
import { Clock, type Instant } from '../../../platform/clock/clock.js';
import type { Actor, RequestContext } from '../../../platform/context/request-context.js';
import { digest, Keys } from '../../../platform/crypto/keys.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { UNAVAILABLE } from '../../../platform/errors/error-codes.js';
import { ApiKeysRepository } from '../api-keys/persistence/api-keys.repository.js';
import { TENANT_SUSPENDED, TOKEN_EXPIRED, UNAUTHENTICATED, unauthenticated } from '../domain/auth.errors.js';
import type { Scope } from '../domain/scopes.js';
import { endOfToken, type IdentityProvider, identityOf } from '../identity-providers/domain/identity-provider.js';
import { IdentityProvidersRepository } from '../identity-providers/persistence/identity-providers.repository.js';
import { SessionsRepository } from '../sessions/persistence/sessions.repository.js';
import { TenantsRepository } from '../tenants/persistence/tenants.repository.js';
import type { User } from '../users/domain/user.js';
import { UsersRepository } from '../users/persistence/users.repository.js';
import { type AccessToken, OWN_ISSUER, tokenDigest, verifyAccessToken } from './access-token.js';
import { Newcomers } from './newcomers.service.js';
import type { Principal } from './caller.js';
import { PrincipalCache } from './principal-cache.js';
import { ProviderKeys } from './provider-keys.js';

/** A token whose signature was checked, with who signed it: ourselves or a tenant's provider. */
export type VerifiedToken =
  | { readonly by: 'us'; readonly sessionId: string }
  | {
      readonly by: 'provider';
      readonly provider: IdentityProvider;
      readonly claims: JWTPayload;
      readonly digest: string;
      readonly expiresAt: Instant;
    };

/** The signers a token may have by its own account, before anything of it is believed: us or any of the providers. */
export type Signer = 'us' | readonly IdentityProvider[];

const MOST_TOKENS = 10_000;

/** Turns credentials into principals. Every refusal is a `DomainError`. */
@Injectable()
export class Authenticator {
  /** Tokens of ours whose signature was found good: only their end, and their session, can change anything. */
  private readonly ours = new LRUCache<string, AccessToken>({ max: MOST_TOKENS });

  constructor(
    private readonly cache: PrincipalCache,
    private readonly keys: Keys,
    private readonly providerKeys: ProviderKeys,
    private readonly providers: IdentityProvidersRepository,
    private readonly tenants: TenantsRepository,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly apiKeys: ApiKeysRepository,
    private readonly newcomers: Newcomers,
    private readonly clock: Clock,
  ) {}

  /** Finds out who should have signed a token. */
  async signerOf(ctx: RequestContext, token: string): Promise<Signer> {
    if (this.ours.has(token)) return 'us';
    const { iss, aud } = unverifiedClaims(token);
    if (iss === OWN_ISSUER) return 'us';
    const audiences = [aud ?? []].flat().slice(0, 10);
    if (iss === undefined || audiences.length === 0) throw unauthenticated();
    const providers = await this.cache.providersOf(ctx, JSON.stringify([iss, audiences]), () =>
      this.providers.findAllByIssuer(ctx, iss, audiences),
    );
    if (providers.length === 0) throw unauthenticated();
    return providers;
  }

  /** Checks the signature, the times and the audience. */
  async verify(token: string, signer: Signer): Promise<VerifiedToken> {
    if (signer !== 'us') return this.verifyByAny(token, signer);
    const { sessionId } = await this.verifyOurs(token);
    return { by: 'us', sessionId };
  }

  private async verifyOurs(token: string): Promise<AccessToken> {
    const now = this.clock.now();
    const known = this.ours.get(token);
    if (known && known.expiresAt > now) return known;
    try {
      const verified = await verifyAccessToken(this.keys.jwtSecret, token, now);
      this.ours.set(token, verified);
      return verified;
    } catch (error) {
      throw refusal(error);
    }
  }

  /** Providers of several tenants may match the audiences of one token; whose key fits has signed it. */
  private async verifyByAny(token: string, providers: readonly IdentityProvider[]): Promise<VerifiedToken> {
    const refusals: DomainError[] = [];
    for (const provider of providers) {
      try {
        const claims = await this.providerKeys.verify(provider, token);
        return {
          by: 'provider',
          provider,
          claims,
          digest: tokenDigest(token, provider),
          expiresAt: this.endOf(claims),
        };
      } catch (error) {
        refusals.push(refusal(error));
      }
    }
    // That it has expired, or that keys cannot be fetched, tells more than that somebody else's key does not fit.
    throw refusals.find(({ code }) => code !== UNAUTHENTICATED.code) ?? refusals[0] ?? unauthenticated();
  }

  private endOf({ exp }: JWTPayload): Instant {
    const expiresAt = endOfToken(exp, this.clock.now());
    if (expiresAt === null) throw unauthenticated();
    return expiresAt;
  }

  /** Who the token stands for now; a newcomer of a tenant's provider gets an account on the spot. */
  principalOf(ctx: RequestContext, token: VerifiedToken): Promise<Principal> {
    return token.by === 'us'
      ? this.cache.principal(ctx, `session ${token.sessionId}`, () => this.loadSession(ctx, token.sessionId))
      : this.cache.principal(ctx, `token ${token.digest}`, () => this.loadIdentity(ctx, token));
  }

  /** Whom a signed token stands for, wherever it was sent: a session's access token or one of a tenant's provider. */
  async principalOfToken(ctx: RequestContext, token: string): Promise<Principal> {
    return this.principalOf(ctx, await this.verify(token, await this.signerOf(ctx, token)));
  }

  /** Whom the credential of an `Authorization: Bearer` stands for: an API key or a signed token. */
  principalOfBearer(ctx: RequestContext, credential: string): Promise<Principal> {
    return credential.startsWith('sk_') ? this.principalOfKey(ctx, credential) : this.principalOfToken(ctx, credential);
  }

  /**
   * Whom an opaque token stands for. Its session is asked for every time: on wires with such tokens a sign-out acts at
   * once, on every node.
   */
  async principalOfOpaqueToken(ctx: RequestContext, token: string): Promise<Principal> {
    const sessionId = digest(token);
    const { tenantId, userId } = await this.runningSession(ctx, sessionId);
    return { ...(await this.principalOfUser(ctx, tenantId, userId)), sessionId };
  }

  /** Who an API key stands for. */
  principalOfKey(ctx: RequestContext, key: string): Promise<Principal> {
    const keyDigest = digest(key);
    return this.cache.principal(ctx, `key ${keyDigest}`, async () => {
      const found = await this.apiKeys.findByDigest(ctx, keyDigest);
      const now = this.clock.now();
      if (!found || found.revokedAt !== null || (found.expiresAt ?? now + 1) <= now) throw unauthenticated();
      const principal = await this.load(ctx, found.tenantId, found.userId, null);
      const actor: Actor = { ...principal.actor, type: 'key', id: found.id };
      return { ...principal, actor, scopes: found.scopes };
    });
  }

  /** A user as such, for links made in its name. */
  principalOfUser(ctx: RequestContext, tenantId: number, userId: number): Promise<Principal> {
    return this.cache.principal(ctx, `user ${tenantId}/${userId}`, () => this.load(ctx, tenantId, userId, null));
  }

  private async loadSession(ctx: RequestContext, sessionId: string): Promise<Principal> {
    const { tenantId, userId } = await this.runningSession(ctx, sessionId);
    return this.load(ctx, tenantId, userId, sessionId);
  }

  private async runningSession(ctx: RequestContext, id: string) {
    const session = await this.sessions.findById(ctx, id);
    if (!session || session.revokedAt !== null || session.expiresAt <= this.clock.now()) throw unauthenticated();
    return session;
  }

  private async loadIdentity(ctx: RequestContext, token: VerifiedToken & { by: 'provider' }): Promise<Principal> {
    const { provider, digest, expiresAt } = token;
    if (await this.sessions.isRevoked(ctx, digest)) throw unauthenticated();
    const identity = identityOf(provider, token.claims);
    if (!identity) throw unauthenticated();
    const tenant = await this.tenants.findById(ctx, provider.tenantId);
    if (!tenant) throw unauthenticated();
    // Said here, not by the guard: a suspended tenant gets no new users.
    if (tenant.status === 'suspended') throw new DomainError(TENANT_SUSPENDED);
    const known = await this.users.findByIdentity({ ...ctx, tenant }, identity.issuer, identity.subject);
    const user = await this.newcomers.settle({ ...ctx, tenant }, identity, known);
    return { ...(await this.load(ctx, tenant.id, user.id, null)), token: { digest, expiresAt } };
  }

  private async load(
    ctx: RequestContext,
    tenantId: number,
    userId: number,
    sessionId: string | null,
  ): Promise<Principal> {
    const tenant = await this.tenants.findById(ctx, tenantId);
    const user = tenant && (await this.users.findById({ ...ctx, tenant }, userId));
    if (!user || user.status !== 'active') throw unauthenticated();
    const { id, code, name, status, settings } = tenant;
    return {
      tenant: { id, code, name, suspended: status === 'suspended', dialects: settings.dialects },
      user,
      actor: actorOf(user),
      scopes: null as readonly Scope[] | null,
      sessionId,
      token: null,
    };
  }
}

function actorOf(user: User): Actor {
  return {
    type: 'user',
    id: user.id,
    userId: user.id,
    role: user.role,
    sharedTeamId: user.team?.visibility === 'team' ? user.team.id : null,
  };
}

function unverifiedClaims(token: string): JWTPayload {
  try {
    const claims = decodeJwt(token);
    return {
      ...(typeof claims.iss === 'string' && { iss: claims.iss }),
      ...((typeof claims.aud === 'string' || isTextList(claims.aud)) && { aud: claims.aud }),
    };
  } catch {
    throw unauthenticated();
  }
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function refusal(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof jose.JWTExpired) return new DomainError(TOKEN_EXPIRED);
  // The key set's answer, if there was one, is none of the token's fault: jose has no class of its own for that.
  const isTokens = error instanceof jose.JOSEError && !(error instanceof jose.JWKSTimeout || isGeneric(error));
  return isTokens
    ? new DomainError(UNAUTHENTICATED, { cause: error })
    : new DomainError(UNAVAILABLE, { message: 'The keys of the identity provider cannot be fetched', cause: error });
}

function isGeneric(error: jose.JOSEError): boolean {
  return error.code === jose.JOSEError.code;
}
