import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, dataOf, pageOf } from '../api/client';
import { queryClient } from '../api/queries';

/** What customers see changes by others' doing; they are not told, so the page asks. */
const EVERY_20_SECONDS = 20_000;

const nextPage = ({ meta }: { readonly meta: { readonly next_cursor: string | null } }) => meta.next_cursor;

export interface ListChoice {
  readonly state: 'open' | 'done';
  readonly whose: 'everybody' | 'mine';
}

/** The tickets that the customer may see: their own, and their team's if the team shares. */
export const listQuery = ({ state, whose }: ListChoice) =>
  infiniteQueryOptions({
    queryKey: ['tickets', 'list', state, whose],
    queryFn: ({ pageParam }) => {
      const query = {
        status: state === 'open' ? 'open,in_progress,pending' : 'resolved,closed',
        ...(whose === 'mine' && { requester_id: 'me' }),
        ...(pageParam !== null && { cursor: pageParam }),
      };
      return pageOf(api.GET('/api/v1/tickets', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: nextPage,
    refetchInterval: EVERY_20_SECONDS,
  });

export const ticketQuery = (number: number) =>
  queryOptions({
    queryKey: ['tickets', number],
    queryFn: () => dataOf(api.GET('/api/v1/tickets/{number}', { params: { path: { number: String(number) } } })),
    refetchInterval: EVERY_20_SECONDS,
  });

/** The newest first, page by page back to the beginning. */
export const messagesQuery = (number: number) =>
  infiniteQueryOptions({
    queryKey: ['tickets', number, 'messages'],
    queryFn: ({ pageParam }) => {
      const query = { limit: 50, ...(pageParam !== null && { cursor: pageParam }) };
      const path = { number: String(number) };
      return pageOf(api.GET('/api/v1/tickets/{number}/messages', { params: { path, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: nextPage,
    refetchInterval: EVERY_20_SECONDS,
  });

/** Has lists, tickets and messages read again. */
export function refreshTickets(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['tickets'] });
}
