import type { Instant } from '../../../platform/clock/clock.js';

/** What a ticket is about. Archived ones stay on old tickets and are offered no more. */
export interface Category {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  /** Place in the list, smallest first. */
  readonly position: number;
  readonly archivedAt: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** The category of this name or slug, however it is written; the first of several. */
export function calledBy(label: string, categories: readonly Category[]): Category | undefined {
  const wanted = folded(label);
  return categories.find(({ name, slug }) => folded(name) === wanted || slug === wanted);
}

function folded(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase();
}

export const SLUG_PATTERN = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/;
export const MAX_SLUG = 63;

/** `Booking Issues` → `booking-issues`; empty when nothing of the name can be in a slug. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
    .replace(/[-_]{2,}/g, '-')
    .slice(0, MAX_SLUG)
    .replace(/[-_]+$/, '');
}
