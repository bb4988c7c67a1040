import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { MINUTE } from '../clock/clock.js';
import { digest } from '../crypto/keys.service.js';

/** Whose credentials were good a moment ago: a hint before any is looked at, never a proof. */
@Injectable()
export class KnownCallers {
  private readonly tenants = new LRUCache<string, number>({ max: 20_000, ttl: 5 * MINUTE });

  /** The tenant that the request's credential was good for; undefined for all others. */
  tenantOf(request: FastifyRequest): number | undefined {
    const key = keyOf(request);
    return key === null ? undefined : this.tenants.get(key);
  }

  remember(request: FastifyRequest, tenantId: number): void {
    const key = keyOf(request);
    if (key !== null) this.tenants.set(key, tenantId);
  }

  forget(request: FastifyRequest): void {
    const key = keyOf(request);
    if (key !== null) this.tenants.delete(key);
  }
}

function keyOf({ headers: { authorization } }: FastifyRequest): string | null {
  return authorization === undefined ? null : digest(authorization);
}
