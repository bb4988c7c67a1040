import { QueryClient, queryOptions } from '@tanstack/react-query';
import { api, dataOf, pageOf } from './client';
import { ApiFailure } from './failure';

const MINUTE = 60_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 3 && error instanceof ApiFailure && error.isPassing,
      // The live stream says what has changed; a look at another window changes nothing.
      refetchOnWindowFocus: false,
    },
  },
});

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: () => dataOf(api.GET('/api/v1/auth/me')),
  staleTime: 5 * MINUTE,
});

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: () => dataOf(api.GET('/api/v1/categories')),
  staleTime: 5 * MINUTE,
});

/** Agents and admins: whom a ticket can be assigned to. */
export const staffQuery = queryOptions({
  queryKey: ['users', 'staff'],
  queryFn: async () => {
    const roles = ['agent', 'admin'] as const;
    const pages = await Promise.all(
      roles.map((role) => pageOf(api.GET('/api/v1/users', { params: { query: { role, limit: 100 } } }))),
    );
    return pages.flatMap(({ items }) => items).sort((one, other) => one.name.localeCompare(other.name));
  },
  staleTime: 5 * MINUTE,
});

/** Somebody by id, whoever it is. */
export const userQuery = (id: number) =>
  queryOptions({
    queryKey: ['users', id],
    queryFn: () => dataOf(api.GET('/api/v1/users/{id}', { params: { path: { id } } })),
    staleTime: 5 * MINUTE,
  });
