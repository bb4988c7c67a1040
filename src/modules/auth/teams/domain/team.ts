import type { Instant } from '../../../../platform/clock/clock.js';

export const TEAM_VISIBILITIES = ['own', 'team'] as const;

/** Customers of one company. With visibility `team` they see each other's tickets, with `own` only their own. */
export interface Team {
  readonly id: number;
  readonly name: string;
  readonly visibility: (typeof TEAM_VISIBILITIES)[number];
  /** The team's name at the tenant's identity provider. */
  readonly externalKey: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
