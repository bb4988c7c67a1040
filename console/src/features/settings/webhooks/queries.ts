import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../../api/client';
import { queryClient } from '../../../api/queries';

export type Webhook = Schemas['WebhookDto'];
export type WebhookWithSecret = Schemas['WebhookWithSecretDto'];
export type Delivery = Schemas['DeliveryDto'];

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => dataOf(api.GET('/api/v1/webhooks')),
});

export const webhookQuery = (id: number) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: () => dataOf(api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } })),
  });

export const deliveriesKey = (id: number) => ['webhooks', id, 'deliveries'] as const;

/** The webhooks and all that belongs to them. */
export function refreshWebhooks(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: webhooksQuery.queryKey });
}
