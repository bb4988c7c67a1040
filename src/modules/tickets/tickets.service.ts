import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isStaff, type TenantContext } from '../../platform/context/request-context.js';
import { invalid, notFound } from '../../platform/errors/error-codes.js';
import type { EventRecord } from '../../platform/events/event.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Cursors } from '../../platform/http/cursors.js';
import { type Page, pageOf } from '../../platform/http/page.js';
import { ReplayAccess } from '../../platform/idempotency/replay-access.js';
import { externalIdOf, UsersService } from '../auth/index.js';
import { CategoryUsage } from '../categories/index.js';
import { alreadyClaimed, forbidden, invalidTransition } from './domain/ticket.errors.js';
import { type Amendable, may, mayAmend, maySettle, partyOf } from './domain/ticket.policy.js';
import { isSettled, mayMove, type Moves, type Status, wayTo } from './domain/ticket-status.js';
import { moved, type Priority, recategorised, type Ticket, type TicketPerson } from './domain/ticket.js';
import { TicketsRepository } from './persistence/tickets.repository.js';
import { TICKET, TicketChanges } from './ticket-changes.service.js';
import { TicketTargets } from './ticket-targets.js';

export interface TicketEdit {
  readonly subject?: string;
  readonly description?: string;
  readonly priority?: Priority;
  readonly categoryId?: number;
  readonly tags?: readonly string[];
  readonly status?: Status;
  readonly assigneeId?: number | null;
  readonly teamId?: number | null;
  readonly custom?: Readonly<Record<string, unknown>>;
  /** Of a ticket that is, or becomes by this edit, resolved or closed. */
  readonly resolution?: string | null;
}

export type Amendment = Pick<TicketEdit, Amendable>;

/** The version the caller has seen and insists on; null for "whatever is newest". */
type Expected = number | null;

/** Reading and working a ticket. Opening one is `TicketOpening`, lists are `TicketListing`. */
@Injectable()
export class TicketsService implements OnModuleInit {
  constructor(
    private readonly repository: TicketsRepository,
    private readonly changes: TicketChanges,
    private readonly users: UsersService,
    private readonly targets: TicketTargets,
    private readonly categoryUsage: CategoryUsage,
    private readonly replayAccess: ReplayAccess,
    private readonly events: EventLog,
    private readonly cursors: Cursors,
  ) {}

  onModuleInit(): void {
    this.categoryUsage.register((ctx, categoryId) => this.repository.hasCategory(ctx, categoryId));
    this.replayAccess.register(TICKET, (ctx, number) => this.repository.sees(ctx, number));
  }

  /** A ticket the caller may see. Throws `not_found`, also for one that others may see. */
  async get(ctx: TenantContext, number: number): Promise<Ticket> {
    const ticket = await this.repository.find(ctx, number);
    if (!ticket) throw notFound();
    ctx.retryable?.shows(TICKET, number);
    return ticket;
  }

  /** Whether the caller may see the ticket. */
  isVisible(ctx: TenantContext, number: number): Promise<boolean> {
    return this.repository.sees(ctx, number);
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
   * Who resolved or closed the ticket last, whatever happened to it since; null when nobody did, or the system. Throws
   * `not_found`.
   */
  async whoLast(
    ctx: TenantContext,
    number: number,
    type: 'ticket.resolved' | 'ticket.closed',
  ): Promise<TicketPerson | null> {
    if (!(await this.repository.sees(ctx, number))) throw notFound();
    const event = await this.events.findLast(ctx, number, type);
    const user = event && (await this.users.findBehind(ctx, event.actor));
    return user && { id: user.id, name: user.name, externalId: externalIdOf(user) };
  }

  /**
   * Changes fields of a ticket; staff any, its requester the subject while it is open. A status that is reached
   * `through_open` passes through it in the same change. Throws `forbidden`, `validation_failed`, `invalid_transition`,
   * `version_mismatch`.
   */
  async edit(
    ctx: TenantContext,
    number: number,
    edit: TicketEdit,
    expected: Expected = null,
    moves: Moves = 'direct',
  ): Promise<Ticket> {
    const given = onlyGiven(edit);
    const { status, categoryId, resolution, ...fields } = given;
    await this.changes.apply(ctx, number, expected, async (ticket, now, tx) => {
      if (Object.keys(given).length === 0) return ticket;
      const onlySubject = Object.keys(given).every((field) => field === 'subject');
      if (!may(ctx.actor, onlySubject ? 'edit_subject' : 'edit', ticket)) {
        if (onlySubject && maySettle(ctx.actor, ticket)) throw invalidTransition(ticket.status, 'renamed');
        throw forbidden('You may change the subject of your own open tickets only');
      }
      await this.targets.require(tx, given, ticket);
      const edited = recategorised({ ...ticket, ...fields }, categoryId ?? ticket.categoryId);
      const way = wayTo('staff', ticket.status, status ?? ticket.status, moves);
      if (!way) throw invalidTransition(ticket.status, `set to ${status}`);
      const arrived = way.reduce((each, next) => moved(each, next, now), edited);
      if (resolution === undefined) return arrived;
      if (resolution !== null && !isSettled(arrived.status)) {
        throw invalid({ resolution: ['resolution must be of a resolved or closed ticket'] });
      }
      return { ...arrived, resolution };
    });
    return this.get(ctx, number);
  }

  /**
   * Changes what its requester may change of a ticket: subject and description while it is open, tags until it is
   * closed. Staff may at any time. Throws `forbidden`, `invalid_transition`, `version_mismatch`.
   */
  async amend(ctx: TenantContext, number: number, changes: Amendment, expected: Expected = null): Promise<Ticket> {
    const given = onlyGiven(changes);
    await this.changes.apply(ctx, number, expected, (ticket) => {
      if (!maySettle(ctx.actor, ticket)) throw forbidden('Only staff and the requester may amend a ticket');
      const refused = (Object.keys(given) as Amendable[]).find((field) => !mayAmend(ctx.actor, field, ticket));
      if (refused) throw invalidTransition(ticket.status, `given another ${refused}`);
      return { ...ticket, ...given };
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

  /** As `close`; one that is closed already stays as it is. */
  ensureClosed(ctx: TenantContext, number: number, resolution?: string | null): Promise<Ticket> {
    return this.settle(ctx, number, 'closed', resolution, null, 'accept');
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
    settledAlready: 'accept' | 'refuse' = 'refuse',
  ): Promise<Ticket> {
    await this.changes.apply(ctx, number, expected, (ticket, now) => {
      if (!maySettle(ctx.actor, ticket)) throw forbidden('Only staff and the requester may settle a ticket');
      if (ticket.status === to && settledAlready === 'accept') return ticket;
      if (!mayMove(partyOf(ctx.actor), ticket.status, to)) throw invalidTransition(ticket.status, to);
      return moved(ticket, to, now, resolution);
    });
    return this.get(ctx, number);
  }
}

/** Without the fields that are there but undefined, which would otherwise take what the ticket has. */
function onlyGiven<T extends object>(input: T): T {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as T;
}
