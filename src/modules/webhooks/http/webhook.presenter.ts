import { toIso, toIsoOrNull } from '../../../platform/clock/clock.js';
import type { Delivery } from '../domain/delivery.js';
import type { Webhook, WebhookWithSecret } from '../domain/webhook.js';
import type { DeliveryDto, WebhookDto, WebhookWithSecretDto } from './webhook.dto.js';

export function presentWebhook(webhook: Webhook): WebhookDto {
  return {
    id: webhook.id,
    url: webhook.url,
    description: webhook.description,
    events: webhook.eventTypes,
    status: webhook.status,
    old_secret_until: toIsoOrNull(webhook.previous?.until ?? null),
    created_at: toIso(webhook.createdAt),
    updated_at: toIso(webhook.updatedAt),
  };
}

export function presentWithSecret(webhook: WebhookWithSecret): WebhookWithSecretDto {
  return { ...presentWebhook(webhook), secret: webhook.secret };
}

export function presentDelivery(delivery: Delivery): DeliveryDto {
  return {
    id: delivery.id,
    webhook_id: delivery.webhookId,
    message_id: delivery.messageId,
    event_id: delivery.eventId,
    type: delivery.type,
    ticket_number: delivery.ticketNumber,
    status: delivery.status,
    attempts: delivery.attempts,
    next_attempt_at: delivery.status === 'pending' ? toIso(delivery.dueAt) : null,
    created_at: toIso(delivery.createdAt),
    attempted_at: toIsoOrNull(delivery.attemptedAt),
    response_status: delivery.responseStatus,
    duration_ms: delivery.durationMs,
    error: delivery.error,
    request_headers: delivery.requestHeaders,
    request_body: delivery.requestBody,
    response_body: delivery.responseBody,
  };
}
