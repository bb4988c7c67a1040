import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import { categoriesQuery, queryClient } from '../../../api/queries';

/** The archived ones too, those last. */
export const allCategoriesQuery = queryOptions({
  queryKey: [...categoriesQuery.queryKey, 'all'],
  queryFn: async () => {
    const query = { include_archived: true };
    const all = await dataOf(api.GET('/api/v1/categories', { params: { query } }));
    return [...all].sort((one, other) => Number(one.archived) - Number(other.archived));
  },
});

export function refreshCategories(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: categoriesQuery.queryKey });
}
