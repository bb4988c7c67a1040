import type { Instant } from '../clock/clock.js';
import type { Actor } from '../context/request-context.js';

/** An act about to be written to the audit log. */
export interface AuditedAct {
  /** `<thing>.<past participle>`, such as `session.started`. */
  readonly type: string;
  readonly occurredAt: Instant;
  /** What was acted on, and how; never a secret. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A line of the audit log. */
export interface AuditEntry extends AuditedAct {
  readonly id: number;
  /** Null when nobody knows who it was. */
  readonly actor: Pick<Actor, 'type' | 'id'> | null;
  /** Where the request came from; null for programs of ours. */
  readonly address: string | null;
  readonly requestId: string;
}

/** A place in the log, which is read from its end. */
export interface AuditPosition {
  readonly occurredAt: Instant;
  readonly id: number;
}
