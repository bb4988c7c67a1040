import { Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ctx } from '../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { Answer } from '../../../platform/http/answer.decorator.js';
import { IdPipe } from '../../../platform/http/id.pipe.js';
import { NativeController } from '../../../platform/http/native-controller.decorator.js';
import { TakesFiles } from '../../../platform/http/takes-files.decorator.js';
import { Allow, AllowKeys, AllowSignedUrl } from '../../auth/index.js';
import { AttachmentsService } from '../attachments.service.js';
import { AttachmentDto, ContentQueryDto } from './attachment.dto.js';
import { AttachmentPresenter } from './attachment.presenter.js';
import { sendContent } from './content-response.js';
import { uploadOf } from './multipart-upload.js';

@NativeController('attachments', 'Attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly presenter: AttachmentPresenter,
  ) {}

  @Post()
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:write')
  @TakesFiles()
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answer({
    summary: 'Upload a file',
    description: 'Name its id in a ticket or a message within 24 hours, or it is removed.',
    status: 201,
    message: 'File uploaded',
    data: AttachmentDto,
    errors: { 413: ['payload_too_large'], 507: ['storage_full'] },
  })
  async uploadAttachment(@Ctx() ctx: TenantContext, @Req() request: FastifyRequest) {
    return this.presenter.present(ctx, await this.attachments.upload(ctx, await uploadOf(request)));
  }

  @Get(':id')
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:read')
  @Answer({ summary: 'Get a file’s data and a fresh link', message: 'Attachment retrieved', data: AttachmentDto })
  async getAttachment(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    return this.presenter.present(ctx, await this.attachments.get(ctx, id));
  }

  @Get(':id/content')
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:read')
  @AllowSignedUrl()
  @ApiOperation({
    summary: 'Download a file',
    description: 'Not in the envelope. Answers ranges and `If-None-Match`. There is none of a file kept elsewhere.',
  })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, description: 'The bytes', schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 206, description: 'A span of the bytes', schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 304, description: 'You have it already' })
  @ApiResponse({ status: 416, description: 'No such span' })
  async downloadAttachment(
    @Ctx() ctx: TenantContext,
    @Param('id', IdPipe) id: number,
    @Query() { disposition }: ContentQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const attachment = await this.attachments.getStored(ctx, id);
    const read = this.attachments.read.bind(this.attachments, attachment);
    await sendContent({ attachment, read, inline: disposition === 'inline' }, request, reply);
  }
}
