import type { Instant } from '../../../platform/clock/clock.js';
import type { Role } from '../../../platform/context/request-context.js';
import { isSettled, type Status } from './ticket-status.js';

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const LIMITS = {
  subject: 255,
  text: 20_000,
  tags: 20,
  tag: 40,
  attachments: 10,
  customBytes: 8_192,
  resolution: 5_000,
} as const;

/** The description is message no. 1 of the thread; replies count from 2. */
export const DESCRIPTION_SEQ = 1;

/**
 * The state of a ticket, as it is stored and as its events tell it. What customers must not notice (internal notes) is
 * counted twice: `lastSeq`, `version`, `updatedAt` … for staff, `lastPublicSeq`, `publicVersion` … for everybody else.
 */
export interface TicketState {
  readonly number: number;
  readonly subject: string;
  readonly description: string;
  readonly status: Status;
  readonly priority: Priority;
  readonly categoryId: number;
  readonly requesterId: number;
  /** Who wrote the description: the requester, or staff on their behalf. */
  readonly openedBy: number;
  readonly teamId: number | null;
  readonly assigneeId: number | null;
  readonly tags: readonly string[];
  readonly linkedResource: { readonly type: string; readonly externalId: string } | null;
  readonly custom: Readonly<Record<string, unknown>>;
  readonly resolution: string | null;
  readonly lastSeq: number;
  readonly lastPublicSeq: number;
  readonly lastMessageAt: Instant;
  readonly lastPublicMessageAt: Instant;
  readonly version: number;
  readonly publicVersion: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly publicUpdatedAt: Instant;
  readonly firstResponseAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
}

export interface TicketTeam {
  readonly id: number;
  readonly name: string;
}

export interface TicketPerson {
  readonly id: number;
  readonly name: string;
  /** What the tenant's own product calls them; null for those whom only we know. */
  readonly externalId: string | null;
}

export interface TicketRequester extends TicketPerson {
  readonly email: string | null;
  readonly team: TicketTeam | null;
  readonly role: Role;
  /** Whether they wrote without an account. */
  readonly isContact: boolean;
}

/** A ticket with the names of what it refers to: what reads give. */
export interface Ticket extends Omit<TicketState, 'linkedResource'> {
  readonly category: { readonly id: number; readonly slug: string; readonly name: string };
  readonly requester: TicketRequester;
  readonly team: TicketTeam | null;
  readonly assignee: TicketPerson | null;
  readonly linkedResource: {
    readonly type: string;
    readonly externalId: string;
    readonly reference: string | null;
    readonly data: Readonly<Record<string, unknown>> | null;
  } | null;
  /** Messages the caller has not read, their own not counted. */
  readonly unreadCount: number;
  /** Whether its messages have files, internal ones too; null where nobody asked, as in lists. */
  readonly hasFiles: boolean | null;
}

/** Under which of a ticket's `custom` the customer's own words for its category are kept, when its name is another. */
const CATEGORY_LABEL = 'category_label';

/** `custom` with the customer's own words for the category. */
export function withLabel(custom: TicketState['custom'], label: string): TicketState['custom'] {
  return { ...custom, [CATEGORY_LABEL]: label };
}

/** The ticket in another category, for which the customer's words no longer stand. */
export function recategorised(ticket: TicketState, categoryId: number): TicketState {
  if (categoryId === ticket.categoryId) return ticket;
  const { [CATEGORY_LABEL]: _, ...custom } = ticket.custom;
  return { ...ticket, categoryId, custom };
}

/** What to call the ticket's category: the customer's own words when they were kept, else its name. */
export function labelOf({ custom, category }: Pick<Ticket, 'custom' | 'category'>): string {
  const label = custom[CATEGORY_LABEL];
  return typeof label === 'string' ? label : category.name;
}

/** The change of a status, with the times and the resolution kept in step. */
export function moved(ticket: TicketState, to: Status, now: Instant, resolution?: string | null): TicketState {
  return {
    ...ticket,
    status: to,
    resolution: isSettled(to) ? (resolution === undefined ? ticket.resolution : resolution) : null,
    resolvedAt: to === 'resolved' ? now : isSettled(to) ? ticket.resolvedAt : null,
    closedAt: to === 'closed' ? now : null,
  };
}

/** A message added to the thread: its place, and what it does to the ticket's counts and times. */
export function withMessage(
  ticket: TicketState,
  message: { readonly visibility: 'public' | 'internal'; readonly byStaff: boolean; readonly at: Instant },
): TicketState {
  const isPublic = message.visibility === 'public';
  return {
    ...ticket,
    lastSeq: ticket.lastSeq + 1,
    lastMessageAt: message.at,
    ...(isPublic && { lastPublicSeq: ticket.lastPublicSeq + 1, lastPublicMessageAt: message.at }),
    ...(isPublic && message.byStaff && { firstResponseAt: ticket.firstResponseAt ?? message.at }),
  };
}

/** The next version of a changed ticket; `audience` staff leaves what customers see of it untouched. */
export function revised(ticket: TicketState, now: Instant, audience: 'everybody' | 'staff'): TicketState {
  return {
    ...ticket,
    version: ticket.version + 1,
    updatedAt: now,
    ...(audience === 'everybody' && { publicVersion: ticket.publicVersion + 1, publicUpdatedAt: now }),
  };
}

/** `TK-2026-00003` */
export function referenceOf(number: number, year: number): string {
  return `TK-${year}-${String(number).padStart(5, '0')}`;
}
