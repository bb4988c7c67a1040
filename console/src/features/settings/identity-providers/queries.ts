import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../../api/client';

export type Provider = Schemas['IdentityProviderDto'];

export const providersQuery = queryOptions({
  queryKey: ['identity-providers'],
  queryFn: () => dataOf(api.GET('/api/v1/tenant/identity-providers')),
});
