import { Injectable } from '@nestjs/common';

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. What every table stores and every record carries. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The only source of the current time, so that a test (or the demo data) can set it. */
@Injectable()
export class Clock {
  now(): Instant {
    return Date.now();
  }
}

/** `2026-01-31T09:05:00.000Z` */
export function toIso(instant: Instant): string {
  return new Date(instant).toISOString();
}

export function toIsoOrNull(instant: Instant | null): string | null {
  return instant === null ? null : toIso(instant);
}

/** `2026-01-31T09:05:00Z`: for wires that write no fractions of a second. */
export function toIsoSeconds(instant: Instant): string {
  return `${toIso(instant).slice(0, 19)}Z`;
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Reads a date (`2026-01-31`, midnight UTC) or an instant with a zone; null when it is neither or does not exist. */
export function parseIso(text: string): Instant | null {
  if (!ISO_INSTANT.test(text)) return null;
  const instant = new Date(text).getTime();
  if (Number.isNaN(instant)) return null;
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return day.toISOString().startsWith(text.slice(0, 10)) ? instant : null;
}

/** The calendar year in UTC. */
export function yearOf(instant: Instant): number {
  return new Date(instant).getUTCFullYear();
}

/** For libraries that want a `Date`. */
export function asDate(instant: Instant): Date {
  return new Date(instant);
}
