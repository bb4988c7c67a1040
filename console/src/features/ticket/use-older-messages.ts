import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, type Message, pageOf, type TicketDetail } from '../../api/client';
import { TICKETS } from '../../tickets/queries';

interface OlderMessages {
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly load: () => void;
}

/** The messages before those that come with a ticket, a page at a time. */
export function useOlderMessages({ number, messages_cursor: cursor, messages }: TicketDetail): OlderMessages {
  const [begin, setBegin] = useState<string | null>(null);
  // New messages push others out of those that come with the ticket.
  if (begin !== null && cursor !== null && begin !== cursor) setBegin(cursor);
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: [TICKETS, 'older-messages', number, begin],
    queryFn: ({ pageParam }) => {
      const query = { limit: 50, cursor: pageParam };
      return pageOf(
        api.GET('/api/v1/tickets/{number}/messages', { params: { path: { number: String(number) }, query } }),
      );
    },
    enabled: begin !== null,
    initialPageParam: begin ?? '',
    getNextPageParam: ({ meta }) => (meta.has_more ? meta.next_cursor : null),
    staleTime: Infinity,
  });
  const first = messages[0]?.seq ?? 0;
  const older = useMemo(
    () => (data?.pages.flatMap(({ items }) => items) ?? []).filter(({ seq }) => seq < first).reverse(),
    [data, first],
  );
  return {
    messages: older,
    hasMore: begin === null ? cursor !== null : hasNextPage || data === undefined,
    isLoading: isFetching,
    load: () => (begin === null ? setBegin(cursor) : void fetchNextPage()),
  };
}
