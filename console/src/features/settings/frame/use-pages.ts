import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '../../../api/client';
import type { Records } from './record-table';

interface Page<T> {
  readonly items: readonly T[];
  readonly meta: Schemas['PageMetaDto'];
}

/** A list that is read page by page, as one. */
export function usePages<T>(
  queryKey: readonly unknown[],
  read: (cursor: { readonly cursor?: string }) => Promise<Page<T>>,
): Records<T> {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ meta }) => meta.next_cursor,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });
}
