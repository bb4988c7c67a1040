import { Body, Get, Logger, Post, Query } from '@nestjs/common';
import { Ctx } from '../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { notFound } from '../../platform/errors/error-codes.js';
import { WireAnswer } from '../../platform/http/wire-answer.decorator.js';
import { Allow, DialectController } from '../../modules/auth/index.js';
import { MessagesService, Threads } from '../../modules/messages/index.js';
import { type Ticket, TicketListing, TicketOpening, TicketsService } from '../../modules/tickets/index.js';
import { describeProblem } from './errors.js';
import { ticketNumber } from './ids.js';
import { ROUTES } from './routes.js';
import { newMessageOf, newTicketOf } from './to-domain.js';
import { enveloped, wholeTicket } from './to-wire.js';
import { ScrapizooCreatedAnswer, ScrapizooFetchedAnswer, ScrapizooRepliedAnswer, TEXTS } from './wire/answers.js';
import { ScrapizooNewReply, ScrapizooNewTicket, ScrapizooTicketChoice } from './wire/requests.js';

/** The lists of this wire have no pages, so they end here. */
const MOST_LISTED = 1_000;

const REPLY_ERRORS = {
  400: 'The id or the description is not valid, or the ticket is closed',
  404: 'Ticket not found',
};

/** Support tickets of the Scrapizoo pickup service. Its tokens are of two kinds, each with routes of its own. */
@DialectController({ dialect: 'scrapizoo', path: 'api/ticket', tag: 'Tickets', describe: describeProblem })
export class ScrapizooController {
  private readonly logger = new Logger('Scrapizoo');

  constructor(
    private readonly opening: TicketOpening,
    private readonly tickets: TicketsService,
    private readonly listing: TicketListing,
    private readonly threads: Threads,
    private readonly messages: MessagesService,
  ) {}

  @Post(ROUTES.create)
  @Allow('customer')
  @WireAnswer({
    summary: 'Create a ticket',
    status: 201,
    body: ScrapizooCreatedAnswer,
    errors: { 400: 'A field is missing or not valid', 403: 'Not a customer' },
  })
  async createTicket(@Ctx() ctx: TenantContext, @Body() body: ScrapizooNewTicket) {
    return enveloped(TEXTS.created, await this.whole(ctx, await this.opening.open(ctx, newTicketOf(body))));
  }

  @Get(ROUTES.list)
  @Allow('customer')
  @WireAnswer({
    summary: 'List the tickets of your team, newest first',
    description: 'Your own alone when you are in no team.',
    body: ScrapizooFetchedAnswer,
    errors: { 403: 'Not a customer' },
  })
  async listTickets(@Ctx() ctx: TenantContext) {
    return enveloped(TEXTS.fetched, await this.newest(ctx));
  }

  @Post(ROUTES.reply)
  @Allow('customer')
  @WireAnswer({
    summary: 'Reply to a ticket of your team',
    description: 'Answers with the whole ticket. A reply to a resolved ticket opens it again.',
    body: ScrapizooRepliedAnswer,
    errors: { ...REPLY_ERRORS, 403: 'Not a customer' },
  })
  // Nest checks the last parameter first: a wrong id is told before a wrong body.
  reply(@Ctx() ctx: TenantContext, @Body() body: ScrapizooNewReply, @Query() { id }: ScrapizooTicketChoice) {
    return this.addReply(ctx, id, body);
  }

  @Get(ROUTES.adminList)
  @Allow('agent', 'admin')
  @WireAnswer({
    summary: 'List all tickets, newest first',
    body: ScrapizooFetchedAnswer,
    errors: { 403: 'Not staff' },
  })
  async listAllTickets(@Ctx() ctx: TenantContext) {
    return enveloped(TEXTS.fetched, await this.newest(ctx));
  }

  @Post(ROUTES.adminReply)
  @Allow('agent', 'admin')
  @WireAnswer({
    summary: 'Reply to any ticket',
    description: 'Answers with the whole ticket.',
    body: ScrapizooRepliedAnswer,
    errors: { ...REPLY_ERRORS, 403: 'Not staff' },
  })
  replyAsAdmin(@Ctx() ctx: TenantContext, @Body() body: ScrapizooNewReply, @Query() { id }: ScrapizooTicketChoice) {
    return this.addReply(ctx, id, body);
  }

  private async addReply(ctx: TenantContext, id: string, body: ScrapizooNewReply) {
    const number = ticketNumber(ctx.tenant.id, id);
    if (number === null) throw notFound();
    await this.messages.post(ctx, number, newMessageOf(body));
    return enveloped(TEXTS.replied, await this.whole(ctx, await this.tickets.get(ctx, number)));
  }

  /** The tickets that the caller sees: customers those of their team, staff all of the tenant. */
  private async newest(ctx: TenantContext) {
    const { items, nextCursor } = await this.listing.list(ctx, { filter: {}, sort: '-created_at', limit: MOST_LISTED });
    if (nextCursor !== null)
      this.logger.warn(`A list of ${ctx.tenant.code} was cut to its newest ${MOST_LISTED} tickets`);
    return this.withReplies(ctx, items);
  }

  private async whole(ctx: TenantContext, ticket: Ticket) {
    const [whole] = await this.withReplies(ctx, [ticket]);
    return whole;
  }

  private async withReplies(ctx: TenantContext, tickets: readonly Ticket[]) {
    const replies = await this.threads.publicReplies(ctx, tickets);
    return tickets.map((ticket) => wholeTicket(ctx.tenant, ticket, replies.get(ticket.number) ?? []));
  }
}
