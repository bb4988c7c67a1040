import { Body, Delete, Get, Param, Patch, Post, Query, Res, UseInterceptors } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Ctx } from '../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { Answer } from '../../../platform/http/answer.decorator.js';
import { Etagged, IfMatch } from '../../../platform/http/etag.js';
import { invalidParameter } from '../../../platform/http/http-errors.js';
import { NativeController } from '../../../platform/http/native-controller.decorator.js';
import { PageQueryDto } from '../../../platform/http/page-query.dto.js';
import { parseSearch } from '../../../platform/search/search-query.js';
import { Allow, AllowKeys } from '../../auth/index.js';
import { CategoriesService } from '../../categories/index.js';
import { TicketListing } from '../ticket-listing.service.js';
import { TicketOpening } from '../ticket-opening.service.js';
import { TicketSearch } from '../ticket-search.service.js';
import { TicketsService } from '../tickets.service.js';
import { CurrentOnMismatch } from './current-on-mismatch.interceptor.js';
import { AssignTicketDto, EditTicketDto, OpenTicketDto, SettleTicketDto } from './ticket-input.dto.js';
import { ListedTicketDto, TicketDto, TicketEventDto } from './ticket.dto.js';
import { filterOf } from './ticket-filter.js';
import { editOf, newTicketOf } from './ticket-input.js';
import { TicketNumberPipe } from './ticket-number.pipe.js';
import { presentTicket, presentTimelineEvent } from './ticket.presenter.js';
import { TicketQueryDto } from './ticket-query.dto.js';

const STALE = { 412: ['version_mismatch'] };
const STALE_OR_STUCK = { 409: ['invalid_transition'], ...STALE };

