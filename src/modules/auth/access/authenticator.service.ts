import { Injectable } from '@nestjs/common';
import { decodeJwt, errors as jose, type JWTPayload } from 'jose';
import { Clock } from '../../../platform/clock/clock.js';
import type { Actor, RequestContext } from '../../../platform/context/request-context.js';
import { digest, Keys } from '../../../platform/crypto/keys.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { UNAVAILABLE } from '../../../platform/errors/error-codes.js';
import { ApiKeysRepository } from '../api-keys/persistence/api-keys.repository.js';
import { TOKEN_EXPIRED, UNAUTHENTICATED, unauthenticated } from '../domain/auth.errors.js';
import type { Scope } from '../domain/scopes.js';
import { type IdentityProvider, identityOf } from '../identity-providers/domain/identity-provider.js';
import { IdentityProvidersRepository } from '../identity-providers/persistence/identity-providers.repository.js';
import { SessionsRepository } from '../sessions/persistence/sessions.repository.js';
import { TenantsRepository } from '../tenants/persistence/tenants.repository.js';
import type { User } from '../users/domain/user.js';
import { UsersRepository } from '../users/persistence/users.repository.js';
import { OWN_ISSUER, tokenDigest, verifyAccessToken } from './access-token.js';
import { Newcomers } from './newcomers.service.js';
import { type Principal, PrincipalCache } from './principal-cache.js';
import { ProviderKeys } from './provider-keys.js';

/** A token whose signature was checked, with who signed it: ourselves or a tenant's provider. */
export type VerifiedToken =
  | { readonly by: 'us'; readonly sessionId: string }
  | {
      readonly by: 'provider';
      readonly provider: IdentityProvider;
      readonly claims: JWTPayload;
      readonly digest: string;
    };

/** The signer a token claims to have, before anything of it is believed. */
export type Signer = 'us' | IdentityProvider;

/** Turns credentials into principals. Every refusal is a `DomainError`. */
@Injectable()
export class Authenticator {
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
    const { iss, aud } = unverifiedClaims(token);
    if (iss === OWN_ISSUER) return 'us';
    const audiences = [aud ?? []].flat().slice(0, 10);
    if (iss === undefined || audiences.length === 0) throw unauthenticated();
    const provider = await this.cache.provider(JSON.stringify([iss, audiences]), () =>
      this.providers.findByIssuer(ctx, iss, audiences),
    );
    if (!provider) throw unauthenticated();
    return provider;
  }

  /** Checks the signature, the times and the audience. */
  async verify(token: string, signer: Signer): Promise<VerifiedToken> {
    try {
      if (signer === 'us') {
        return { by: 'us', sessionId: await verifyAccessToken(this.keys.jwtSecret, token, this.clock.now()) };
      }
      const claims = await this.providerKeys.verify(signer, token);
      return { by: 'provider', provider: signer, claims, digest: tokenDigest(token) };
    } catch (error) {
      throw refusal(error);
    }
  }

  /** Who the token stands for now; a newcomer of a tenant's provider gets an account on the spot. */
  principalOf(ctx: RequestContext, token: VerifiedToken): Promise<Principal> {
    return token.by === 'us'
      ? this.cache.principal(`session ${token.sessionId}`, () => this.loadSession(ctx, token.sessionId))
      : this.cache.principal(`token ${token.digest}`, () => this.loadIdentity(ctx, token));
  }

  /** Who an API key stands for. */
  principalOfKey(ctx: RequestContext, key: string): Promise<Principal> {
    const keyDigest = digest(key);
    return this.cache.principal(`key ${keyDigest}`, async () => {
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
    return this.cache.principal(`user ${tenantId}/${userId}`, () => this.load(ctx, tenantId, userId, null));
  }

  private async loadSession(ctx: RequestContext, sessionId: string): Promise<Principal> {
    const session = await this.sessions.findById(ctx, sessionId);
    if (!session || session.revokedAt !== null || session.expiresAt <= this.clock.now()) throw unauthenticated();
    return this.load(ctx, session.tenantId, session.userId, sessionId);
  }

  private async loadIdentity(ctx: RequestContext, token: VerifiedToken & { by: 'provider' }): Promise<Principal> {
    const { provider } = token;
    if (await this.sessions.isRevoked(ctx, token.digest)) throw unauthenticated();
    const identity = identityOf(provider, token.claims);
    if (!identity) throw unauthenticated();
    const tenant = { id: provider.tenantId };
    const known = await this.users.findByIdentity({ ...ctx, tenant }, identity.issuer, identity.subject);
    const user = await this.newcomers.settle({ ...ctx, tenant }, identity, known);
    return this.load(ctx, tenant.id, user.id, null);
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
    const { id, code, name, status } = tenant;
    return {
      tenant: { id, code, name, suspended: status === 'suspended' },
      user,
      actor: actorOf(user),
      scopes: null as readonly Scope[] | null,
      sessionId,
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
