import type { Instant } from '../../platform/clock/clock.js';
import type { Priority } from './domain/ticket.js';
import type { Status } from './domain/ticket-status.js';

/** The order of a list; the number breaks ties. By the last message goes as the caller knows of messages. */
export type Sort = '-updated_at' | '-created_at' | 'created_at' | '-priority' | '-last_message_at';

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
  readonly resolvedFrom?: Instant;
  readonly resolvedBefore?: Instant;
}

/** Where a page starts: behind the row with this sort value and number. */
export interface ListPosition {
  readonly value: number;
  readonly number: number;
}
