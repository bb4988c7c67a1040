import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Ctx } from '../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { Answer } from '../../../platform/http/answer.decorator.js';
import { Etagged } from '../../../platform/http/etag.js';
import { NativeController } from '../../../platform/http/native-controller.decorator.js';
import { PageQueryDto } from '../../../platform/http/page-query.dto.js';
import { Allow, AllowKeys } from '../../auth/index.js';
import { presentTicket, TicketDto, TicketNumberPipe, TicketsService } from '../../tickets/index.js';
import { MessagesService } from '../messages.service.js';
import { Threads } from '../threads.service.js';
import { MarkReadDto, MessageDto, PostMessageDto, TicketDetailDto } from './message.dto.js';
import { MessagePresenter } from './message.presenter.js';

const NEWEST = 50;

/** Threads. The detail of a ticket is here too: it shows the thread, which tickets themselves do not know. */
@NativeController('tickets/:number', 'Messages')
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly threads: Threads,
    private readonly tickets: TicketsService,
    private readonly presenter: MessagePresenter,
  ) {}

  @Get()
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:read')
  @Etagged()
  @Answer({
    summary: 'Get a ticket with its newest messages',
    description: 'By number (`3`) or reference (`TK-2026-00003`). Does not mark anything as read.',
    message: 'Ticket retrieved',
    data: TicketDetailDto,
  })
  async getTicket(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
  ): Promise<TicketDetailDto> {
    const ticket = await this.tickets.get(ctx, number);
    const page = await this.threads.page(ctx, ticket, { limit: NEWEST });
    return {
      ...presentTicket(ctx, ticket),
      messages: page.items.map((message) => this.presenter.present(ctx, message)).reverse(),
      messages_cursor: page.nextCursor,
    };
  }

  @Get('messages')
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:read')
  @Answer({
    summary: 'List the messages of a ticket',
    description: 'Newest first.',
    message: 'Messages retrieved',
    data: [MessageDto],
    paged: true,
    errors: { 400: ['invalid_cursor'] },
  })
  async listMessages(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
    @Query() query: PageQueryDto,
  ) {
    return (await this.threads.list(ctx, number, query)).map((message) => this.presenter.present(ctx, message));
  }

  @Post('messages')
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:write')
  @Answer({
    summary: 'Add a message',
    description: 'A customer’s message on a pending or resolved ticket opens it again.',
    status: 201,
    message: 'Message added',
    data: MessageDto,
    errors: { 409: ['invalid_transition'] },
  })
  async postMessage(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
    @Body() { body, visibility = 'public', attachment_ids: attachmentIds }: PostMessageDto,
  ) {
    const message = await this.messages.post(ctx, number, { body, visibility, attachmentIds });
    return this.presenter.present(ctx, message);
  }

  @Post('read')
  @Allow('customer', 'agent', 'admin')
  @Answer({ summary: 'Mark messages as read', message: 'Marked as read', data: TicketDto })
  async markRead(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
    @Body() { seq }: MarkReadDto,
  ) {
    return presentTicket(ctx, await this.messages.markRead(ctx, number, seq ?? null));
  }
}
