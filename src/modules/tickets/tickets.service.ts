import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isStaff, type TenantContext } from '../../platform/context/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { INVALID_CURSOR } from '../../platform/http/http-errors.js';
import { invalid, notFound } from '../../platform/errors/error-codes.js';
import type { EventRecord } from '../../platform/events/event.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Cursors } from '../../platform/http/cursors.js';
import { type Page, pageOf, TOTAL_CAP } from '../../platform/http/page.js';
import { TeamsService, UsersService } from '../auth/index.js';
import { CategoriesService, CategoryUsage } from '../categories/index.js';
import { alreadyClaimed, forbidden, invalidTransition } from './domain/ticket.errors.js';
import { may, maySettle, partyOf } from './domain/ticket.policy.js';
import { isSettled, mayMove, type Status } from './domain/ticket-status.js';
import { moved, type Priority, type Ticket, type TicketState } from './domain/ticket.js';
import { type StoredTicket, sortValue, TicketsRepository } from './persistence/tickets.repository.js';
import { TicketChanges } from './ticket-changes.service.js';
import type { Sort, TicketFilter } from './ticket-query.js';
import { UnreadCounts } from './unread-counts.js';

export interface TicketEdit {
  readonly subject?: string;
  readonly priority?: Priority;
  readonly categoryId?: number;
  readonly tags?: readonly string[];
  readonly status?: Status;
  readonly assigneeId?: number | null;
  readonly teamId?: number | null;
  readonly custom?: Readonly<Record<string, unknown>>;
}

export interface TicketListRequest {
  readonly filter: TicketFilter;
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor?: string;
  readonly includeTotal?: boolean;
}

/** The version the caller has seen and insists on; null for "whatever is newest". */
type Expected = number | null;

/** Reading and working tickets. Opening them is `TicketOpening`. */
@Injectable()
export class TicketsService implements OnModuleInit {
  constructor(
    private readonly repository: TicketsRepository,
    private readonly changes: TicketChanges,
    private readonly unread: UnreadCounts,
    private readonly users: UsersService,
    private readonly teams: TeamsService,
    private readonly categories: CategoriesService,
    private readonly categoryUsage: CategoryUsage,
    private readonly events: EventLog,
    private readonly cursors: Cursors,
  ) {}

  onModuleInit(): void {
    this.categoryUsage.register((ctx, categoryId) => this.repository.hasCategory(ctx, categoryId));
  }

  /** A ticket the caller may see. Throws `not_found`, also for one that others may see. */
  async get(ctx: TenantContext, number: number): Promise<Ticket> {
    const ticket = await this.repository.find(ctx, number);
    if (!ticket) throw notFound();
    const [counted] = await this.withUnread(ctx, [ticket]);
    return counted!;
  }

  /** Whether the caller may see the ticket. */
  async isVisible(ctx: TenantContext, number: number): Promise<boolean> {
    return (await this.repository.find(ctx, number)) !== null;
  }

  /** A page of the tickets the caller may see. Throws `invalid_cursor`. */
  async list(ctx: TenantContext, request: TicketListRequest): Promise<Page<Ticket>> {
    const { filter, sort, limit, cursor, includeTotal = false } = request;
    const { tenant, actor } = ctx;
    const list = `tickets/${tenant.id}/${partyOf(actor)}/${actor.userId}/${sort}/${JSON.stringify(filter)}`;
    const after = cursor === undefined ? null : this.positionIn(list, cursor);
    const rows = await this.repository.list(ctx, { filter, sort, after, limit: limit + 1 });
    const total = includeTotal ? await this.repository.count(ctx, filter, TOTAL_CAP) : undefined;
    const tickets = await this.withUnread(ctx, rows);
    return pageOf(
      tickets,
      limit,
      (last) => this.cursors.write(list, [sortValue(last, sort, actor), last.number]),
      total,
    );
  }

  /** The ticket's timeline, oldest first; customers see what is public. */
  async timeline(
    ctx: TenantContext,
    number: number,
    page: { limit: number; cursor?: string },
  ): Promise<Page<EventRecord>> {
    await this.get(ctx, number);
    const audience = isStaff(ctx.actor) ? 'staff' : 'public';
    const list = `ticket-events/${ctx.tenant.id}/${audience}/${number}`;
    const [version, id] = page.cursor === undefined ? [] : this.cursors.read(list, page.cursor);
    const after = version === undefined ? null : { version: Number(version), id: Number(id) };
    const rows = await this.events.findOfTicket(ctx, number, { audience, after, limit: page.limit + 1 });
    return pageOf(rows, page.limit, (last) =>
      this.cursors.write(list, [audience === 'staff' ? last.version : last.publicVersion, last.id]),
    );
  }

