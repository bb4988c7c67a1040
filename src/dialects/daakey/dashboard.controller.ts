import { Body, Get, Param, Patch, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Ctx } from '../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { TakesFiles } from '../../platform/http/takes-files.decorator.js';
import { type Attachment, AttachmentPresenter, AttachmentsService } from '../../modules/attachments/index.js';
import { Allow, CurrentPrincipal, DialectController, type Principal } from '../../modules/auth/index.js';
import { CategoriesService } from '../../modules/categories/index.js';
import { MessagesService, Threads } from '../../modules/messages/index.js';
import { TicketListing, TicketsService } from '../../modules/tickets/index.js';
import { DashboardTokens } from './access/dashboard-tokens.js';
import { DashboardAnswer, Envelope } from './envelope.js';
import { describe } from './laravel-texts.js';
import { Listed, pageOf } from './paging.js';
import {
  assignedTicket,
  closedTicket,
  listedForDashboard,
  movedTicket,
  postedMessage,
  resolvedTicket,
  wholeForDashboard,
} from './to-dashboard.js';
import { dashboardFilterOf, newMessageOf } from './to-domain.js';
import { Uploads } from './uploads.js';
import { STATUS } from './vocabulary.js';
import * as answers from './wire/dashboard-answers.js';
import {
  DaakeyAssignment,
  DaakeyClosing,
  DaakeyDashboardListQuery,
  DaakeyNewDashboardMessage,
  DaakeyNewStatus,
} from './wire/requests.js';
import { DaakeyFile, UploadForm } from './wire/ticket-parts.js';

/** What the staff of an agency do with its tickets. */
@UseInterceptors(Envelope)
@DialectController({
  dialect: 'daakey',
  path: 'api/v1/dashboard',
  tag: 'Dashboard API',
  describe,
  scheme: DashboardTokens,
})
export class DashboardController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly listing: TicketListing,
    private readonly threads: Threads,
    private readonly messages: MessagesService,
    private readonly categories: CategoriesService,
    private readonly attachments: AttachmentsService,
    private readonly presenter: AttachmentPresenter,
    private readonly uploads: Uploads,
  ) {}

  @Get('tickets')
  @Allow('agent', 'admin')
  @DashboardAnswer({
    summary: 'List the agency’s tickets, the last one written to first',
    message: 'Tickets retrieved',
    data: answers.DaakeyDashboardListedTicket,
    paged: true,
    errors: { 403: 'Forbidden', 422: 'Validation failed' },
  })
  async listDashboardTickets(@Ctx() ctx: TenantContext, @Query() query: DaakeyDashboardListQuery) {
    const categories = query.category ? await this.categories.list(ctx, { includeArchived: true }) : [];
    const filter = dashboardFilterOf(query, categories);
    const page = await this.listing.page(ctx, { filter, sort: '-last_message_at', ...pageOf(query) });
    return new Listed(page, page.items.map(listedForDashboard));
  }

  @Get('tickets/:ticket')
  @Allow('agent', 'admin')
  @DashboardAnswer({
    summary: 'Get a ticket with its messages and internal notes',
    message: 'Ticket retrieved',
    data: answers.DaakeyDashboardTicket,
    errors: { 403: 'Forbidden', 404: 'Ticket not found' },
  })
  async getDashboardTicket(@Ctx() ctx: TenantContext, @Param('ticket', IdPipe) number: number) {
    const ticket = await this.tickets.get(ctx, number);
    return wholeForDashboard(ticket, await this.threads.whole(ctx, ticket), this.urlsFor(ctx));
  }

  @Post('tickets/:ticket/messages')
  @Allow('agent', 'admin')
  @DashboardAnswer({
    summary: 'Add a message or an internal note',
    description: 'The status stays as it is.',
    status: 201,
    message: 'Message added',
    data: answers.DaakeyPostedMessage,
    errors: {
      400: 'Cannot add message to closed ticket',
      403: 'Forbidden',
      404: 'Ticket not found',
      422: 'Validation failed',
    },
  })
  async addDashboardMessage(
    @Ctx() ctx: TenantContext,
    @Param('ticket', IdPipe) number: number,
    @Body() body: DaakeyNewDashboardMessage,
  ) {
    const input = newMessageOf(body, (url) => this.attachments.idOfUrl(url));
    return postedMessage({ number }, await this.messages.post(ctx, number, input), this.urlsFor(ctx));
  }

  @Patch('tickets/:ticket/status')
  @Allow('agent', 'admin')
  @DashboardAnswer({
    summary: 'Set the status of a ticket',
    description: 'Any of the four, from any; a closed ticket comes back by this alone.',
    message: 'Ticket status updated',
    data: answers.DaakeyMovedTicket,
    errors: { 403: 'Forbidden', 404: 'Ticket not found', 422: 'Validation failed' },
  })
  async setStatus(
    @Ctx() ctx: TenantContext,
    @Param('ticket', IdPipe) number: number,
    @Body() { status }: DaakeyNewStatus,
  ) {
    const ticket = await this.tickets.edit(ctx, number, { status: STATUS.read(status) }, null, 'through_open');
    if (status !== 'resolved') return movedTicket(ticket);
    return resolvedTicket(ticket, await this.tickets.whoLast(ctx, number, 'ticket.resolved'));
  }

  @Patch('tickets/:ticket/close')
  @Allow('agent', 'admin')
  @DashboardAnswer({
    summary: 'Close a ticket',
    description: 'It takes no messages from then on, of nobody.',
    message: 'Ticket closed',
    data: answers.DaakeyClosedTicket,
    errors: { 400: 'Ticket is already closed', 403: 'Forbidden', 404: 'Ticket not found', 422: 'Validation failed' },
  })
  async closeTicket(
    @Ctx() ctx: TenantContext,
    @CurrentPrincipal() { user }: Principal,
    @Param('ticket', IdPipe) number: number,
    @Body() { reason }: DaakeyClosing,
  ) {
    // Without a reason, what was said when the ticket was resolved still stands.
    return closedTicket(await this.tickets.close(ctx, number, reason ?? undefined), user, reason ?? null);
  }

  @Patch('tickets/:ticket/assign')
  @Allow('agent', 'admin')
  @DashboardAnswer({
    summary: 'Assign a ticket, or take it from its assignee',
    message: 'Ticket assigned',
    data: answers.DaakeyAssignedTicket,
    errors: { 403: 'Forbidden', 404: 'Ticket not found', 422: 'Validation failed' },
  })
  async assignTicket(
    @Ctx() ctx: TenantContext,
    @Param('ticket', IdPipe) number: number,
    @Body() { user_id: userId }: DaakeyAssignment,
  ) {
    return assignedTicket(await this.tickets.assign(ctx, number, userId));
  }

  @Post('upload')
  @Allow('agent', 'admin')
  @TakesFiles()
  @UploadForm()
  @DashboardAnswer({
    summary: 'Upload a file',
    description: 'Name its `url` in the `attachments` of a message within 24 hours, or it is removed.',
    status: 201,
    message: 'File uploaded',
    data: DaakeyFile,
    errors: { 403: 'Forbidden', 422: 'Validation failed' },
  })
  uploadDashboardFile(@Ctx() ctx: TenantContext, @Req() request: FastifyRequest) {
    return this.uploads.store(ctx, request);
  }

  private urlsFor(ctx: TenantContext) {
    return (file: Attachment) => this.presenter.urlOf(ctx, file);
  }
}
