import { settings } from '#text/settings';
import { StateBadge } from '../frame/state-badge';
import type { Delivery, Webhook } from './queries';

const text = settings.webhooks;

const WEBHOOK_TONES = { active: 'good', paused: 'off', disabled: 'bad' } as const;
const DELIVERY_TONES = { waiting: 'off', pending: 'busy', delivered: 'good', parked: 'bad' } as const;

export function WebhookState({ status }: Pick<Webhook, 'status'>) {
  return <StateBadge tone={WEBHOOK_TONES[status]}>{text.statuses[status]}</StateBadge>;
}

export function DeliveryState({ status }: Pick<Delivery, 'status'>) {
  return <StateBadge tone={DELIVERY_TONES[status]}>{text.deliveryStatuses[status]}</StateBadge>;
}
