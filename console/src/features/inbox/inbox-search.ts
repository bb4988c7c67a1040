import type { ListFilter } from '../../tickets/queries';
import { SORTS, type Sort, type View } from './views';

/** What a list can be narrowed down by, beside its view; several values are apart by a comma. */
export const FILTERS = [
  ...(['status', 'priority', 'category', 'assignee_id', 'tag', 'requester_id'] as const),
  ...(['created_at[gte]', 'created_at[lt]', 'resolved_at[gte]', 'resolved_at[lt]'] as const),
] as const;
export type FilterName = (typeof FILTERS)[number];

/** The part of the address behind the `?`: all that makes the page look as it does. */
export type InboxSearch = Partial<Record<FilterName | 'q' | 'sort' | 'ticket', string>>;

const NAMES = [...FILTERS, 'q', 'sort', 'ticket'] as const;

export function readInboxSearch(given: Readonly<Record<string, unknown>>): InboxSearch {
  const search: InboxSearch = {};
  for (const name of NAMES) {
    const value = given[name];
    if (typeof value === 'string' && value !== '') search[name] = value;
  }
  return search;
}

export function sortOf(view: View, search: InboxSearch): Sort {
  return SORTS.find((sort) => sort === search.sort) ?? view.sort;
}

/** What the list is read with. A filter narrows the view down, or takes the place of the view's own of that name. */
export function filterOf(view: View, search: InboxSearch): ListFilter {
  const own: Record<string, string> = { ...view.filter };
  for (const name of FILTERS) {
    const value = search[name];
    if (value !== undefined) own[name] = value;
  }
  return { ...own, ...(search.q !== undefined && { q: search.q }), sort: sortOf(view, search) };
}

export function isNarrowed(search: InboxSearch): boolean {
  return search.q !== undefined || FILTERS.some((name) => search[name] !== undefined);
}
