import { Get, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, OmitType } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock, toIso } from '../../../platform/clock/clock.js';
import { Ctx } from '../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { CSV_TYPE, CsvStream } from '../../../platform/http/csv-stream.js';
import { invalidParameter } from '../../../platform/http/http-errors.js';
import { NativeController } from '../../../platform/http/native-controller.decorator.js';
import { parseSearch } from '../../../platform/search/search-query.js';
import { Allow, AllowKeys, StandingAccess } from '../../auth/index.js';
import { CategoriesService } from '../../categories/index.js';
import { TicketExports } from '../ticket-exports.service.js';
import { filterOf } from './ticket-filter.js';
import { EXPORT_COLUMNS, exportedTicket } from './ticket-export.presenter.js';
import { TicketQueryDto } from './ticket-query.dto.js';

/** A list that is given whole has no pages and no total. */
class TicketExportQueryDto extends OmitType(TicketQueryDto, ['limit', 'cursor', 'include_total']) {}

const EXAMPLE = `${EXPORT_COLUMNS.join()}
TK-2026-00003,Vehicle not starting,open,high,Vehicle issue,Ada Byron,ada@northwind.example,Northwind Rentals,Sam Agent,"rental, roadside",1,2026-03-04T09:30:00.000Z,2026-03-04T09:30:00.000Z,,,`;

@NativeController('tickets/export', 'Tickets')
export class TicketExportController {
  constructor(
    private readonly exports: TicketExports,
    private readonly categories: CategoriesService,
    private readonly access: StandingAccess,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:read')
  @ApiOperation({
    summary: 'Export a list of tickets as CSV',
    description:
      'All tickets of the list with these filters that the caller may see, not in the envelope: UTF-8 with a byte order ' +
      'mark, lines of RFC 4180, the first of them the names of the columns. A cell that a spreadsheet would take for a ' +
      'formula begins with an apostrophe. It is sent while it is read; a connection that breaks before the end has not ' +
      'brought all. Sorted by creation from the newest unless asked otherwise: so every ticket that was there is in it ' +
      'once, whatever changes meanwhile. Two at a time for one caller, else `unavailable`.',
  })
  @ApiProduces(CSV_TYPE)
  @ApiResponse({ status: 200, description: 'The table', schema: { type: 'string', example: EXAMPLE } })
  async exportTickets(
    @Ctx() ctx: TenantContext,
    @Query() query: TicketExportQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { q, sort } = query;
    const search = q === undefined ? undefined : parseSearch(q);
    if (search === null) throw invalidParameter('q must have a word to search for');
    if (search && sort) throw invalidParameter('sort cannot be combined with q');
    const categories = query.category ? await this.categories.list(ctx, { includeArchived: true }) : [];
    const today = toIso(this.clock.now()).slice(0, 10);
    await this.exports.start(ctx, {
      filter: filterOf(ctx, query, categories),
      ...(search && { search }),
      sort: sort ?? '-created_at',
      mayStay: this.access.of(request),
      begin: () => new CsvStream(reply, `tickets-${today}.csv`, EXPORT_COLUMNS),
      present: (ticket) => exportedTicket(ctx, ticket),
    });
  }
}
