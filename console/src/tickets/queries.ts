import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf, pageOf, type Ticket, type TicketDetail } from '../api/client';
import type { paths } from '../api/schema';

/** The first part of the key of everything that is read of tickets. */
export const TICKETS = 'tickets';

/** What a list takes: filters, search and order, as the API names them. */
export type ListFilter = Readonly<Record<string, string>>;

/** A stretch of text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly match: boolean;
}

export interface ListedTicket extends Ticket {
  /** Where a search found it. */
  readonly highlight?: {
    readonly subject: readonly Piece[];
    readonly message: { readonly seq: number; readonly pieces: readonly Piece[] } | null;
  };
}

type ListSort = NonNullable<NonNullable<paths['/api/v1/tickets']['get']['parameters']['query']>['sort']>;

/** The first page is there soon; who goes on from it is asked to wait less often. */
const FIRST_PAGE_SIZE = 50;
const NEXT_PAGE_SIZE = 100;

/** What each page of a list is read with; the order does not go with a search, which has its own. */
function listed(filter: ListFilter, limit: number, cursor: string | null) {
  const { sort, ...rest } = filter;
  const order = filter['q'] === undefined && sort !== undefined ? { sort: sort as ListSort } : {};
  const query = { ...rest, ...order, limit, ...(cursor !== null && { cursor }) };
  return pageOf<ListedTicket>(api.GET('/api/v1/tickets', { params: { query } }));
}

/** A page with something on it, if there is any: the service looks only so far at once for what is rare. */
async function listedOn(filter: ListFilter, limit: number, cursor: string | null, signal: AbortSignal) {
  let page = await listed(filter, limit, cursor);
  while (page.items.length === 0 && page.meta.has_more) {
    signal.throwIfAborted();
    page = await listed(filter, limit, page.meta.next_cursor);
  }
  return page;
}

export const listQuery = (filter: ListFilter) =>
  infiniteQueryOptions({
    queryKey: [TICKETS, 'list', filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      listedOn(filter, cursor === null ? FIRST_PAGE_SIZE : NEXT_PAGE_SIZE, cursor, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ meta }) => (meta.has_more ? meta.next_cursor : null),
  });

export const ticketQuery = (number: number) =>
  queryOptions({
    queryKey: [TICKETS, 'one', number],
    queryFn: () => readTicket(number),
  });

export function readTicket(number: number): Promise<TicketDetail> {
  return dataOf(api.GET('/api/v1/tickets/{number}', { params: { path: { number: String(number) } } }));
}

/** The newest tickets of somebody, for the panel beside one of them. */
export const requesterTicketsQuery = (requesterId: number) =>
  queryOptions({
    queryKey: [TICKETS, 'of-requester', requesterId],
    queryFn: ({ signal }) => listedOn({ requester_id: String(requesterId), sort: '-created_at' }, 6, null, signal),
  });

/** The signed-in agent's open tickets that somebody wrote on since they looked; among the newest hundred. */
export const unreadQuery = queryOptions({
  queryKey: [TICKETS, 'unread'],
  queryFn: async () => {
    const { items } = await listed({ assignee_id: 'me', status: 'open,in_progress,pending' }, 100, null);
    return items.filter((ticket) => ticket.unread_count > 0).length;
  },
});

/** How many tickets there are in each of these lists, given as the queries that list them; a text when they are too many. */
export const countsQuery = (filters: readonly string[]) =>
  queryOptions({
    queryKey: [TICKETS, 'counts', filters],
    queryFn: async () => {
      const query = { filter: [...filters] };
      const { filters: counts = [] } = await dataOf(api.GET('/api/v1/tickets/counts', { params: { query } }));
      return counts;
    },
  });

const TIMELINE_PAGES = 20;

/** What happened to a ticket, oldest first. */
export const timelineQuery = (number: number) =>
  queryOptions({
    queryKey: [TICKETS, 'timeline', number],
    queryFn: async () => {
      const path = { number: String(number) };
      const events = [];
      let cursor: string | null = null;
      for (let page = 0; page < TIMELINE_PAGES; page++) {
        const query: { limit: number; cursor?: string } = { limit: 100, ...(cursor !== null && { cursor }) };
        const { items, meta } = await pageOf(api.GET('/api/v1/tickets/{number}/events', { params: { path, query } }));
        events.push(...items);
        cursor = meta.next_cursor;
        if (!meta.has_more) break;
      }
      return events;
    },
  });
