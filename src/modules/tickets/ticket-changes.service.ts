import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '../../platform/clock/clock.js';
import { isStaff, type TenantContext } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { notFound, VERSION_MISMATCH } from '../../platform/errors/error-codes.js';
import { EventLog } from '../../platform/events/event-log.js';
import { changeEvents } from './domain/ticket.events.js';
import { ticketClosed } from './domain/ticket.errors.js';
import { versionFor } from './domain/ticket.policy.js';
import { acceptsMessages, afterCustomerMessage } from './domain/ticket-status.js';
import { moved, revised, type TicketState, withMessage } from './domain/ticket.js';
import { TicketParticipantsRepository, TicketTagsRepository } from './persistence/ticket-relations.repository.js';
import { SearchTextsRepository } from './persistence/search-texts.repository.js';
import { TicketsRepository } from './persistence/tickets.repository.js';
import { inWords } from './event-words.js';

/** What answers show something of, to those who may see it. */
export const TICKET = 'ticket';

type Decide = (ticket: TicketState, now: Instant, tx: TenantContext) => TicketState | Promise<TicketState>;

/** Where a message about to be written stands in its thread. */
export interface MessagePlace {
  readonly seq: number;
  /** Its number among the public messages; null for an internal one. */
  readonly publicSeq: number | null;
  readonly ticket: TicketState;
  readonly at: Instant;
}

/** The one way in which a ticket's row changes: locked, checked, versioned, with its events, in one transaction. */
@Injectable()
export class TicketChanges {
  constructor(
    private readonly repository: TicketsRepository,
    private readonly tags: TicketTagsRepository,
    private readonly texts: SearchTextsRepository,
    private readonly participants: TicketParticipantsRepository,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes a ticket to what `decide` makes of its newest state; a decision that changes nothing writes nothing.
   * Throws `not_found`, and `version_mismatch` when the caller expected another version.
   */
  async apply(ctx: TenantContext, number: number, expectedVersion: number | null, decide: Decide): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const before = await this.lock(tx, number, expectedVersion);
      const now = this.clock.now();
      const decided = await decide(before, now, tx);
      const events = changeEvents(before, decided);
      if (events.length === 0) return;
      const after = revised(decided, now, 'everybody');
      await this.repository.save(tx, before, after);
      await this.tags.replace(tx, number, before.tags, after.tags);
      const isReworded = before.subject !== after.subject || before.description !== after.description;
      if (isReworded) await this.texts.replaceOpening(tx, after);
      await this.log(tx, after, now, events);
    });
  }

  /** Takes a ticket out of every read; its events remain. */
  async delete(ctx: TenantContext, number: number, expectedVersion: number | null): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      const before = await this.lock(tx, number, expectedVersion);
      const now = this.clock.now();
      const after = revised(before, now, 'everybody');
      await this.repository.markDeleted(tx, before, after, now);
      await this.texts.removeTicket(tx, number);
      await this.log(tx, after, now, [{ type: 'ticket.deleted', data: { deleted: true }, changed: {} }]);
    });
  }

  /**
   * Makes room for a message at the end of the thread, inside the transaction that writes it, with all that a message
   * does to its ticket. Throws `not_found`, and `invalid_transition` when the ticket is closed.
   */
  async acceptMessage(tx: TenantContext, number: number, visibility: 'public' | 'internal'): Promise<MessagePlace> {
    const before = await this.lock(tx, number, null);
    if (!acceptsMessages(before.status)) throw ticketClosed();
    const at = this.clock.now();
    const byStaff = isStaff(tx.actor);
    const added = withMessage(before, { visibility, byStaff, at });
    const status = byStaff ? added.status : afterCustomerMessage(added.status);
    const decided = status === added.status ? added : moved(added, status, at);
    const after = revised(decided, at, visibility === 'public' ? 'everybody' : 'staff');
    await this.repository.save(tx, before, after);
    await this.log(tx, after, at, changeEvents(before, after));
    if (!byStaff) await this.addParticipant(tx, after);
    const publicSeq = visibility === 'public' ? after.lastPublicSeq : null;
    return { seq: after.lastSeq, publicSeq, ticket: after, at };
  }

  /** Has a message that was accepted found by its words. */
  makeFindable(tx: TenantContext, number: number, { seq, publicSeq }: MessagePlace, body: string): Promise<void> {
    return this.texts.addMessage(tx, number, seq, body, publicSeq === null);
  }

  private async lock(tx: TenantContext, number: number, expectedVersion: number | null): Promise<TicketState> {
    const ticket = await this.repository.lock(tx, number);
    if (!ticket) throw notFound();
    tx.retryable?.shows(TICKET, number);
    if (expectedVersion !== null && expectedVersion !== versionFor(tx.actor, ticket)) {
      throw new DomainError(VERSION_MISMATCH);
    }
    return ticket;
  }

  /** Who takes part in a thread keeps seeing it, also after leaving the team. */
  private async addParticipant(tx: TenantContext, ticket: TicketState): Promise<void> {
    const { userId } = tx.actor;
    if (ticket.requesterId === userId || (await this.participants.has(tx, ticket.number, userId))) return;
    await this.participants.add(tx, ticket.number, userId);
  }

  private async log(
    tx: TenantContext,
    { number, version, publicVersion }: TicketState,
    occurredAt: Instant,
    events: ReturnType<typeof changeEvents>,
  ): Promise<void> {
    const ticket = { number, version, publicVersion };
    await this.events.append(tx, ...events.map((event) => ({ ...inWords(event), occurredAt, ticket })));
  }
}
