import { Injectable } from '@nestjs/common';
import type { TenantContext } from '../../platform/context/request-context.js';
import { invalid } from '../../platform/errors/error-codes.js';
import { TeamsService, UsersService } from '../auth/index.js';
import { CategoriesService } from '../categories/index.js';
import type { TicketState } from './domain/ticket.js';

interface Targets {
  readonly categoryId?: number;
  readonly assigneeId?: number | null;
  readonly teamId?: number | null;
}

/** Looks up what a ticket is to point at. */
@Injectable()
export class TicketTargets {
  constructor(
    private readonly users: UsersService,
    private readonly teams: TeamsService,
    private readonly categories: CategoriesService,
  ) {}

  /** Whatever an edit points at must exist in the tenant. Throws `validation_failed`. */
  async require(
    ctx: TenantContext,
    { categoryId, assigneeId, teamId }: Targets,
    ticket: Pick<TicketState, 'categoryId'>,
  ): Promise<void> {
    const isNewCategory = categoryId !== undefined && categoryId !== ticket.categoryId;
    if (isNewCategory && !(await this.categories.findActive(ctx, { id: categoryId }))) {
      throw invalid({ category_id: ['category_id must be an active category'] });
    }
    if (typeof assigneeId === 'number' && !(await this.isAssignable(ctx, assigneeId))) {
      throw invalid({ assignee_id: ['assignee_id must be an active agent or admin'] });
    }
    if (typeof teamId === 'number' && !(await this.teams.find(ctx, teamId))) {
      throw invalid({ team_id: ['team_id must be a team of this tenant'] });
    }
  }

  private async isAssignable(ctx: TenantContext, userId: number): Promise<boolean> {
    const user = await this.users.find(ctx, userId);
    return user?.status === 'active' && user.kind === 'person' && (user.role === 'agent' || user.role === 'admin');
  }
}
