import { Injectable, Logger } from '@nestjs/common';
import type { Instant } from '../../platform/clock/clock.js';
import { isStaff, type TenantContext } from '../../platform/context/request-context.js';
import { Cursors } from '../../platform/http/cursors.js';
import { type Page, pageOf } from '../../platform/http/page.js';
import { type Attachment, AttachmentsService } from '../attachments/index.js';
import { externalIdOf, UsersService } from '../auth/index.js';
import { DESCRIPTION_SEQ, type Ticket, TicketsService } from '../tickets/index.js';
import type { Message } from './domain/message.js';
import { MessagesRepository } from './persistence/messages.repository.js';

/** A message with its files. */
export type MessageWithFiles = Message & { readonly attachments: readonly Attachment[] };

/** A whole thread is shown this far back. */
const WHOLE = 1_000;
/** Tickets whose messages one query looks for. */
const BATCH = 500;

/**
 * Reading the threads of tickets, one or many at once. Whoever gives tickets has read them for the same caller; what a
 * ticket says of its thread spares the queries that would find nothing.
 */
@Injectable()
export class Threads {
  private readonly logger = new Logger('Threads');

  constructor(
    private readonly repository: MessagesRepository,
    private readonly tickets: TicketsService,
    private readonly attachments: AttachmentsService,
    private readonly users: UsersService,
    private readonly cursors: Cursors,
  ) {}

  /** A page of the thread, newest first; the description stands at its end. Throws `not_found`, `invalid_cursor`. */
  async list(
    ctx: TenantContext,
    number: number,
    page: { limit: number; cursor?: string },
  ): Promise<Page<MessageWithFiles>> {
    return this.page(ctx, await this.tickets.get(ctx, number), page);
  }

