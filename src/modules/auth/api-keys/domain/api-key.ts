import type { Instant } from '../../../../platform/clock/clock.js';
import type { Scope } from '../../domain/scopes.js';

/** A credential of a program. Only the digest of the key itself is kept. */
export interface ApiKey {
  readonly tenantId: number;
  readonly id: number;
  readonly name: string;
  readonly digest: string;
  readonly hint: string;
  readonly scopes: readonly Scope[];
  readonly userId: number;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly createdAt: Instant;
}
