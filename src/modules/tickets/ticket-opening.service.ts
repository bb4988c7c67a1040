import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { isStaff, type TenantContext, type TenantRef } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { CONFLICT, invalid } from '../../platform/errors/error-codes.js';
import { EventLog } from '../../platform/events/event-log.js';
import { addedEvent, AttachmentsService, type GivenFiles } from '../attachments/index.js';
import { TenantsService, type User, UsersService, type Writer } from '../auth/index.js';
import { CategoriesService } from '../categories/index.js';
import { LinkedResourcesService } from '../linked-resources/index.js';
import { openedEvent } from './domain/ticket.events.js';
import { forbidden } from './domain/ticket.errors.js';
import { requireFewFiles } from './domain/ticket-files.js';
import type { Status } from './domain/ticket-status.js';
import { DESCRIPTION_SEQ, moved, type Priority, type Ticket, type TicketState, withLabel } from './domain/ticket.js';
import { inWords } from './event-words.js';
import { TicketTagsRepository } from './persistence/ticket-relations.repository.js';
import { SearchTextsRepository } from './persistence/search-texts.repository.js';
import { TicketsRepository } from './persistence/tickets.repository.js';
import { TicketsService } from './tickets.service.js';

export interface NewTicket extends GivenFiles {
  readonly subject: string;
  readonly description: string;
  /** With a slug and a name: the one of this slug, made on first use. */
  readonly category?:
    { readonly id: number } | { readonly slug: string; readonly name?: string } | { readonly label: string };
  readonly priority?: Priority;
  /** Where it starts; open when absent. */
  readonly status?: Status;
  readonly tags?: readonly string[];
  readonly linkedResource?: { readonly type: string; readonly externalId: string };
  readonly custom?: Readonly<Record<string, unknown>>;
  /** For whom staff opens it. */
  readonly requester?: { readonly id: number } | { readonly email: string; readonly name: string };
}

