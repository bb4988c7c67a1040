import type { Role } from '../../../platform/context/request-context.js';
import { externalIdOf, isContact } from '../../auth/index.js';
import { type Priority, PRIORITIES, type Ticket, type TicketState } from '../domain/ticket.js';
import type { Status } from '../domain/ticket-status.js';
import type { TicketEntity } from './ticket.entities.js';

/** A ticket's own columns, as queries name them. */
export const STATE_COLUMNS = [
  ...['number', 'subject', 'description', 'status', 'priority', 'categoryId', 'requesterId', 'openedBy', 'teamId'],
  ...['assigneeId', 'tags', 'linkedType', 'linkedExternalId', 'custom', 'resolution', 'lastSeq', 'lastPublicSeq'],
  ...['lastMessageAt', 'lastPublicMessageAt', 'version', 'publicVersion', 'createdAt', 'updatedAt'],
  ...['publicUpdatedAt', 'firstResponseAt', 'resolvedAt', 'closedAt'],
] as const;

/** A row of the columns above, straight from the driver. */
export type StateRow = Omit<TicketEntity, 'tenantId' | 'tags' | 'custom'> & {
  readonly tags: string;
  readonly custom: string;
};

/** The same with the names of what it refers to. */
export type TicketRow = StateRow & {
  readonly categorySlug: string;
  readonly categoryName: string;
  readonly requesterName: string;
  readonly requesterEmail: string | null;
  readonly requesterRole: string;
  readonly requesterIssuer: string;
  readonly requesterSubject: string;
  readonly requesterTeamId: number | null;
  readonly requesterTeamName: string | null;
  readonly teamName: string | null;
  readonly assigneeName: string | null;
  readonly assigneeIssuer: string | null;
  readonly assigneeSubject: string | null;
  readonly linkedReference: string | null;
  readonly linkedData: string | null;
  readonly unreadCount: number | string;
  readonly hasFiles?: number | string;
};

export function priorityRank(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}

/** Field by field: to copy a row without some of its columns takes many times as long. */
export function toState(row: StateRow): TicketState {
  const { linkedType: type, linkedExternalId: externalId } = row;
  return {
    number: row.number,
    subject: row.subject,
    description: row.description,
    status: row.status as Status,
    priority: PRIORITIES[row.priority] ?? 'normal',
    categoryId: row.categoryId,
    requesterId: row.requesterId,
    openedBy: row.openedBy,
    teamId: row.teamId,
    assigneeId: row.assigneeId,
    tags: JSON.parse(row.tags) as readonly string[],
    custom: JSON.parse(row.custom) as Readonly<Record<string, unknown>>,
    linkedResource: type === null || externalId === null ? null : { type, externalId },
    resolution: row.resolution,
    lastSeq: row.lastSeq,
    lastPublicSeq: row.lastPublicSeq,
    lastMessageAt: row.lastMessageAt,
    lastPublicMessageAt: row.lastPublicMessageAt,
    version: row.version,
    publicVersion: row.publicVersion,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    publicUpdatedAt: row.publicUpdatedAt,
    firstResponseAt: row.firstResponseAt,
    resolvedAt: row.resolvedAt,
    closedAt: row.closedAt,
  };
}

export function toTicket(row: TicketRow): Ticket {
  const state = toState(row);
  const requester = { issuer: row.requesterIssuer, subject: row.requesterSubject };
  const assignee = named(row.assigneeId, row.assigneeName);
  // Not spread into a literal with the rest, which takes twenty times as long: lists do nothing else so often.
  return Object.assign(state, {
    unreadCount: Number(row.unreadCount),
    hasFiles: row.hasFiles === undefined ? null : Number(row.hasFiles) === 1,
    category: { id: row.categoryId, slug: row.categorySlug, name: row.categoryName },
    requester: {
      id: row.requesterId,
      name: row.requesterName,
      email: row.requesterEmail,
      team: named(row.requesterTeamId, row.requesterTeamName),
      role: row.requesterRole as Role,
      externalId: externalIdOf(requester),
      isContact: isContact(requester),
    },
    team: named(row.teamId, row.teamName),
    assignee: assignee && {
      ...assignee,
      externalId: externalIdOf({ issuer: row.assigneeIssuer ?? '', subject: row.assigneeSubject ?? '' }),
    },
    linkedResource: state.linkedResource && {
      ...state.linkedResource,
      reference: row.linkedReference,
      data: row.linkedData === null ? null : (JSON.parse(row.linkedData) as Readonly<Record<string, unknown>>),
    },
  });
}

/** The columns that hold a state. */
export function toRow(state: TicketState): Omit<TicketEntity, 'tenantId' | 'deletedAt'> {
  const { linkedResource, priority, ...rest } = state;
  return {
    ...rest,
    priority: priorityRank(priority),
    linkedType: linkedResource?.type ?? null,
    linkedExternalId: linkedResource?.externalId ?? null,
  };
}

function named(id: number | null, name: string | null) {
  return id === null || name === null ? null : { id, name };
}
