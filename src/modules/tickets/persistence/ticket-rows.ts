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
};

export function priorityRank(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}

export function toState(row: StateRow): TicketState {
  const { linkedType, linkedExternalId, tags, custom, priority, deletedAt: _, ...rest } = row;
  return {
    ...rest,
    status: row.status as Status,
    priority: PRIORITIES[priority] ?? 'normal',
    tags: JSON.parse(tags) as readonly string[],
    custom: JSON.parse(custom) as Readonly<Record<string, unknown>>,
    linkedResource:
      linkedType === null || linkedExternalId === null ? null : { type: linkedType, externalId: linkedExternalId },
  };
}

export function toTicket({ categorySlug, categoryName, teamName, unreadCount, ...row }: TicketRow): Ticket {
  const { requesterName, requesterEmail, requesterTeamId, requesterTeamName, requesterRole, ...rest } = row;
  const { requesterIssuer, requesterSubject, assigneeName, assigneeIssuer, assigneeSubject, ...others } = rest;
  const { linkedReference, linkedData, ...stateRow } = others;
  const state = toState(stateRow);
  const requester = { issuer: requesterIssuer, subject: requesterSubject };
  const assignee = named(state.assigneeId, assigneeName);
  return {
    ...state,
    unreadCount: Number(unreadCount),
    category: { id: state.categoryId, slug: categorySlug, name: categoryName },
    requester: {
      id: state.requesterId,
      name: requesterName,
      email: requesterEmail,
      team: named(requesterTeamId, requesterTeamName),
      role: requesterRole as Role,
      externalId: externalIdOf(requester),
      isContact: isContact(requester),
    },
    team: named(state.teamId, teamName),
    assignee: assignee && {
      ...assignee,
      externalId: externalIdOf({ issuer: assigneeIssuer ?? '', subject: assigneeSubject ?? '' }),
    },
    linkedResource: state.linkedResource && {
      ...state.linkedResource,
      reference: linkedReference,
      data: linkedData === null ? null : (JSON.parse(linkedData) as Readonly<Record<string, unknown>>),
    },
  };
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
