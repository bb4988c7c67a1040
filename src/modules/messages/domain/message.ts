import type { Instant } from '../../../platform/clock/clock.js';
import type { Role } from '../../../platform/context/request-context.js';

export const VISIBILITIES = ['public', 'internal'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Something said on a ticket. No. 1 is the ticket's description; an internal one is for staff only. */
export interface Message {
  /** Place in the thread as staff count it; gap-free. */
  readonly seq: number;
  /** Place among the public messages, which is all that customers count; null for an internal one. */
  readonly publicSeq: number | null;
  readonly author: {
    readonly id: number;
    readonly name: string;
    readonly role: Role;
    /** What the tenant's own product calls them; null for those whom only we know. */
    readonly externalId: string | null;
  };
  readonly body: string;
  readonly createdAt: Instant;
}

export function visibilityOf(message: Pick<Message, 'publicSeq'>): Visibility {
  return message.publicSeq === null ? 'internal' : 'public';
}
