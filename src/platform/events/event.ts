import type { Instant } from '../clock/clock.js';
import type { Actor } from '../context/request-context.js';

/** What a change did to each field: its value before and after. */
export type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>;

/** A change about to be written to the log, in the transaction that makes it. */
export interface NewEvent {
  /** `<thing>.<past participle>`, such as `ticket.created`. */
  readonly type: string;
  readonly occurredAt: Instant;
  /** The values after the change; never a secret. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly changed?: Changes;
  /** Bears on security: written to the audit log, too, with where it came from. */
  readonly audited?: boolean;
  /** The ticket it belongs to and that ticket's versions after it; `publicVersion` null hides it from customers. */
  readonly ticket?: { readonly number: number; readonly version: number; readonly publicVersion: number | null };
}

/** A line of the log. */
export interface EventRecord {
  readonly id: number;
  readonly type: string;
  readonly ticketNumber: number | null;
  readonly version: number | null;
  readonly publicVersion: number | null;
  readonly actor: Pick<Actor, 'type' | 'id'>;
  readonly requestId: string;
  readonly occurredAt: Instant;
  readonly data: Readonly<Record<string, unknown>>;
  readonly changed: Changes;
}

/** An event whose place in the order of commits is known. */
export interface PlacedEvent extends EventRecord {
  readonly tenantId: number;
  readonly position: number;
}

/** As much of an event as tells whom it is for. */
export type EventTrace = Pick<PlacedEvent, 'id' | 'tenantId' | 'position' | 'type' | 'ticketNumber' | 'publicVersion'>;