@UseInterceptors(CurrentOnMismatch)
@NativeController('tickets', 'Tickets')
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly listing: TicketListing,
    private readonly searching: TicketSearch,
    private readonly opening: TicketOpening,
    private readonly categories: CategoriesService,
  ) {}

  @Post()
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:write')
  @Etagged()
  @Answer({
    summary: 'Open a ticket',
    description: 'The description becomes message no. 1. Staff may open it for somebody else with `requester`.',
    status: 201,
    message: 'Ticket opened',
    data: TicketDto,
  })
  async openTicket(
    @Ctx() ctx: TenantContext,
    @Body() body: OpenTicketDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const ticket = await this.opening.open(ctx, newTicketOf(body));
    reply.header('location', `/api/v1/tickets/${ticket.number}`);
    return presentTicket(ctx, ticket);
  }

  @Get()
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:read')
  @Answer({
    summary: 'List tickets',
    description:
      'Those the caller may see: customers their own, their team’s if it shares, and those they take part in. ' +
      'A page may hold fewer than `limit`, or none, though `has_more` is true: where hardly any of very many tickets are ' +
      'wanted, a page ends after the first fifty thousand it met, and the next goes on from there.',
    message: 'Tickets retrieved',
    data: [ListedTicketDto],
    paged: true,
    errors: { 400: ['invalid_cursor'] },
  })
  async listTickets(@Ctx() ctx: TenantContext, @Query() query: TicketQueryDto) {
    const categories = query.category ? await this.categories.list(ctx, { includeArchived: true }) : [];
    const { q, sort, limit, cursor, include_total: includeTotal } = query;
    const filter = filterOf(ctx, query, categories);
    if (q === undefined) {
      const page = await this.listing.list(ctx, { filter, sort: sort ?? '-updated_at', limit, cursor, includeTotal });
      return page.map((ticket): ListedTicketDto => presentTicket(ctx, ticket));
    }
    if (sort) throw invalidParameter('sort cannot be combined with q');
    if (includeTotal) throw invalidParameter('include_total cannot be combined with q');
    const search = parseSearch(q);
    if (!search) throw invalidParameter('q must have a word to search for');
    const found = await this.searching.search(ctx, { query: search, filter, limit, cursor });
    return found.map(({ ticket, highlight }): ListedTicketDto => ({ ...presentTicket(ctx, ticket), highlight }));
  }

  @Patch(':number')
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:write')
  @Etagged()
  @Answer({
    summary: 'Change a ticket',
    description: 'Staff any field; its requester the subject, while it is open.',
    message: 'Ticket updated',
    data: TicketDto,
    errors: STALE_OR_STUCK,
  })
  async editTicket(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
    @Body() body: EditTicketDto,
    @IfMatch() expected: number | null,
  ) {
    return presentTicket(ctx, await this.tickets.edit(ctx, number, editOf(body), expected));
  }

  @Post(':number/assign')
  @Allow('agent', 'admin')
  @AllowKeys('tickets:write')
  @Etagged()
  @Answer({
    summary: 'Assign a ticket, or take it from its assignee',
    message: 'Ticket assigned',
    data: TicketDto,
    errors: STALE,
  })
  async assignTicket(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
    @Body() body: AssignTicketDto,
    @IfMatch() expected: number | null,
  ) {
    return presentTicket(ctx, await this.tickets.assign(ctx, number, body.assignee_id, expected));
  }

  @Post(':number/claim')
  @Allow('agent', 'admin')
  @Etagged()
  @Answer({
    summary: 'Take an unassigned ticket',
    description: 'Of several at once exactly one wins; the others learn who.',
    message: 'Ticket claimed',
    data: TicketDto,
    errors: { 409: ['conflict'], ...STALE },
  })
  async claimTicket(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
    @IfMatch() expected: number | null,
  ) {
    return presentTicket(ctx, await this.tickets.claim(ctx, number, expected));
  }

  @Post(':number/resolve')
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:write')
  @Etagged()
  @Answer({ summary: 'Resolve a ticket', message: 'Ticket resolved', data: TicketDto, errors: STALE_OR_STUCK })
  async resolveTicket(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
    @Body() body: SettleTicketDto,
    @IfMatch() expected: number | null,
  ) {
    return presentTicket(ctx, await this.tickets.resolve(ctx, number, body.resolution, expected));
  }

  @Post(':number/close')
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:write')
  @Etagged()
  @Answer({
    summary: 'Close a ticket',
    description: 'A closed ticket takes no messages until it is reopened.',
    message: 'Ticket closed',
    data: TicketDto,
    errors: STALE_OR_STUCK,
  })
  async closeTicket(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
    @Body() body: SettleTicketDto,
    @IfMatch() expected: number | null,
  ) {
    return presentTicket(ctx, await this.tickets.close(ctx, number, body.resolution, expected));
  }

  @Post(':number/reopen')
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:write')
  @Etagged()
  @Answer({ summary: 'Reopen a ticket', message: 'Ticket reopened', data: TicketDto, errors: STALE_OR_STUCK })
  async reopenTicket(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
    @IfMatch() expected: number | null,
  ) {
    return presentTicket(ctx, await this.tickets.reopen(ctx, number, expected));
  }

  @Delete(':number')
  @Allow('admin')
  @Answer({
    summary: 'Delete a ticket',
    description: 'It is gone from every read; its events remain.',
    message: 'Ticket deleted',
    data: null,
    errors: STALE,
  })
  async deleteTicket(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
    @IfMatch() expected: number | null,
  ) {
    await this.tickets.delete(ctx, number, expected);
  }

  @Get(':number/events')
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:read')
  @Answer({
    summary: 'Get the timeline of a ticket',
    description: 'Oldest first. Customers see public events only.',
    message: 'Events retrieved',
    data: [TicketEventDto],
    paged: true,
    errors: { 400: ['invalid_cursor'] },
  })
  async listTicketEvents(
    @Ctx() ctx: TenantContext,
    @Param('number', TicketNumberPipe) number: number,
    @Query() query: PageQueryDto,
  ) {
    return (await this.tickets.timeline(ctx, number, query)).map((event) => presentTimelineEvent(ctx, event));
  }
}