  /** The same for a ticket that was read already. */
  async page(
    ctx: TenantContext,
    ticket: Ticket,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<MessageWithFiles>> {
    const staff = isStaff(ctx.actor);
    const list = `messages/${ctx.tenant.id}/${staff ? 'staff' : 'public'}/${ticket.number}`;
    const before = cursor === undefined ? null : Number(this.cursors.read(list, cursor)[0]);
    const replies = await this.repliesOf(ctx, ticket, before, limit + 1);
    const messages = replies.length > limit ? replies : [...replies, await this.descriptionOf(ctx, ticket)];
    const withFiles = await this.withFiles(ctx, ticket, messages);
    return pageOf(withFiles, limit, (last) => this.cursors.write(list, [staff ? last.seq : last.publicSeq]));
  }

  /** All of the thread that the caller may see, oldest first; of a very long one the newest 1,000 messages. */
  async whole(ctx: TenantContext, ticket: Ticket): Promise<readonly MessageWithFiles[]> {
    const replies = await this.repliesOf(ctx, ticket, null, WHOLE);
    if (replies.length === WHOLE) {
      this.logger.warn(`Thread ${ctx.tenant.code}/${ticket.number} was cut to its newest ${WHOLE} messages`);
      return this.withFiles(ctx, ticket, replies.toReversed());
    }
    return this.withFiles(ctx, ticket, [await this.descriptionOf(ctx, ticket), ...replies.toReversed()]);
  }

  /**
   * The public replies of tickets in their order, by ticket, without files; to staff too nothing internal. Of a very long
   * thread the newest 1,000.
   */
  async publicReplies(
    ctx: TenantContext,
    tickets: readonly Ticket[],
  ): Promise<ReadonlyMap<number, readonly Message[]>> {
    const replies = new Map<number, Message[]>(tickets.map(({ number }) => [number, []]));
    const answered = tickets.filter(({ lastPublicSeq }) => lastPublicSeq > DESCRIPTION_SEQ);
    for (const numbers of batchesOf(answered)) {
      for (const { ticketNumber, ...message } of await this.repository.findPublicOf(ctx, numbers, WHOLE)) {
        replies.get(ticketNumber)?.push(message);
      }
    }
    return replies;
  }

  /** The last message of each ticket that the caller may see. */
  async lastHeard(
    ctx: TenantContext,
    tickets: readonly Ticket[],
  ): Promise<ReadonlyMap<number, { readonly body: string; readonly at: Instant }>> {
    const heard = new Map(
      tickets.map(({ number, description, createdAt }) => [number, { body: description, at: createdAt }]),
    );
    const answered = tickets.filter((ticket) => lastSeqFor(ctx, ticket) > DESCRIPTION_SEQ);
    for (const numbers of batchesOf(answered)) {
      for (const { ticketNumber, body, at } of await this.repository.findLastOf(ctx, numbers)) {
        heard.set(ticketNumber, { body, at });
      }
    }
    return heard;
  }

  /** The files of tickets' public messages, the description's too, by ticket; to staff too nothing internal. */
  async publicFiles(
    ctx: TenantContext,
    tickets: readonly Ticket[],
  ): Promise<ReadonlyMap<number, readonly Attachment[]>> {
    const files = await this.attachments.findOfTickets(
      ctx,
      tickets.map(({ number }) => number),
    );
    const known = new Map(tickets.map((ticket) => [ticket.number, ticket]));
    // All that a ticket without internal messages held when it was read is public; what came since is asked about.
    const isKnownPublic = ({ ticketNumber, messageSeq }: Owner) => {
      const { lastSeq, lastPublicSeq } = known.get(ticketNumber) ?? { lastSeq: 0, lastPublicSeq: -1 };
      return messageSeq === DESCRIPTION_SEQ || (lastSeq === lastPublicSeq && messageSeq <= lastSeq);
    };
    const doubtful = files.flatMap(({ owner }) => (owner && !isKnownPublic(owner) ? [owner] : []));
    const found = await this.repository.findPublicAmong(ctx, doubtful);
    const places = new Set(found.map(({ ticketNumber, seq }) => `${ticketNumber}/${seq}`));
    const byTicket = new Map<number, Attachment[]>(tickets.map(({ number }) => [number, []]));
    for (const file of files) {
      const { owner } = file;
      if (!owner || !(isKnownPublic(owner) || places.has(`${owner.ticketNumber}/${owner.messageSeq}`))) continue;
      byTicket.get(owner.ticketNumber)?.push(file);
    }
    return byTicket;
  }

  private async repliesOf(
    ctx: TenantContext,
    ticket: Ticket,
    before: number | null,
    limit: number,
  ): Promise<readonly Message[]> {
    if (lastSeqFor(ctx, ticket) === DESCRIPTION_SEQ) return [];
    return this.repository.findBefore(ctx, ticket.number, before, limit);
  }

  private async descriptionOf(ctx: TenantContext, ticket: Ticket): Promise<Message> {
    return {
      seq: DESCRIPTION_SEQ,
      publicSeq: DESCRIPTION_SEQ,
      author: await this.openerOf(ctx, ticket),
      body: ticket.description,
      createdAt: ticket.createdAt,
    };
  }

  private async openerOf(ctx: TenantContext, { openedBy, requester }: Ticket): Promise<Message['author']> {
    if (openedBy === requester.id) {
      const { id, name, role, externalId } = requester;
      return { id, name, role, externalId };
    }
    const opener = await this.users.get(ctx, openedBy);
    return { id: opener.id, name: opener.name, role: opener.role, externalId: externalIdOf(opener) };
  }

  private async withFiles(
    ctx: TenantContext,
    ticket: Ticket,
    messages: readonly Message[],
  ): Promise<readonly MessageWithFiles[]> {
    const seqs = messages.map(({ seq }) => seq);
    const isNews = seqs.some((seq) => seq > ticket.lastSeq);
    if (ticket.hasFiles === false && !isNews) return messages.map((message) => ({ ...message, attachments: [] }));
    const files = await this.attachments.findOfMessages(ctx, ticket.number, seqs);
    return messages.map((message) => ({ ...message, attachments: files.get(message.seq) ?? [] }));
  }
}

type Owner = NonNullable<Attachment['owner']>;

function lastSeqFor({ actor }: TenantContext, { lastSeq, lastPublicSeq }: Ticket): number {
  return isStaff(actor) ? lastSeq : lastPublicSeq;
}

function* batchesOf(tickets: readonly Ticket[]): Generator<readonly number[]> {
  for (let start = 0; start < tickets.length; start += BATCH) {
    yield tickets.slice(start, start + BATCH).map(({ number }) => number);
  }
}
