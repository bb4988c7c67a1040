import { Module } from '@nestjs/common';
import { DatabaseModule } from '../../platform/database/database.module.js';
import { AuthModule } from '../auth/index.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryDispatcher } from './delivery-dispatcher.js';
import { DeliveryRelay } from './delivery-relay.js';
import { DeliveryResults } from './delivery-results.js';
import { DeliverySender } from './delivery-sender.js';
import { DeliverySweep } from './delivery-sweep.js';
import { DeliveriesController } from './http/deliveries.controller.js';
import { WebhooksController } from './http/webhooks.controller.js';
import { DeliveriesRepository } from './persistence/deliveries.repository.js';
import { DeliveryLines } from './persistence/delivery-lines.js';
import { DeliveryQueue } from './persistence/delivery-queue.js';
import { DeliveryEntity, WebhookEntity } from './persistence/webhook.entities.js';
import { WebhooksRepository } from './persistence/webhooks.repository.js';
import { WebhooksService } from './webhooks.service.js';

/** Tells endpoints of a tenant's of its events: at least once, in order for each ticket, signed. */
@Module({
  imports: [AuthModule, DatabaseModule.entities(WebhookEntity, DeliveryEntity)],
  controllers: [WebhooksController, DeliveriesController],
  providers: [
    ...[WebhooksRepository, DeliveriesRepository, DeliveryQueue, DeliveryLines],
    ...[WebhooksService, DeliveriesService],
    ...[DeliveryRelay, DeliveryDispatcher, DeliveryResults, DeliverySender, DeliverySweep],
  ],
})
export class WebhooksModule {}
