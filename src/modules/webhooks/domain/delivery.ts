import type { Instant } from '../../../platform/clock/clock.js';

/**
 * `waiting` behind an earlier event of the same ticket, `pending` until the next attempt, `delivered`, or `parked` after
 * the last one.
 */
export const DELIVERY_STATUSES = ['waiting', 'pending', 'delivered', 'parked'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What was sent and what came back; of bodies the beginning. */
export interface Attempt {
  readonly attemptedAt: Instant | null;
  /** Null when nothing came back. */
  readonly responseStatus: number | null;
  readonly durationMs: number | null;
  readonly error: string | null;
  readonly requestHeaders: Readonly<Record<string, string>> | null;
  readonly requestBody: string | null;
  readonly responseBody: string | null;
}

/** An event on its way to an endpoint, with the last attempt. */
export interface Delivery extends Attempt {
  readonly tenantId: number;
  readonly id: number;
  readonly webhookId: number;
  /** Null for a test. */
  readonly eventId: number | null;
  readonly position: number;
  readonly type: string;
  readonly ticketNumber: number | null;
  /** The `webhook-id` of every attempt. */
  readonly messageId: string;
  readonly status: DeliveryStatus;
  /** Counted before it is sent, so that one which kills its sender comes to an end, too. */
  readonly attempts: number;
  readonly dueAt: Instant;
  readonly createdAt: Instant;
}

const GONE = 410;
/** A pause is up to so much longer, at random, so that what failed together does not come back together. */
const JITTER = 0.2;

export interface Step {
  readonly status: Exclude<DeliveryStatus, 'waiting'>;
  readonly dueAt: Instant;
  /** Whether the endpoint wants nothing any more. */
  readonly isGone: boolean;
}

/** What follows from an attempt. `pauses` are those between attempts, `random` is from 0 to 1. */
export function stepAfter(
  { attempts }: Pick<Delivery, 'attempts'>,
  { responseStatus }: Pick<Attempt, 'responseStatus'>,
  pauses: readonly number[],
  now: Instant,
  random: number,
): Step {
  const isGone = responseStatus === GONE;
  if (responseStatus !== null && responseStatus >= 200 && responseStatus < 300) {
    return { status: 'delivered', dueAt: now, isGone };
  }
  const pause = pauses[attempts - 1];
  if (pause === undefined || isGone) return { status: 'parked', dueAt: now, isGone };
  return { status: 'pending', dueAt: now + Math.round(pause * (1 + JITTER * random)), isGone };
}

/** Whether one that was just counted has been tried often enough: its last sender died. */
export function isWornOut({ attempts }: Pick<Delivery, 'attempts'>, pauses: readonly number[]): boolean {
  return attempts > pauses.length + 1;
}

/** Stable for an event and an endpoint: whoever gets it twice can tell. */
export function messageIdOf(eventId: number, webhookId: number): string {
  return `msg_${eventId}_${webhookId}`;
}
