import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isStaff, type TenantContext } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { FORBIDDEN } from '../../platform/errors/error-codes.js';
import { EventLog } from '../../platform/events/event-log.js';
import {
  addedEvent,
  type Attachment,
  AttachmentAccess,
  AttachmentsService,
  type GivenFiles,
} from '../attachments/index.js';
import { externalIdOf, UsersService } from '../auth/index.js';
import {
  DESCRIPTION_SEQ,
  MessageBodies,
  requireFewFiles,
  type Ticket,
  TicketChanges,
  type TicketState,
  TicketsService,
  UnreadCounts,
} from '../tickets/index.js';
import { type Message, type Visibility, visibilityOf } from './domain/message.js';
import { MessagesRepository } from './persistence/messages.repository.js';
import { unreadCount } from './persistence/unread-count.js';
import { ReadMarksRepository } from './persistence/read-marks.repository.js';
import type { MessageWithFiles } from './threads.service.js';

export interface NewMessage extends GivenFiles {
  readonly body: string;
  readonly visibility: Visibility;
}

/** Writing the threads of tickets, and who has read how far. Reading them is `Threads`. */
@Injectable()
export class MessagesService implements OnModuleInit {
  constructor(
    private readonly repository: MessagesRepository,
    private readonly marks: ReadMarksRepository,
    private readonly tickets: TicketsService,
    private readonly changes: TicketChanges,
    unread: UnreadCounts,
    bodies: MessageBodies,
    private readonly attachments: AttachmentsService,
    private readonly attachmentAccess: AttachmentAccess,
    private readonly users: UsersService,
    private readonly database: Database,
    private readonly events: EventLog,
  ) {
    // Tickets are read before the application has begun: the demo does.
    unread.register(unreadCount);
    bodies.register((ctx, places) => this.repository.findBodies(ctx, places));
  }

  onModuleInit(): void {
    this.attachmentAccess.register((ctx, owner) => this.mayReadMessage(ctx, owner.ticketNumber, owner.messageSeq));
  }

  /**
   * Adds a message to the thread. A customer's moves a pending or resolved ticket to open; staff's first public one is
   * the first response. Throws `not_found`, `forbidden` (a customer's internal one), `invalid_transition` (closed),
   * `validation_failed` (its files).
   */
  async post(ctx: TenantContext, number: number, input: NewMessage): Promise<MessageWithFiles> {
    if (input.visibility === 'internal' && !isStaff(ctx.actor)) throw new DomainError(FORBIDDEN);
    requireFewFiles(input);
    const user = await this.users.self(ctx);
    return this.database.transaction(ctx, async (tx) => {
      const place = await this.changes.acceptMessage(tx, number, input.visibility);
      const { seq, publicSeq, ticket, at } = place;
      const author = { id: user.id, name: user.name, role: user.role, externalId: externalIdOf(user) };
      const message: Message = { seq, publicSeq, author, body: input.body, createdAt: at };
      await this.repository.add(tx, number, message);
      await this.changes.makeFindable(tx, number, place, input.body);
      const owner = { ticketNumber: number, messageSeq: seq };
      const files = await this.attachments.bind(tx, input, owner);
      await this.logPosted(tx, ticket, message, files);
      return { ...message, attachments: files };
    });
  }

  /** Marks the thread as read up to a message (its number as the caller counts), or to its end. */
  async markRead(ctx: TenantContext, number: number, upTo: number | null): Promise<Ticket> {
    const ticket = await this.tickets.get(ctx, number);
    const seq = await this.seqOf(ctx, ticket, upTo);
    await this.database.transaction(ctx, (tx) => this.marks.advance(tx, number, seq));
    return this.tickets.get(ctx, number);
  }

  /**
   * Marks as read what the caller was shown of a ticket and nothing beyond: a message that came meanwhile stays unread.
   * `ticket` is as it was read before the messages.
   */
  async markShown(ctx: TenantContext, ticket: Ticket, messages: readonly Pick<Message, 'seq'>[]): Promise<void> {
    const newest = Math.max(0, ...messages.map(({ seq }) => seq));
    const isRead = ticket.unreadCount === 0 && newest <= ticket.lastSeq;
    if (isRead || newest === 0) return;
    await this.database.transaction(ctx, (tx) => this.marks.advance(tx, ticket.number, newest));
  }

  private async seqOf(ctx: TenantContext, ticket: Ticket, upTo: number | null): Promise<number> {
    if (upTo === null) return ticket.lastSeq;
    if (isStaff(ctx.actor)) return Math.min(upTo, ticket.lastSeq);
    return (await this.repository.findSeqOfPublic(ctx, ticket.number, upTo)) ?? DESCRIPTION_SEQ;
  }

  private async mayReadMessage(ctx: TenantContext, number: number, seq: number): Promise<boolean> {
    if (!(await this.tickets.isVisible(ctx, number))) return false;
    return seq === DESCRIPTION_SEQ || this.repository.isAudible(ctx, number, seq);
  }

  private async logPosted(
    tx: TenantContext,
    { number, version, publicVersion }: TicketState,
    message: Message,
    files: readonly Attachment[],
  ): Promise<void> {
    const { seq, publicSeq, author, body, createdAt: occurredAt } = message;
    const ticket = { number, version, publicVersion: publicSeq === null ? null : publicVersion };
    // Customers read events too, so a public message is told by its public number.
    const shownSeq = publicSeq ?? seq;
    const data = { seq: shownSeq, author_id: author.id, visibility: visibilityOf(message), body };
    await this.events.append(
      tx,
      { type: 'message.created', occurredAt, ticket, data },
      ...files.map((file) => ({ ...addedEvent(file, shownSeq), occurredAt, ticket })),
    );
  }
}
