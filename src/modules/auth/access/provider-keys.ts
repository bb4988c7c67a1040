import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, customFetch, importSPKI, type JWTPayload, jwtVerify, type JWTVerifyOptions } from 'jose';
import { LRUCache } from 'lru-cache';
import { asDate, Clock, HOUR, MINUTE, SECOND } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { UNAVAILABLE } from '../../../platform/errors/error-codes.js';
import { Outbound } from '../../../platform/outbound/outbound.service.js';
import type { IdentityProvider } from '../identity-providers/domain/identity-provider.js';

/** How far clocks may differ. */
const LEEWAY_SECONDS = 30;

/** A key set that did not answer is left alone for so long. */
const SILENCE_MS = 30 * SECOND;
/** One that has not answered by now is waited for by those who wait already, and by nobody else. */
const PATIENCE_MS = 250;

/** A provider's key set, as far away as its server. */
interface KeySet {
  readonly get: ReturnType<typeof createRemoteJWKSet>;
  askedAt: number | null;
  silentUntil: number;
}

/** Checks tokens against the keys of a tenant's identity provider: its key, its algorithm, whatever the token says. */
@Injectable()
export class ProviderKeys {
  private readonly keySets = new LRUCache<string, KeySet>({ max: 1_000 });

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
    if (provider.jwksUrl !== null) return (await jwtVerify(token, this.keysAt(provider.jwksUrl), options)).payload;
    // Its key cannot be read with this APP_KEY; the log says so. Nothing must ever be verified with an empty one.
    if (provider.key === null)
      throw new DomainError(UNAVAILABLE, { cause: new Error('APP_KEY does not open the key') });
    const key =
      provider.algorithm === 'HS256'
        ? new TextEncoder().encode(provider.key)
        : await importSPKI(provider.key, provider.algorithm);
    return (await jwtVerify(token, key, options)).payload;
  }

  /**
   * The keys at an address. Whoever waits for them holds a place that others wait for, and anybody can send a token that
   * asks for them: when their server is silent, who comes later is refused at once.
   */
  private keysAt(url: string): KeySet['get'] {
    const keySet = this.keySetOf(url);
    const isSilent = keySet.askedAt !== null && performance.now() - keySet.askedAt > PATIENCE_MS;
    if (isSilent && !keySet.get.fresh) throw silence();
    return keySet.get;
  }

  /** Keys are fetched once and again when a token names a new one, at most every half minute. */
  private keySetOf(url: string): KeySet {
    const known = this.keySets.get(url);
    if (known) return known;
    const keySet: KeySet = {
      get: createRemoteJWKSet(new URL(url), {
        cacheMaxAge: HOUR,
        cooldownDuration: MINUTE / 2,
        timeoutDuration: 5 * SECOND,
        [customFetch]: (address, init) => this.ask(keySet, address, init),
      }),
      askedAt: null,
      silentUntil: 0,
    };
    this.keySets.set(url, keySet);
    return keySet;
  }

  private async ask(keySet: KeySet, ...[address, init]: Parameters<Outbound['fetch']>): Promise<Response> {
    if (performance.now() < keySet.silentUntil) throw silence();
    const askedAt = performance.now();
    keySet.askedAt = askedAt;
    try {
      return await this.outbound.fetch(address, init);
    } catch (error) {
      const now = performance.now();
      if (now - askedAt > PATIENCE_MS) keySet.silentUntil = now + SILENCE_MS;
      throw error;
    } finally {
      keySet.askedAt = null;
    }
  }
}

function silence(): DomainError {
  const cause = new Error('The key set does not answer');
  return new DomainError(UNAVAILABLE, { retryAfterSeconds: SILENCE_MS / SECOND, cause });
}
