import { parse } from 'node:querystring';
import { Get, Query } from '@nestjs/common';
import { Ctx } from '../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { DomainError, type FieldErrors } from '../../../platform/errors/domain-error.js';
import { Answer } from '../../../platform/http/answer.decorator.js';
import { invalidParameter } from '../../../platform/http/http-errors.js';
import { NativeController } from '../../../platform/http/native-controller.decorator.js';
import { TOTAL_CAP } from '../../../platform/http/page.js';
import { checkQuery } from '../../../platform/http/shape.pipe.js';
import { Allow, AllowKeys } from '../../auth/index.js';
import { CategoriesService, type Category } from '../../categories/index.js';
import { TicketCounting } from '../ticket-counts.service.js';
import type { TicketFilter } from '../ticket-query.js';
import { MANY, TicketCountsDto, TicketCountsQueryDto } from './ticket-counts.dto.js';
import { filterOf } from './ticket-filter.js';
import { TicketQueryDto } from './ticket-query.dto.js';

@NativeController('tickets/counts', 'Tickets')
export class TicketCountsController {
  constructor(
    private readonly counting: TicketCounting,
    private readonly categories: CategoriesService,
  ) {}

  @Get()
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:read')
  @Answer({
    summary: 'Count tickets',
    description:
      'Of those the caller may see: by status, priority, category or assignee, and up to 30 lists in one request. Exact to ' +
      `${TOTAL_CAP}, \`"${MANY}"\` beyond. The other filters narrow the groups of \`by\`, not the lists of \`filter\`. ` +
      'Categories and assignees without tickets are left out; of many the first hundred are counted, or those that the ' +
      'filter names.',
    message: 'Tickets counted',
    data: TicketCountsDto,
  })
  async countTickets(@Ctx() ctx: TenantContext, @Query() query: TicketCountsQueryDto): Promise<TicketCountsDto> {
    const { by, filter: lists = [] } = query;
    if (!by && lists.length === 0) throw invalidParameter('by or filter must be given');
    const categories = await this.categories.list(ctx, { includeArchived: true });
    const filter = filterOf(ctx, query, categories);
    const filters = filtersOf(ctx, lists, categories);
    const counted = await this.counting.count(ctx, { ...(by && { grouping: by }), filter, filters });
    return {
      ...(by && { groups: counted.groups.map((group) => ({ ...group, count: shown(group.count) })) }),
      ...(lists.length > 0 && { filters: counted.filters.map(shown) }),
    };
  }
}

/** What lists with these queries would show. Throws `invalid_parameter`, which names every one that no list would take. */
function filtersOf(
  ctx: TenantContext,
  lists: readonly string[],
  categories: readonly Category[],
): readonly TicketFilter[] {
  const errors: Record<string, FieldErrors[string]> = {};
  const filters = lists.map((list, index) => {
    try {
      const query = checkQuery({ ...parse(list) }, TicketQueryDto);
      if (query.q !== undefined) throw invalidParameter('what a search finds is not counted');
      return filterOf(ctx, query, categories);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      errors[`filter.${index}`] = [error.message];
      return {};
    }
  });
  if (Object.keys(errors).length > 0) throw invalidParameter('filter must be queries of lists of tickets', errors);
  return filters;
}

function shown(count: number): number | string {
  return count > TOTAL_CAP ? MANY : count;
}
