import type { Instant } from '../../platform/clock/clock.js';
import type { Priority } from './domain/ticket.js';
import type { Status } from './domain/ticket-status.js';

export const SORTS = ['-updated_at', '-created_at', 'created_at', '-priority'] as const;
export type Sort = (typeof SORTS)[number];

/** Which tickets a list shows. Values of one list are alternatives; all filters must hold. */
export interface TicketFilter {
  readonly statuses?: readonly Status[];
  readonly priorities?: readonly Priority[];
  readonly categoryIds?: readonly number[];
  /** Null stands for "nobody". */
  readonly assigneeIds?: readonly (number | null)[];
  readonly requesterIds?: readonly number[];
  readonly teamIds?: readonly number[];
  /** One of each inner list must be on the ticket. */
  readonly tags?: readonly (readonly string[])[];
  readonly createdFrom?: Instant;
  readonly createdBefore?: Instant;
  readonly updatedFrom?: Instant;
  readonly updatedBefore?: Instant;
}

/** Where a page starts: behind the row with this sort value and number. */
export interface ListPosition {
  readonly value: number;
  readonly number: number;
}
