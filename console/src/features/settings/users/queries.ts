import { queryOptions } from '@tanstack/react-query';
import { api, pageOf, type Schemas } from '../../../api/client';
import { queryClient } from '../../../api/queries';

export type Team = Schemas['TeamDto'];

export const ROLES = ['customer', 'agent', 'admin'] as const;
export type TenantRole = (typeof ROLES)[number];

/** The first hundred: what a list to choose from can hold. */
export const teamsQuery = queryOptions({
  queryKey: ['teams', 'first'],
  queryFn: async () => (await pageOf(api.GET('/api/v1/teams', { params: { query: { limit: 100 } } }))).items,
});

/** Everything that names users or teams. */
export async function refreshPeople(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['users'] }),
    queryClient.invalidateQueries({ queryKey: ['teams'] }),
  ]);
}
