import { Body, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Ctx } from '../../platform/context/ctx.decorator.js';
import { isStaff, type TenantContext } from '../../platform/context/request-context.js';
import { invalid } from '../../platform/errors/error-codes.js';
import { WireAnswer } from '../../platform/http/wire-answer.decorator.js';
import { AttachmentPresenter, AttachmentsService } from '../../modules/attachments/index.js';
import { Allow, DialectController, UsersService } from '../../modules/auth/index.js';
import { CategoriesService } from '../../modules/categories/index.js';
import { MessagesService, Threads } from '../../modules/messages/index.js';
import { type Ticket, TicketListing, TicketOpening, TicketsService } from '../../modules/tickets/index.js';
import { problemCode } from './errors.js';
import { AGENT_ID, TICKET_ID } from './ids.js';
import { pageOf } from './paging.js';
import { amendmentOf, editOf, filterOf, newMessageOf, newTicketOf } from './to-domain.js';
import { listed, whole } from './to-wire.js';
import { VerifikCallers } from './verifik.callers.js';
import { categoryOf, wordFor } from './vocabulary.js';
import { VerifikTicketAnswer, VerifikTicketsAnswer } from './wire/answers.js';
import { VerifikChanges, VerifikListQuery, VerifikNewThread, VerifikNewTicket } from './wire/requests.js';

/** The support tickets of the Verifik identity platform, version 2. */
@DialectController({
  dialect: 'verifik',
  path: 'v2/support-tickets',
  tag: 'Support tickets',
  describe: problemCode,
  scheme: VerifikCallers,
  ownTicketsOnly: true,
})
export class VerifikController {
  constructor(
    private readonly opening: TicketOpening,
    private readonly tickets: TicketsService,
    private readonly listing: TicketListing,
    private readonly threads: Threads,
    private readonly messages: MessagesService,
    private readonly categories: CategoriesService,
    private readonly attachments: AttachmentsService,
    private readonly presenter: AttachmentPresenter,
    private readonly users: UsersService,
  ) {}

  @Post()
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'Create a support ticket',
    description: 'Of several wrong fields the first one is told.',
    body: VerifikTicketAnswer,
    errors: { 400: 'A field is missing or wrong' },
  })
  async createTicket(@Ctx() ctx: TenantContext, @Body() body: VerifikNewTicket) {
    const categories = await this.categories.list(ctx, { includeArchived: false });
    return this.present(ctx, await this.opening.open(ctx, newTicketOf(body, categories, this.uploadAt)));
  }

  @Get()
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'List support tickets, newest first',
    description: 'Clients see their own, agents those of the tenant.',
    body: VerifikTicketsAnswer,
    errors: { 400: 'A parameter is wrong' },
  })
  async listTickets(@Ctx() ctx: TenantContext, @Query() query: VerifikListQuery) {
    const categories = query.category ? await this.categories.list(ctx, { includeArchived: true }) : [];
    const filter = filterOf(query, categories);
    const page = await this.listing.page(ctx, { filter, sort: '-created_at', ...pageOf(query) });
    return listed(page, query.countByStatus ? await this.listing.countByStatus(ctx, filter) : null);
  }

  @Get(':id')
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'Retrieve a support ticket',
    body: VerifikTicketAnswer,
    errors: { 404: 'There is no such ticket, or it is not yours' },
  })
  async getTicket(@Ctx() ctx: TenantContext, @Param('id', TICKET_ID) number: number) {
    return this.present(ctx, await this.tickets.get(ctx, number));
  }

  @Put(':id')
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'Change a support ticket',
    description:
      'Clients change title and description while the ticket is open and tags until it is closed; agents the rest, too.',
    body: VerifikTicketAnswer,
    errors: {
      400: 'A field is wrong, or the ticket is no longer open',
      403: 'A field that is for agents',
      404: 'There is no such ticket, or it is not yours',
    },
  })
  async changeTicket(
    @Ctx() ctx: TenantContext,
    @Param('id', TICKET_ID) number: number,
    @Body() changes: VerifikChanges,
  ) {
    const ticket = isStaff(ctx.actor)
      ? await this.edit(ctx, number, changes)
      : await this.tickets.amend(ctx, number, amendmentOf(changes));
    return this.present(ctx, ticket);
  }

  @Post(':id/thread')
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'Add to the thread of a support ticket',
    description: 'What a client says of a pending or resolved ticket opens it again.',
    body: VerifikTicketAnswer,
    errors: {
      400: 'A field is missing or wrong, or the ticket is closed',
      404: 'There is no such ticket, or it is not yours',
    },
  })
  async addToThread(@Ctx() ctx: TenantContext, @Param('id', TICKET_ID) number: number, @Body() body: VerifikNewThread) {
    await this.messages.post(ctx, number, newMessageOf(body, this.uploadAt));
    return this.present(ctx, await this.tickets.get(ctx, number));
  }

  private async edit(ctx: TenantContext, number: number, changes: VerifikChanges): Promise<Ticket> {
    const found = {
      categoryId: await this.categoryIdOf(ctx, number, changes.category),
      assigneeId: await this.assigneeIdOf(ctx, changes.assignedTo),
    };
    return this.tickets.edit(ctx, number, editOf(changes, found), null, 'through_open');
  }

  /** The category that is called so; the ticket's own when it is, which the same words may be said for others. */
  private async categoryIdOf(ctx: TenantContext, number: number, word: VerifikChanges['category']) {
    if (word === undefined) return undefined;
    const ticket = await this.tickets.get(ctx, number);
    if (categoryOf(ticket) === word) return undefined;
    const categories = await this.categories.list(ctx, { includeArchived: false });
    const known = categories.find((category) => wordFor(category) === word);
    if (!known) throw invalid({ category: ['category must be one that the tenant has'] });
    return known.id;
  }

  private async assigneeIdOf(ctx: TenantContext, assignedTo: string | null | undefined) {
    if (assignedTo === undefined || assignedTo === null) return assignedTo;
    const known = await this.users.findByExternalId(ctx, assignedTo);
    // A customer whom the provider calls so is not who is meant.
    const id = known && known.role !== 'customer' ? known.id : AGENT_ID.read(assignedTo);
    if (id === null) throw invalid({ assignedTo: ['assignedTo must be somebody'] });
    return id;
  }

  private async present(ctx: TenantContext, ticket: Ticket): Promise<VerifikTicketAnswer> {
    const thread = await this.threads.whole(ctx, ticket);
    return whole(ticket, thread, (file) => this.presenter.urlOf(ctx, file));
  }

  private readonly uploadAt = (url: string): number | null => this.attachments.idOfUrl(url);
}
