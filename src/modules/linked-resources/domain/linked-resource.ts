import type { Instant } from '../../../platform/clock/clock.js';

/** An object of the tenant's own product (a booking, an order, a loan) that tickets can point at. */
export interface LinkedResource {
  readonly type: string;
  readonly externalId: string;
  /** What people call it, such as `BK-2024-00005`. */
  readonly reference: string | null;
  /** Identity subject of the customer it belongs to; only that customer may link it. */
  readonly ownerSubject: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export const TYPE_PATTERN = /^[a-z][a-z0-9_-]{0,39}$/;
export const MAX_EXTERNAL_ID = 190;
export const MAX_DATA_BYTES = 8_192;
