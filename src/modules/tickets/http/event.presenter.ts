import { toIso } from '../../../platform/clock/clock.js';
import type { EventRecord } from '../../../platform/events/event.js';
import type { EventDto } from './event.dto.js';

/** An event as the feed, the stream and the webhooks tell it. */
export function presentEvent(audience: 'staff' | 'public', tenant: string, event: EventRecord): EventDto {
  return {
    // Ids count every event of the installation; their gaps would tell customers of events that they must not see.
    ...(audience === 'staff' && { id: event.id }),
    type: event.type,
    tenant,
    ticket_number: event.ticketNumber,
    actor: { type: event.actor.type, id: event.actor.id },
    request_id: event.requestId,
    occurred_at: toIso(event.occurredAt),
    version: audience === 'staff' ? event.version : event.publicVersion,
    data: event.data,
    changed: event.changed,
  };
}
