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
