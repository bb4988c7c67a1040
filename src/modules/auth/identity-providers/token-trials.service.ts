import { Injectable } from '@nestjs/common';
import { decodeJwt, decodeProtectedHeader, errors as jose, type JWTPayload } from 'jose';
import { Clock, type Instant } from '../../../platform/clock/clock.js';
import type { TenantContext, TenantRole } from '../../../platform/context/request-context.js';
import { notFound } from '../../../platform/errors/error-codes.js';
import { tokenDigest } from '../access/access-token.js';
import { ProviderKeys } from '../access/provider-keys.js';
import { SessionsRepository } from '../sessions/persistence/sessions.repository.js';
import { UsersRepository } from '../users/persistence/users.repository.js';
import { endOfToken, type Identity, type IdentityProvider, identityOf } from './domain/identity-provider.js';
import { explainFlaw, type TokenFlaw } from './domain/token-flaw.js';
import { IdentityProvidersRepository } from './persistence/identity-providers.repository.js';

/** What a token is worth to a provider. */
export interface TokenTrial {
  /** Null for a good one. */
  readonly flaw: TokenFlaw | null;
  readonly explanation: string;
  /** By the token's own account. */
  readonly algorithm: string | null;
  readonly claims: JWTPayload | null;
  /** Of a good one. */
  readonly identity: (Omit<Identity, 'issuer'> & { readonly role: TenantRole }) | null;
  readonly userId: number | null;
  readonly expiresAt: Instant | null;
}

interface Verdict {
  readonly flaw: TokenFlaw | null;
  readonly identity: Identity | null;
  readonly user: { readonly id: number; readonly role: string } | null;
}

const refused = (flaw: TokenFlaw): Verdict => ({ flaw, identity: null, user: null });

/** Judges tokens without signing anybody in, for whoever sets a provider up. */
@Injectable()
export class TokenTrials {
  constructor(
    private readonly providers: IdentityProvidersRepository,
    private readonly providerKeys: ProviderKeys,
    private readonly sessions: SessionsRepository,
    private readonly users: UsersRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws `not_found` for the provider. */
  async test(ctx: TenantContext, id: number, token: string): Promise<TokenTrial> {
    const provider = await this.providers.findById(ctx, id);
    if (!provider) throw notFound();
    const said = ownAccountOf(token);
    const { flaw, identity, user } = said ? await this.judge(ctx, provider, token) : refused('malformed');
    return {
      flaw,
      explanation: flaw === null ? 'The token is good.' : explainFlaw(flaw, provider),
      algorithm: said?.algorithm ?? null,
      claims: said?.claims ?? null,
      identity: identity && presentable(identity, user),
      userId: user?.id ?? null,
      expiresAt: said ? endOfToken(said.claims.exp, this.clock.now()) : null,
    };
  }

  private async judge(ctx: TenantContext, provider: IdentityProvider, token: string): Promise<Verdict> {
    let claims: JWTPayload;
    try {
      claims = await this.providerKeys.verify(provider, token);
    } catch (error) {
      return refused(flawOf(error));
    }
    if (endOfToken(claims.exp, this.clock.now()) === null) return refused('lifetime');
    const identity = identityOf(provider, claims);
    if (!identity) return refused('subject_or_role');
    if (await this.sessions.isRevoked(ctx, tokenDigest(token, provider))) return refused('signed_out');
    const user = await this.users.findByIdentity(ctx, identity.issuer, identity.subject);
    return user && user.status !== 'active' ? refused('deactivated') : { flaw: null, identity, user };
  }
}

/** What the token says of itself; null when it is none. */
function ownAccountOf(token: string): { algorithm: string | null; claims: JWTPayload } | null {
  try {
    const { alg } = decodeProtectedHeader(token);
    return { algorithm: typeof alg === 'string' ? alg : null, claims: decodeJwt(token) };
  } catch {
    return null;
  }
}

/** As it will be: who claims no role keeps the one that the account has, and a newcomer is a customer. */
function presentable({ issuer: _, role, ...person }: Identity, user: Verdict['user']) {
  return { ...person, role: role ?? (user?.role as TenantRole | undefined) ?? ('customer' as const) };
}

const CLAIM_FLAWS: Readonly<Record<string, TokenFlaw>> = {
  iss: 'issuer',
  aud: 'audience',
  nbf: 'not_yet_valid',
  exp: 'lifetime',
};

function flawOf(error: unknown): TokenFlaw {
  if (error instanceof jose.JWTExpired) return 'expired';
  if (error instanceof jose.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof jose.JWTClaimValidationFailed) return CLAIM_FLAWS[error.claim] ?? 'malformed';
  if (error instanceof jose.JWSInvalid || error instanceof jose.JWTInvalid) return 'malformed';
  // jose has no class of its own for a key set that answered something else than keys.
  const isTokens = error instanceof jose.JOSEError && error.code !== jose.JOSEError.code;
  return isTokens && !(error instanceof jose.JWKSTimeout) ? 'signature' : 'keys_unavailable';
}
