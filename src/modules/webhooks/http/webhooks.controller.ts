import { Body, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { Ctx } from '../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { Answer } from '../../../platform/http/answer.decorator.js';
import { IdPipe } from '../../../platform/http/id.pipe.js';
import { NativeController } from '../../../platform/http/native-controller.decorator.js';
import { Allow } from '../../auth/index.js';
import { WebhooksService } from '../webhooks.service.js';
import { ChangeWebhookDto, CreateWebhookDto, WebhookDto, WebhookWithSecretDto } from './webhook.dto.js';
import { presentWebhook, presentWithSecret } from './webhook.presenter.js';

@NativeController('webhooks', 'Webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @Allow('admin')
  @Answer({ summary: 'List the webhooks', message: 'Webhooks retrieved', data: [WebhookDto] })
  async listWebhooks(@Ctx() ctx: TenantContext) {
    return (await this.webhooks.list(ctx)).map(presentWebhook);
  }

  @Post()
  @Allow('admin')
  @Answer({
    summary: 'Add a webhook',
    description:
      'Told of what happens from now on, by Standard Webhooks: `{type, timestamp, data}`, where `data` is the event as in `GET /events`. The secret is shown in this answer only.',
    status: 201,
    message: 'Webhook created',
    data: WebhookWithSecretDto,
    errors: { 409: ['conflict'] },
  })
  async createWebhook(@Ctx() ctx: TenantContext, @Body() body: CreateWebhookDto) {
    return presentWithSecret(await this.webhooks.create(ctx, body));
  }

  @Get(':id')
  @Allow('admin')
  @Answer({ summary: 'Get a webhook', message: 'Webhook retrieved', data: WebhookDto })
  async getWebhook(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    return presentWebhook(await this.webhooks.get(ctx, id));
  }

  @Patch(':id')
  @Allow('admin')
  @Answer({
    summary: 'Change a webhook',
    description: 'Of the events, what happens from now on; what is on its way goes to the new address.',
    message: 'Webhook updated',
    data: WebhookDto,
  })
  async changeWebhook(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number, @Body() body: ChangeWebhookDto) {
    return presentWebhook(await this.webhooks.change(ctx, id, body));
  }

  @Delete(':id')
  @Allow('admin')
  @Answer({ summary: 'Remove a webhook', message: 'Webhook deleted', data: null })
  async deleteWebhook(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    await this.webhooks.delete(ctx, id);
  }

  @Post(':id/rotate-secret')
  @Allow('admin')
  @Answer({
    summary: 'Give a webhook a new secret',
    description: 'Shown in this answer only. For 24 hours messages carry a signature of the old one, too.',
    status: 200,
    message: 'Secret rotated',
    data: WebhookWithSecretDto,
  })
  async rotateWebhookSecret(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    return presentWithSecret(await this.webhooks.rotateSecret(ctx, id));
  }

  @Post(':id/pause')
  @Allow('admin')
  @Answer({
    summary: 'Pause a webhook',
    description: 'What happens meanwhile waits for it, as long as deliveries are kept.',
    message: 'Webhook paused',
    data: WebhookDto,
  })
  async pauseWebhook(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    return presentWebhook(await this.webhooks.pause(ctx, id));
  }

  @Post(':id/resume')
  @Allow('admin')
  @Answer({
    summary: 'Resume a webhook',
    description: 'One that was paused, or disabled because it answered 410. What waits is sent.',
    message: 'Webhook resumed',
    data: WebhookDto,
  })
  async resumeWebhook(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    return presentWebhook(await this.webhooks.resume(ctx, id));
  }
}