/** Opening tickets. */
@Injectable()
export class TicketOpening {
  constructor(
    private readonly tickets: TicketsService,
    private readonly repository: TicketsRepository,
    private readonly tags: TicketTagsRepository,
    private readonly texts: SearchTextsRepository,
    private readonly categories: CategoriesService,
    private readonly linkedResources: LinkedResourcesService,
    private readonly attachments: AttachmentsService,
    private readonly tenants: TenantsService,
    private readonly users: UsersService,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a ticket for the caller, or for somebody else when staff does. The description is message no. 1, and the
   * attachments are its. Throws `validation_failed`, and `forbidden` to a customer who names a requester.
   */
  async open(ctx: TenantContext, input: NewTicket): Promise<Ticket> {
    requireFewFiles(input);
    const { settings } = await this.tenants.current(ctx);
    const { subject, description, priority = settings.default_priority, status = 'open', tags = [] } = input;
    const filed = await this.categoryFor(ctx, input.category, settings.default_category);
    const custom = filed.label === null ? (input.custom ?? {}) : withLabel(input.custom ?? {}, filed.label);
    const self = await this.users.self(ctx);
    const write = this.database.transaction(ctx, async (tx) => {
      const requester = input.requester ? await this.requesterFor(tx, input.requester) : self;
      if (input.linkedResource) await this.requireLinkable(tx, input.linkedResource, requester);
      const now = this.clock.now();
      const opened: TicketState = {
        ...{ subject, description, priority, categoryId: filed.id, tags, custom },
        number: await this.database.nextNumber(tx, 'tickets'),
        status: 'open',
        requesterId: requester.id,
        openedBy: ctx.actor.userId,
        teamId: requester.team?.id ?? null,
        assigneeId: null,
        linkedResource: input.linkedResource ?? null,
        resolution: null,
        ...{ lastSeq: DESCRIPTION_SEQ, lastPublicSeq: DESCRIPTION_SEQ, version: 1, publicVersion: 1 },
        ...{ lastMessageAt: now, lastPublicMessageAt: now, createdAt: now, updatedAt: now, publicUpdatedAt: now },
        ...{ firstResponseAt: null, resolvedAt: null, closedAt: null },
      };
      const ticket = moved(opened, status, now);
      await this.repository.add(tx, ticket);
      await this.texts.addOpening(tx, ticket);
      await this.tags.replace(tx, ticket.number, [], tags);
      const owner = { ticketNumber: ticket.number, messageSeq: DESCRIPTION_SEQ };
      const files = await this.attachments.bind(tx, input, owner);
      const of = { number: ticket.number, version: 1, publicVersion: 1 };
      await this.events.append(
        tx,
        { ...inWords(openedEvent(ticket)), occurredAt: now, ticket: of },
        ...files.map((file) => ({ ...addedEvent(file, DESCRIPTION_SEQ), occurredAt: now, ticket: of })),
      );
      return ticket.number;
    });
    return this.tickets.get(ctx, await write.catch(explainLostCategory));
  }

  /**
   * Opens a ticket for somebody who has no account, with a contact as its requester and author. The address is only
   * claimed, so the ticket is never that of the local account which has it: its owner would find words in their name
   * that they never wrote, and whoever typed the address would have written to them as themselves. The ticket is given
   * as the contact sees it. Throws `validation_failed`.
   */
  async openByContact(
    ctx: Writer & { readonly tenant: TenantRef },
    contact: { readonly name: string; readonly email: string },
    input: Omit<NewTicket, 'requester'>,
  ): Promise<Ticket> {
    const { id } = await this.users.findOrCreateContact(ctx, contact);
    const actor = { type: 'user', id, userId: id, role: 'customer', sharedTeamId: null, ownTicketsOnly: true } as const;
    return this.open({ ...ctx, actor }, input);
  }

  /** The category of a new ticket, and the customer's words for it when its name is another. */
  private async categoryFor(
    ctx: TenantContext,
    given: NewTicket['category'],
    standard: string | null,
  ): Promise<{ readonly id: number; readonly label: string | null }> {
    if (given && 'label' in given) {
      const label = given.label.trim();
      const { id, name } = await this.categories.classify(ctx, label, standard);
      return { id, label: name === label ? null : label };
    }
    if (given && 'slug' in given && given.name !== undefined) {
      return { id: (await this.categories.ensure(ctx, { slug: given.slug, name: given.name })).id, label: null };
    }
    const wanted = given ?? (standard === null ? null : { slug: standard });
    if (!wanted) throw invalid({ category: ['category must be given, by id or slug'] });
    const category = await this.categories.findActive(ctx, wanted);
    if (category) return { id: category.id, label: null };
    throw unknownCategory('id' in wanted ? 'category_id' : 'category');
  }

  private async requesterFor(ctx: TenantContext, given: NonNullable<NewTicket['requester']>): Promise<User> {
    if (!isStaff(ctx.actor)) throw forbidden('Only staff may open tickets for others');
    if ('email' in given) return this.users.findOrCreateByEmail(ctx, given);
    const user = await this.users.find(ctx, given.id);
    if (user?.status !== 'active') throw invalid({ 'requester.id': ['requester.id must be an active user'] });
    return user;
  }

  /**
   * The requester reads the resource on the ticket, so it must be theirs; staff may also link what has no owner. Whether
   * it exists for others is not told.
   */
  private async requireLinkable(
    ctx: TenantContext,
    { type, externalId }: { type: string; externalId: string },
    requester: User,
  ): Promise<void> {
    const resource = await this.linkedResources.find(ctx, type, externalId);
    const isTheirs = resource?.ownerSubject === requester.subject;
    const isNobodys = resource?.ownerSubject === null && isStaff(ctx.actor);
    if (!isTheirs && !isNobodys) {
      throw invalid({ linked_resource: ['linked_resource must be one of the requester’s'] });
    }
  }
}

/** Of all that a new ticket refers to only its category can be deleted, and that a moment after we found it. */
function explainLostCategory(error: unknown): never {
  if (error instanceof DomainError && error.code === CONFLICT.code) throw unknownCategory('category');
  throw error;
}

function unknownCategory(field: 'category' | 'category_id'): DomainError {
  return invalid({ [field]: [`${field} must be an active category`] });
}
