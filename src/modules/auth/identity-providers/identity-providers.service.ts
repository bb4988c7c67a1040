import { Injectable } from '@nestjs/common';
import { type CryptoKey, importSPKI } from 'jose';
import { Clock } from '../../../platform/clock/clock.js';
import type { TenantContext, TenantRole } from '../../../platform/context/request-context.js';
import { randomToken } from '../../../platform/crypto/keys.service.js';
import { Config } from '../../../platform/config/config.js';
import { Database } from '../../../platform/database/database.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { ALREADY_EXISTS, invalid, notFound } from '../../../platform/errors/error-codes.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { OWN_ISSUER } from '../access/access-token.js';
import { PrincipalCache } from '../access/principal-cache.js';
import { CONTACT_ISSUER, KEY_ISSUER, LOCAL_ISSUER } from '../users/domain/user.js';
import { type Algorithm, type ClaimNames, DEFAULT_CLAIMS, type IdentityProvider } from './domain/identity-provider.js';
import { IdentityProvidersRepository } from './persistence/identity-providers.repository.js';

export interface IdentityProviderInput {
  readonly name: string;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithm: Algorithm;
  readonly secret?: string;
  readonly public_key?: string;
  readonly jwks_url?: string | null;
  readonly claims?: Partial<ClaimNames>;
  readonly roles?: readonly TenantRole[];
}

/** A provider just made, with the secret where it was generated here: the only time it is shown. */
export interface CreatedProvider {
  readonly provider: IdentityProvider;
  readonly secret: string | null;
}

/** A tenant's own identity providers. */
@Injectable()
export class IdentityProvidersService {
  constructor(
    private readonly repository: IdentityProvidersRepository,
    private readonly principals: PrincipalCache,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The tenant's providers in the order they were added; with their keys, which nobody is to be shown. */
  list(ctx: TenantContext): Promise<readonly IdentityProvider[]> {
    return this.repository.list(ctx);
  }

  /**
   * Adds a provider. For HS256 a secret is generated unless one is given; the others need a public key or a key set.
   * Throws `already_exists` when the issuer and audience are taken, in any tenant.
   */
  async create(ctx: TenantContext, input: IdentityProviderInput): Promise<CreatedProvider> {
    this.requireSafeKeySet(input.jwks_url ?? null);
    const generated = input.algorithm === 'HS256' && input.secret === undefined ? randomToken() : null;
    const key = input.secret ?? generated ?? input.public_key ?? null;
    await checkKeys({ ...input, jwks_url: input.jwks_url ?? null, key });
    const provider = await this.database.transaction(ctx, async (tx) => {
      const now = this.clock.now();
      const created: IdentityProvider = {
        tenantId: tx.tenant.id,
        id: await this.database.nextNumber(tx, 'identity_providers'),
        name: input.name,
        issuer: input.issuer,
        audience: input.audience,
        algorithm: input.algorithm,
        key,
        jwksUrl: input.jwks_url ?? null,
        claims: { ...DEFAULT_CLAIMS, ...input.claims },
        roles: input.roles ?? ['customer'],
        createdAt: now,
        updatedAt: now,
      };
      await this.requireFree(tx, created);
      await this.repository.add(tx, created);
      await this.log(tx, 'identity_provider.created', created);
      return created;
    });
    this.database.afterCommit(ctx, () => this.principals.forgetProviders());
    return { provider, secret: generated };
  }

  /** Changes a provider; its tokens are judged by the new settings within seconds. */
  async change(ctx: TenantContext, id: number, input: Partial<IdentityProviderInput>): Promise<IdentityProvider> {
    this.requireSafeKeySet(input.jwks_url ?? null);
    const changed = await this.database.transaction(ctx, async (tx) => {
      const before = await this.repository.findById(tx, id);
      if (!before) throw notFound();
      const after: IdentityProvider = {
        ...before,
        name: input.name ?? before.name,
        issuer: input.issuer ?? before.issuer,
        audience: input.audience ?? before.audience,
        algorithm: input.algorithm ?? before.algorithm,
        // A key of another algorithm's kind must never be kept: it could be confused.
        key: input.secret ?? input.public_key ?? (keepsKey(before, input) ? before.key : null),
        jwksUrl: input.jwks_url === undefined ? before.jwksUrl : input.jwks_url,
        claims: { ...before.claims, ...input.claims },
        roles: input.roles ?? before.roles,
        updatedAt: this.clock.now(),
      };
      await checkKeys({ ...input, algorithm: after.algorithm, jwks_url: after.jwksUrl, key: after.key });
      await this.requireFree(tx, after);
      await this.repository.change(tx, after);
      await this.log(tx, 'identity_provider.updated', after, after.key === before.key ? {} : { key: 'changed' });
      return after;
    });
    this.database.afterCommit(ctx, () => this.principals.forgetProviders());
    return changed;
  }

  /** Removes a provider; its tokens are worth nothing within seconds, its users stay. Throws `not_found`. */
  async delete(ctx: TenantContext, id: number): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const provider = await this.repository.findById(tx, id);
      if (!provider) throw notFound();
      await this.repository.remove(tx, id);
      await this.log(tx, 'identity_provider.deleted', provider);
    });
    this.database.afterCommit(ctx, () => this.principals.forgetProviders());
  }

  /** Who can change keys on their way could sign in as anybody. */
  private requireSafeKeySet(url: string | null): void {
    if (url === null || this.config.NODE_ENV !== 'production' || new URL(url).protocol === 'https:') return;
    throw invalid({ jwks_url: ['jwks_url must begin with https://'] });
  }

  private async requireFree(ctx: TenantContext, { id, tenantId, issuer, audience }: IdentityProvider): Promise<void> {
    if ([OWN_ISSUER, LOCAL_ISSUER, KEY_ISSUER, CONTACT_ISSUER].includes(issuer)) {
      throw invalid({ issuer: ['issuer is reserved'] });
    }
    const [holder] = await this.repository.findAllByIssuer(ctx, issuer, [audience]);
    if (holder && !(holder.id === id && holder.tenantId === tenantId)) throw new DomainError(ALREADY_EXISTS);
  }

  /** Names a new key but does not hold it. */
  private async log(ctx: TenantContext, type: string, provider: IdentityProvider, more: object = {}): Promise<void> {
    const { id, name, issuer, audience, algorithm, roles, jwksUrl, claims } = provider;
    const data = { id, name, issuer, audience, algorithm, jwks_url: jwksUrl, claims, roles, ...more };
    await this.events.append(ctx, { type, occurredAt: this.clock.now(), data, audited: true });
  }
}

