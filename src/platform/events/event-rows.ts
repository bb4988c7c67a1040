import type { Actor } from '../context/request-context.js';
import type { Changes, EventRecord, EventTrace, PlacedEvent } from './event.js';
import type { EventEntity } from './event.entity.js';

export function toRecord(row: EventEntity): EventRecord {
  return {
    id: Number(row.id),
    type: row.type,
    ticketNumber: row.ticketNumber,
    version: row.version,
    publicVersion: row.publicVersion,
    actor: { type: row.actorType as Actor['type'], id: row.actorId },
    requestId: row.requestId,
    occurredAt: row.occurredAt,
    data: row.data as Readonly<Record<string, unknown>>,
    changed: row.changed as Changes,
  };
}

export function toPlaced(row: EventEntity): PlacedEvent {
  return { ...toRecord(row), tenantId: row.tenantId, position: Number(row.position) };
}

/** The columns of a trace, to be selected under these names. */
export const TRACE_COLUMNS = ['id', 'tenantId', 'position', 'type', 'ticketNumber', 'publicVersion'] as const;

export function toTrace(row: Readonly<Record<keyof EventTrace, unknown>>): EventTrace {
  const orNull = (value: unknown) => (value === null ? null : Number(value));
  return {
    id: Number(row.id),
    tenantId: Number(row.tenantId),
    position: Number(row.position),
    type: String(row.type),
    ticketNumber: orNull(row.ticketNumber),
    publicVersion: orNull(row.publicVersion),
  };
}
