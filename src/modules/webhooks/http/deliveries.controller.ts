import { Get, Param, Post, Query } from '@nestjs/common';
import { parseIso, toIsoOrNull } from '../../../platform/clock/clock.js';
import { Ctx } from '../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { Answer } from '../../../platform/http/answer.decorator.js';
import { invalidParameter } from '../../../platform/http/http-errors.js';
import { IdPipe } from '../../../platform/http/id.pipe.js';
import { BoundBy } from '../../../platform/limits/bounds.decorator.js';
import { NativeController } from '../../../platform/http/native-controller.decorator.js';
import { Allow } from '../../auth/index.js';
import { DeliveriesService } from '../deliveries.service.js';
import { DeliveryDto, DeliveryQueryDto, ReplayedDto, ReplayQueryDto } from './webhook.dto.js';
import { presentDelivery } from './webhook.presenter.js';

@NativeController('webhooks/:id', 'Webhooks')
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Post('test')
  // It waits for a stranger's server: no place for others to wait for.
  @BoundBy('rate')
  @Allow('admin')
  @Answer({
    summary: 'Send a test message to a webhook',
    description: 'A message of the type `webhook.test`, once and at once; the answer tells what came of it.',
    message: 'Test sent',
    data: DeliveryDto,
  })
  async testWebhook(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    return presentDelivery(await this.deliveries.test(ctx, id));
  }

  @Get('deliveries')
  @Allow('admin')
  @Answer({
    summary: 'List what a webhook got and will get',
    description: 'Newest first, each with its last attempt.',
    message: 'Deliveries retrieved',
    data: [DeliveryDto],
    paged: true,
    errors: { 400: ['invalid_cursor'] },
  })
  async listDeliveries(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number, @Query() query: DeliveryQueryDto) {
    return (await this.deliveries.list(ctx, id, query)).map(presentDelivery);
  }

  @Post('deliveries/:delivery_id/replay')
  @Allow('admin')
  @Answer({
    summary: 'Deliver again',
    description: 'As the same message (`webhook-id`), also when it was delivered already.',
    message: 'Delivery replayed',
    data: DeliveryDto,
    errors: { 409: ['conflict'] },
  })
  async replayDelivery(
    @Ctx() ctx: TenantContext,
    @Param('id', IdPipe) id: number,
    @Param('delivery_id', IdPipe) deliveryId: number,
  ) {
    return presentDelivery(await this.deliveries.replay(ctx, id, deliveryId));
  }

  @Post('replay')
  @Allow('admin')
  @Answer({
    summary: 'Deliver everything again from an instant on',
    description: 'What was to be delivered since and has come to its end, delivered or parked, at most 10 000 at once.',
    message: 'Deliveries replayed',
    data: ReplayedDto,
  })
  async replayDeliveries(
    @Ctx() ctx: TenantContext,
    @Param('id', IdPipe) id: number,
    @Query() { from }: ReplayQueryDto,
  ): Promise<ReplayedDto> {
    const instant = parseIso(from);
    if (instant === null) throw invalidParameter('from must be a date or an instant with a time zone (ISO 8601)');
    const { count, continueFrom } = await this.deliveries.replayFrom(ctx, id, instant);
    return { count, continue_from: toIsoOrNull(continueFrom) };
  }
}
