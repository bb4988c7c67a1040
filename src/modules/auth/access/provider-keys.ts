import { Injectable } from '@nestjs/common';
import {
  createRemoteJWKSet,
  customFetch,
  importSPKI,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
  type JWTVerifyOptions,
} from 'jose';
import { LRUCache } from 'lru-cache';
import { asDate, Clock, HOUR, MINUTE, SECOND } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { UNAVAILABLE } from '../../../platform/errors/error-codes.js';
import { Outbound } from '../../../platform/outbound/outbound.service.js';
import type { IdentityProvider } from '../identity-providers/domain/identity-provider.js';

/** How far clocks may differ. */
const LEEWAY_SECONDS = 30;

/** Checks tokens against the keys of a tenant's identity provider: its key, its algorithm, whatever the token says. */
@Injectable()
export class ProviderKeys {
  private readonly keySets = new LRUCache<string, JWTVerifyGetKey>({ max: 1_000 });

  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {}

  /** The verified claims. Rejects with jose's errors. */
  async verify(provider: IdentityProvider, token: string): Promise<JWTPayload> {
    const options: JWTVerifyOptions = {
      algorithms: [provider.algorithm],
      issuer: provider.issuer,
      audience: provider.audience,
      requiredClaims: ['exp'],
      clockTolerance: LEEWAY_SECONDS,
      currentDate: asDate(this.clock.now()),
    };
    if (provider.jwksUrl !== null) return (await jwtVerify(token, this.keySetOf(provider.jwksUrl), options)).payload;
    // Its key cannot be read with this APP_KEY; the log says so. Nothing must ever be verified with an empty one.
    if (provider.key === null)
      throw new DomainError(UNAVAILABLE, { cause: new Error('APP_KEY does not open the key') });
    const key =
      provider.algorithm === 'HS256'
        ? new TextEncoder().encode(provider.key)
        : await importSPKI(provider.key, provider.algorithm);
    return (await jwtVerify(token, key, options)).payload;
  }

  /** Keys are fetched once and again when a token names a new one, at most every half minute. */
  private keySetOf(url: string): JWTVerifyGetKey {
    const known = this.keySets.get(url);
    if (known) return known;
    const keySet = createRemoteJWKSet(new URL(url), {
      cacheMaxAge: HOUR,
      cooldownDuration: MINUTE / 2,
      timeoutDuration: 5 * SECOND,
      [customFetch]: this.outbound.fetch,
    });
    this.keySets.set(url, keySet);
    return keySet;
  }
}
