import type { Delivery, DeliveryStatus } from '../domain/delivery.js';
import type { DeliveryEntity } from './webhook.entities.js';

export function toDelivery(row: DeliveryEntity): Delivery {
  return {
    ...row,
    id: Number(row.id),
    position: Number(row.position),
    status: row.status as DeliveryStatus,
  };
}

/** What a delivery begins with, before anything was sent. */
export const UNTRIED = {
  attempts: 0,
  attemptedAt: null,
  responseStatus: null,
  durationMs: null,
  error: null,
  requestHeaders: null,
  requestBody: null,
  responseBody: null,
} as const;

/** The columns that whoever delivers must know, to be selected under these names. */
export const CLAIMED_COLUMNS = [
  ...(['id', 'tenantId', 'webhookId', 'eventId', 'position', 'ticketNumber'] as const),
  ...(['messageId', 'attempts'] as const),
];

/** A delivery that was just taken, its attempt counted. */
export type ClaimedDelivery = Pick<Delivery, (typeof CLAIMED_COLUMNS)[number]>;

/** `row` is as it was before its attempt was counted. */
export function toClaimed(row: Readonly<Record<keyof ClaimedDelivery, unknown>>): ClaimedDelivery {
  const orNull = (value: unknown) => (value === null ? null : Number(value));
  return {
    id: Number(row.id),
    tenantId: Number(row.tenantId),
    webhookId: Number(row.webhookId),
    eventId: orNull(row.eventId),
    position: Number(row.position),
    ticketNumber: orNull(row.ticketNumber),
    messageId: String(row.messageId),
    attempts: Number(row.attempts) + 1,
  };
}
