import { Body, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Ctx } from '../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { TakesFiles } from '../../platform/http/takes-files.decorator.js';
import { WireAnswer } from '../../platform/http/wire-answer.decorator.js';
import { AttachmentsService, uploadOf } from '../../modules/attachments/index.js';
import { Allow, DialectController } from '../../modules/auth/index.js';
import { CategoriesService } from '../../modules/categories/index.js';
import { MessagesService, Threads } from '../../modules/messages/index.js';
import { TicketListing, TicketOpening, TicketsService } from '../../modules/tickets/index.js';
import { TICKET_ID } from './ids.js';
import { pageOf } from './paging.js';
import { filterOf, newMessageOf, newTicketOf } from './to-domain.js';
import {
  addedMessage,
  category,
  closedTicket,
  enveloped,
  file,
  listedTicket,
  openedTicket,
  wholeTicket,
} from './to-wire.js';
import * as answers from './wire/answers.js';
import { QuootaClosing, QuootaListQuery, QuootaNewMessage, QuootaNewTicket } from './wire/requests.js';

/** The Support API of the Quoota lending platform, under both of its base paths. */
@DialectController({
  dialect: 'quoota',
  path: ['api/v1/support', 'support'],
  tag: 'Support',
  // One text for whatever is wrong: errors.ts has it.
  describe: ({ field }) => `${field} is not valid`,
  ownTicketsOnly: true,
})
export class QuootaController {
  constructor(
    private readonly opening: TicketOpening,
    private readonly tickets: TicketsService,
    private readonly listing: TicketListing,
    private readonly threads: Threads,
    private readonly messages: MessagesService,
    private readonly categories: CategoriesService,
    private readonly attachments: AttachmentsService,
  ) {}

  @Post('tickets')
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'Create a support ticket',
    body: answers.QuootaOpenedTicketAnswer,
    errors: { 400: 'Invalid ticket data' },
  })
  async createTicket(@Ctx() ctx: TenantContext, @Body() body: QuootaNewTicket) {
    return enveloped(openedTicket(await this.opening.open(ctx, newTicketOf(body))));
  }

  @Get('tickets')
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({ summary: 'List your tickets, newest first', body: answers.QuootaTicketsAnswer })
  async listTickets(@Ctx() ctx: TenantContext, @Query() query: QuootaListQuery) {
    const filter = filterOf(query, ctx.actor.userId);
    const { items } = await this.listing.page(ctx, { filter, sort: '-created_at', ...pageOf(query) });
    return enveloped(items.map(listedTicket));
  }

  @Get('tickets/:ticketId')
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'Get a ticket with its messages',
    body: answers.QuootaTicketAnswer,
    errors: { 404: 'Ticket not found' },
  })
  async getTicket(@Ctx() ctx: TenantContext, @Param('ticketId', TICKET_ID) number: number) {
    const ticket = await this.tickets.get(ctx, number);
    return enveloped(wholeTicket(ticket, await this.threads.whole(ctx, ticket)));
  }

  @Post('tickets/:ticketId/messages')
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'Add a message',
    description: 'A message on a resolved ticket opens it again.',
    body: answers.QuootaAddedMessageAnswer,
    errors: { 400: 'Invalid message, or the ticket is closed', 404: 'Ticket not found' },
  })
  async addMessage(
    @Ctx() ctx: TenantContext,
    @Param('ticketId', TICKET_ID) number: number,
    @Body() body: QuootaNewMessage,
  ) {
    return enveloped(addedMessage(number, await this.messages.post(ctx, number, newMessageOf(body))));
  }

  @Post('tickets/:ticketId/close')
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'Close a ticket',
    description: 'Closing a closed one changes nothing and answers with the time it was closed at.',
    body: answers.QuootaClosedTicketAnswer,
    errors: { 404: 'Ticket not found' },
  })
  async closeTicket(
    @Ctx() ctx: TenantContext,
    @Param('ticketId', TICKET_ID) number: number,
    @Body() { resolution }: QuootaClosing,
  ) {
    return enveloped(closedTicket(await this.tickets.ensureClosed(ctx, number, resolution || undefined)));
  }

  @Get('categories')
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({ summary: 'List the categories', body: answers.QuootaCategoriesAnswer })
  async listCategories(@Ctx() ctx: TenantContext) {
    return enveloped((await this.categories.list(ctx, { includeArchived: false })).map(category));
  }

  @Post('attachments')
  @Allow('customer', 'agent', 'admin')
  @TakesFiles()
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @WireAnswer({
    summary: 'Upload a file',
    description: 'Name its id in a ticket or a message within 24 hours, or it is removed.',
    body: answers.QuootaFileAnswer,
    errors: { 400: 'Invalid file' },
  })
  async uploadFile(@Ctx() ctx: TenantContext, @Req() request: FastifyRequest) {
    return enveloped(file(await this.attachments.upload(ctx, await uploadOf(request))));
  }
}
