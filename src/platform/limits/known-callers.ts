import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { MINUTE } from '../clock/clock.js';
import { digest } from '../crypto/keys.service.js';

type Request = Pick<IncomingMessage, 'headers'>;

/** Whoever has no credential that was good a moment ago. */
const STRANGERS = 'strangers';

/** Whose credentials were good a moment ago: a hint before any is looked at, never a proof. */
@Injectable()
export class KnownCallers {
  private readonly tenants = new LRUCache<string, number>({ max: 20_000, ttl: 5 * MINUTE });

  /** The tenant that the request's credential was good for; null for all others. */
  tenantOf(request: Request): number | null {
    const key = keyOf(request);
    return key === null ? null : (this.tenants.get(key) ?? null);
  }

  remember(request: Request, tenantId: number): void {
    const key = keyOf(request);
    if (key !== null) this.tenants.set(key, tenantId);
  }

  forget(request: Request): void {
    const key = keyOf(request);
    if (key !== null) this.tenants.delete(key);
  }
}

/** Who shares places with whom: what comes from one tenant, and what comes from nobody known. */
export function partyOf(knownTenant: number | null): string {
  return knownTenant === null ? STRANGERS : String(knownTenant);
}

function keyOf({ headers: { authorization } }: Request): string | null {
  return authorization === undefined ? null : digest(authorization);
}
