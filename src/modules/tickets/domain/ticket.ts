import type { Instant } from '../../../platform/clock/clock.js';
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

export interface TicketPerson {
  readonly id: number;
  readonly name: string;
}

/** A ticket with the names of what it refers to: what reads give. */
export interface Ticket extends Omit<TicketState, 'linkedResource'> {
  readonly category: { readonly id: number; readonly slug: string; readonly name: string };
  readonly requester: TicketPerson & { readonly email: string | null; readonly team: TicketPerson | null };
  readonly team: TicketPerson | null;
  readonly assignee: TicketPerson | null;
  readonly linkedResource: {
    readonly type: string;
    readonly externalId: string;
    readonly reference: string | null;
    readonly data: Readonly<Record<string, unknown>> | null;
  } | null;
  /** Messages the caller has not read, their own not counted. */
  readonly unreadCount: number;
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
