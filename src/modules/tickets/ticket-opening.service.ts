import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { isStaff, type TenantContext, type TenantRef } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { CONFLICT, invalid } from '../../platform/errors/error-codes.js';
import { EventLog } from '../../platform/events/event-log.js';
import { addedEvent, AttachmentsService, type GivenFiles } from '../attachments/index.js';
import { externalIdOf, isContact, TenantsService, type User, UsersService, type Writer } from '../auth/index.js';
import { type Category, CategoriesService } from '../categories/index.js';
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
import { TICKET } from './ticket-changes.service.js';

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
      const linkedResource = input.linkedResource ? await this.linkable(tx, input.linkedResource, requester) : null;
      const now = this.clock.now();
      const opened: TicketState = {
        ...{ subject, description, priority, categoryId: filed.category.id, tags, custom },
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
      return asOpened(ticket, { category: filed.category, requester, linkedResource, hasFiles: files.length > 0 });
    });
    const ticket = await write.catch(explainLostCategory);
    ctx.retryable?.shows(TICKET, ticket.number);
    return ticket;
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
  ): Promise<{ readonly category: Category; readonly label: string | null }> {
    if (given && 'label' in given) {
      const label = given.label.trim();
      const category = await this.categories.classify(ctx, label, standard);
      return { category, label: category.name === label ? null : label };
    }
    if (given && 'slug' in given && given.name !== undefined) {
      return { category: await this.categories.ensure(ctx, { slug: given.slug, name: given.name }), label: null };
    }
    const wanted = given ?? (standard === null ? null : { slug: standard });
    if (!wanted) throw invalid({ category: ['category must be given, by id or slug'] });
    const category = await this.categories.findActive(ctx, wanted);
    if (category) return { category, label: null };
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
  private async linkable(
    ctx: TenantContext,
    { type, externalId }: { type: string; externalId: string },
    requester: User,
  ): Promise<NonNullable<Ticket['linkedResource']>> {
    const resource = await this.linkedResources.find(ctx, type, externalId);
    const isTheirs = resource?.ownerSubject === requester.subject;
    const isNobodys = resource?.ownerSubject === null && isStaff(ctx.actor);
    if (!resource || (!isTheirs && !isNobodys)) {
      throw invalid({ linked_resource: ['linked_resource must be one of the requester’s'] });
    }
    return { type, externalId, reference: resource.reference, data: resource.data };
  }
}

/** The ticket as its opener sees it, who has read all of it; nothing has to be read again for that. */
function asOpened(
  state: TicketState,
  known: Pick<Ticket, 'linkedResource' | 'hasFiles'> & { readonly category: Category; readonly requester: User },
): Ticket {
  const { category, requester, linkedResource, hasFiles } = known;
  const { id, name, email, role } = requester;
  const team = requester.team && { id: requester.team.id, name: requester.team.name };
  // Copied first and added to then: both in one literal takes twenty times as long.
  return Object.assign(
    { ...state },
    {
      unreadCount: 0,
      category: { id: category.id, slug: category.slug, name: category.name },
      requester: { id, name, email, team, role, externalId: externalIdOf(requester), isContact: isContact(requester) },
      team,
      assignee: null,
      linkedResource,
      hasFiles,
    },
  );
}

/** Of all that a new ticket refers to only its category can be deleted, and that a moment after we found it. */
function explainLostCategory(error: unknown): never {
  if (error instanceof DomainError && error.code === CONFLICT.code) throw unknownCategory('category');
  throw error;
}

function unknownCategory(field: 'category' | 'category_id'): DomainError {
  return invalid({ [field]: [`${field} must be an active category`] });
}
