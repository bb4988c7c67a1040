export { DeliveryRelay } from './delivery-relay.js';
export { DeliverySweep } from './delivery-sweep.js';
export { WebhooksModule } from './webhooks.module.js';
