import { Injectable } from '@nestjs/common';
import type { TenantContext } from '../../platform/context/request-context.js';
import { TOTAL_CAP } from '../../platform/http/page.js';
import { CategoriesService } from '../categories/index.js';
import { PRIORITIES } from './domain/ticket.js';
import { STATUSES } from './domain/ticket-status.js';
import { TicketsRepository } from './persistence/tickets.repository.js';
import type { TicketFilter } from './ticket-query.js';

/** By what tickets can be counted apart. */
export const GROUPINGS = ['status', 'priority', 'category', 'assignee'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Tickets that have one value in common. */
export interface TicketGroup {
  /** What a list's filter takes for them. */
  readonly value: string;
  /** What a person would call them; null for nobody's. */
  readonly name: string | null;
  /** At most one more than `TOTAL_CAP`. */
  readonly count: number;
}

export interface CountsRequest {
  readonly grouping?: Grouping;
  /** Of the groups. */
  readonly filter: TicketFilter;
  /** Each counted by itself. */
  readonly filters: readonly TicketFilter[];
}

export interface TicketCounts {
  readonly groups: readonly TicketGroup[];
  readonly filters: readonly number[];
}

interface Candidate extends Omit<TicketGroup, 'count'> {
  readonly filter: TicketFilter;
}

const MOST_GROUPS = 100;

/** How many of the tickets that a caller may see there are of each kind; all kinds in one statement. */
@Injectable()
export class TicketCounting {
  constructor(
    private readonly repository: TicketsRepository,
    private readonly categories: CategoriesService,
  ) {}

  /**
   * Counts groups and filters no further than one beyond `TOTAL_CAP`. There is a group for each status and priority that
   * the filter admits, and for the first hundred categories and assignees that have tickets.
   */
  async count(ctx: TenantContext, { grouping, filter, filters }: CountsRequest): Promise<TicketCounts> {
    const candidates = grouping ? await this.candidates(ctx, grouping, filter) : [];
    const asked = [...candidates.map((each) => ({ ...filter, ...each.filter })), ...filters];
    const counts = await this.repository.countEach(ctx, asked, TOTAL_CAP + 1);
    const isOpenEnded = grouping === 'category' || grouping === 'assignee';
    const groups = candidates
      .map(({ value, name }, index) => ({ value, name, count: counts[index]! }))
      .filter(({ count }) => count > 0 || !isOpenEnded);
    return { groups, filters: filters.map((_, index) => counts[candidates.length + index]!) };
  }

  private async candidates(
    ctx: TenantContext,
    grouping: Grouping,
    filter: TicketFilter,
  ): Promise<readonly Candidate[]> {
    switch (grouping) {
      case 'status':
        return (filter.statuses ?? STATUSES).map((value) => ({ value, name: value, filter: { statuses: [value] } }));
      case 'priority':
        return (filter.priorities ?? PRIORITIES).map((value) => ({
          value,
          name: value,
          filter: { priorities: [value] },
        }));
      case 'category':
        return (await this.categories.list(ctx, { includeArchived: true }))
          .filter(({ id }) => filter.categoryIds?.includes(id) ?? true)
          .slice(0, MOST_GROUPS)
          .map(({ id, slug, name }) => ({ value: slug, name, filter: { categoryIds: [id] } }));
      case 'assignee':
        return this.assignees(ctx, filter.assigneeIds ?? null);
    }
  }

  private async assignees(ctx: TenantContext, among: readonly (number | null)[] | null): Promise<readonly Candidate[]> {
    const ids = among && among.filter((id) => id !== null);
    const people = await this.repository.findAssignees(ctx, ids, MOST_GROUPS);
    const nobody = { value: 'null', name: null, filter: { assigneeIds: [null] } };
    return [
      ...(among === null || among.includes(null) ? [nobody] : []),
      ...people.map(({ id, name }) => ({ value: String(id), name, filter: { assigneeIds: [id] } })),
    ];
  }
}
