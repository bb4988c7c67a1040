import { Vocabulary } from '../../platform/http/vocabulary.js';
import type { Priority, Status } from '../../modules/tickets/index.js';

/** Nothing on this wire waits for the client, so `pending` is work in progress. */
export const STATUS = new Vocabulary<Status, 'open' | 'in_progress' | 'resolved' | 'closed'>({
  open: 'open',
  in_progress: 'in_progress',
  pending: 'in_progress',
  resolved: 'resolved',
  closed: 'closed',
});

export const PRIORITY = new Vocabulary<Priority, 'low' | 'normal' | 'high' | 'critical'>({
  low: 'low',
  normal: 'normal',
  high: 'high',
  urgent: 'critical',
});

export const ROLE = new Vocabulary<'agent' | 'admin', 'agency_staff' | 'agency_admin'>({
  agent: 'agency_staff',
  admin: 'agency_admin',
});

/** What the dashboard lets its users do; both roles all of it. */
export const PERMISSIONS = [
  'tickets.view',
  'tickets.reply',
  'tickets.note',
  'tickets.assign',
  'tickets.update_status',
  'tickets.close',
  'media.upload',
] as const;

/** The categories of this wire, which are slugs of the tenant's, with the names they get where the tenant lacks them. */
const CATEGORY_NAMES = {
  vehicle_issue: 'Vehicle issue',
  booking: 'Booking',
  billing: 'Billing',
  account: 'Account',
  general: 'General',
} as const;
export type CategoryWord = keyof typeof CATEGORY_NAMES;
export const CATEGORY_WORDS = Object.keys(CATEGORY_NAMES) as readonly CategoryWord[];

/** What a category of the tenant's is on this wire: what it has no word for is general. */
export function wordOf({ slug }: { readonly slug: string }): CategoryWord {
  return CATEGORY_WORDS.find((word) => word === slug) ?? 'general';
}

/** The category that a new ticket gets by a word. */
export function categoryFor(word: CategoryWord): { readonly slug: string; readonly name: string } {
  return { slug: word, name: CATEGORY_NAMES[word] };
}
