import { toIso } from '../../platform/clock/clock.js';
import type { TicketEvent } from './domain/ticket.events.js';

/** An event as it is told outside, where moments are written as ISO 8601. */
export function inWords({ type, data, changed }: TicketEvent): TicketEvent {
  return {
    type,
    data: mapValues(data, spoken),
    changed: mapValues(changed, ([before, after], field) => [spoken(before, field), spoken(after, field)] as const),
  };
}

function spoken(value: unknown, field: string): unknown {
  return field.endsWith('_at') && typeof value === 'number' ? toIso(value) : value;
}

function mapValues<V, W>(values: Readonly<Record<string, V>>, map: (value: V, key: string) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]));
}