/** A key gives way to a key set, and is of no use to another algorithm. */
function keepsKey(before: IdentityProvider, input: Partial<IdentityProviderInput>): boolean {
  return (input.jwks_url ?? null) === null && (input.algorithm ?? before.algorithm) === before.algorithm;
}

interface KeyChoice {
  readonly algorithm: Algorithm;
  readonly secret?: string;
  readonly public_key?: string;
  readonly jwks_url: string | null;
  readonly key: string | null;
}

/** Each algorithm has exactly its own kind of key. */
async function checkKeys({ algorithm, secret, public_key, jwks_url, key }: KeyChoice): Promise<void> {
  if (algorithm === 'HS256') {
    if (public_key !== undefined || jwks_url !== null) throw invalid({ algorithm: ['HS256 works with a secret only'] });
    if (key === null) throw invalid({ secret: ['secret must be given for HS256'] });
    return;
  }
  if (secret !== undefined) throw invalid({ secret: [`secret is not used with ${algorithm}`] });
  if ((key === null) === (jwks_url === null)) {
    throw invalid({ public_key: [`${algorithm} needs either public_key or jwks_url`] });
  }
  if (key !== null) {
    const imported = await importSPKI(key, algorithm).catch(() => null);
    if (!imported || isWeak(imported)) {
      throw invalid({
        public_key: [`public_key must be a PEM public key (SPKI) for ${algorithm}, RSA from 2048 bits`],
      });
    }
  }
}

/** Shorter RSA keys are refused when a token is checked; better said when the key is given. */
function isWeak({ algorithm }: CryptoKey): boolean {
  return 'modulusLength' in algorithm && Number(algorithm.modulusLength) < 2_048;
}
