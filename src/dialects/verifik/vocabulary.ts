import type { Category } from '../../modules/categories/index.js';
import { labelOf, type Priority, type Status, type Ticket } from '../../modules/tickets/index.js';
import { Vocabulary } from '../../platform/http/vocabulary.js';

/** The documented statuses are ours. */
export const STATUS = new Vocabulary<Status, Status>({
  open: 'open',
  pending: 'pending',
  in_progress: 'in_progress',
  resolved: 'resolved',
  closed: 'closed',
});

export const PRIORITY = new Vocabulary<Priority, 'low' | 'medium' | 'high' | 'urgent'>({
  low: 'low',
  normal: 'medium',
  high: 'high',
  urgent: 'urgent',
});

/** The five words this wire has for categories. */
export const CATEGORIES = ['technical', 'billing', 'account', 'feature_request', 'general'] as const;
export type CategoryWord = (typeof CATEGORIES)[number];

/** The word that says a category by its name or slug, such as `Feature request`; null when none does. */
export function wordFor({ name, slug }: Pick<Category, 'name' | 'slug'>): CategoryWord | null {
  return wordCalled(name) ?? wordCalled(slug);
}

/** What a ticket's category prints as: everything that has no word of its own is `general`. */
export function categoryOf({ custom, category }: Pick<Ticket, 'custom' | 'category'>): CategoryWord {
  return wordCalled(labelOf({ custom, category })) ?? wordFor(category) ?? 'general';
}

/** The categories that print as a word: what a filter by it must find. */
export function categoriesSaid(word: CategoryWord, categories: readonly Category[]): readonly Category[] {
  return categories.filter((category) => (wordFor(category) ?? 'general') === word);
}

function wordCalled(text: string): CategoryWord | null {
  const folded = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return CATEGORIES.find((word) => word === folded) ?? null;
}
