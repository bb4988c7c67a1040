import type { Instant } from '../clock/clock.js';
import type { Role } from '../context/request-context.js';

/** An answer as it went out, but for what every answer has of its own. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Something that an answer shows, by its kind and id. */
export type Shown = readonly [kind: string, id: number];

/** What is kept of a request that was carried out. */
export interface KeptAnswer {
  readonly scope: string;
  readonly fingerprint: string;
  readonly role: Role;
  readonly shown: readonly Shown[];
  readonly answer: Answer;
  readonly expiresAt: Instant;
}