  /**
   * Changes fields of a ticket; staff any, its requester the subject while it is open. Throws `forbidden`,
   * `validation_failed`, `invalid_transition`, `version_mismatch`.
   */
  async edit(ctx: TenantContext, number: number, edit: TicketEdit, expected: Expected = null): Promise<Ticket> {
    const { status, ...fields } = edit;
    await this.changes.apply(ctx, number, expected, async (ticket, now, tx) => {
      if (Object.keys(edit).length === 0) return ticket;
      const onlySubject = Object.keys(edit).every((field) => field === 'subject');
      if (!may(ctx.actor, onlySubject ? 'edit_subject' : 'edit', ticket)) {
        if (onlySubject && maySettle(ctx.actor, ticket)) throw invalidTransition(ticket.status, 'renamed');
        throw forbidden('You may change the subject of your own open tickets only');
      }
      await this.requireTargets(tx, edit, ticket);
      const edited: TicketState = { ...ticket, ...fields };
      if (status === undefined || status === ticket.status) return edited;
      if (!mayMove('staff', ticket.status, status)) throw invalidTransition(ticket.status, `set to ${status}`);
      return moved(edited, status, now);
    });
    return this.get(ctx, number);
  }

  /** Gives the ticket to somebody of the staff, or to nobody. */
  assign(ctx: TenantContext, number: number, assigneeId: number | null, expected: Expected = null): Promise<Ticket> {
    return this.edit(ctx, number, { assigneeId }, expected);
  }

  /** Takes an unassigned ticket. Of many at once exactly one gets it; the others get `conflict` with its assignee. */
  async claim(ctx: TenantContext, number: number, expected: Expected = null): Promise<Ticket> {
    await this.changes.apply(ctx, number, expected, async (ticket, _now, tx) => {
      if (!may(ctx.actor, 'edit', ticket)) throw forbidden('Only staff may claim tickets');
      const { userId } = ctx.actor;
      if (ticket.assigneeId !== null && ticket.assigneeId !== userId) {
        const { id, name } = await this.users.get(tx, ticket.assigneeId);
        throw alreadyClaimed({ id, name });
      }
      return { ...ticket, assigneeId: userId };
    });
    return this.get(ctx, number);
  }

  /** Says that the matter is solved; the requester's next message opens it again. Throws `invalid_transition`. */
  resolve(ctx: TenantContext, number: number, resolution?: string | null, expected: Expected = null): Promise<Ticket> {
    return this.settle(ctx, number, 'resolved', resolution, expected);
  }

  /** Ends the ticket: no more messages. Throws `invalid_transition`. */
  close(ctx: TenantContext, number: number, resolution?: string | null, expected: Expected = null): Promise<Ticket> {
    return this.settle(ctx, number, 'closed', resolution, expected);
  }

  /** Opens a resolved or closed ticket again. Throws `invalid_transition`. */
  async reopen(ctx: TenantContext, number: number, expected: Expected = null): Promise<Ticket> {
    await this.changes.apply(ctx, number, expected, (ticket, now) => {
      if (!maySettle(ctx.actor, ticket)) throw forbidden('Only staff and the requester may reopen a ticket');
      if (!isSettled(ticket.status)) throw invalidTransition(ticket.status, 'reopened');
      return moved(ticket, 'open', now);
    });
    return this.get(ctx, number);
  }

  /** Takes the ticket out of every read. */
  delete(ctx: TenantContext, number: number, expected: Expected = null): Promise<void> {
    return this.changes.delete(ctx, number, expected);
  }

  private async settle(
    ctx: TenantContext,
    number: number,
    to: 'resolved' | 'closed',
    resolution: string | null | undefined,
    expected: Expected,
  ): Promise<Ticket> {
    await this.changes.apply(ctx, number, expected, (ticket, now) => {
      if (!maySettle(ctx.actor, ticket)) throw forbidden('Only staff and the requester may settle a ticket');
      if (!mayMove(partyOf(ctx.actor), ticket.status, to)) throw invalidTransition(ticket.status, to);
      return moved(ticket, to, now, resolution);
    });
    return this.get(ctx, number);
  }

  /** Whatever an edit points at must exist in the tenant. */
  private async requireTargets(ctx: TenantContext, edit: TicketEdit, ticket: TicketState): Promise<void> {
    const { categoryId, assigneeId, teamId } = edit;
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

  private async withUnread(ctx: TenantContext, tickets: readonly StoredTicket[]): Promise<readonly Ticket[]> {
    const counts = await this.unread.of(ctx, tickets);
    return tickets.map((ticket) => ({ ...ticket, unreadCount: counts.get(ticket.number) ?? 0 }));
  }

  private positionIn(list: string, cursor: string) {
    const [value, number] = this.cursors.read(list, cursor);
    if (typeof value !== 'number' || typeof number !== 'number') throw new DomainError(INVALID_CURSOR);
    return { value, number };
  }
}
