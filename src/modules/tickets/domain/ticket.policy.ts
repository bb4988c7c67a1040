import type { Actor } from '../../../platform/context/request-context.js';
import { acceptsMessages, mayMove, type Party, type Status } from './ticket-status.js';
import type { TicketState } from './ticket.js';

export function partyOf(actor: Pick<Actor, 'role'>): Party {
  return actor.role === 'customer' ? 'customer' : 'staff';
}

/** Who may settle, reopen and amend a ticket they see: staff, and the requester. */
export function maySettle(actor: Actor, ticket: Pick<TicketState, 'requesterId'>): boolean {
  return partyOf(actor) === 'staff' || ticket.requesterId === actor.userId;
}

/** The version that the caller knows of. */
export function versionFor(actor: Actor, ticket: TicketState): number {
  return partyOf(actor) === 'staff' ? ticket.version : ticket.publicVersion;
}

/** What its requester may change of a ticket without staff. */
export type Amendable = 'subject' | 'description' | 'tags';

/** Until when they may: what the desk has begun to work on is not rewritten. Staff may change it at any time. */
const AMENDABLE_WHILE: Readonly<Record<Amendable, (status: Status) => boolean>> = {
  subject: (status) => status === 'open',
  description: (status) => status === 'open',
  tags: acceptsMessages,
};

/** Whether the ticket's status lets the caller, who is staff or its requester, change this of it. */
export function mayAmend(actor: Actor, field: Amendable, ticket: Pick<TicketState, 'status'>): boolean {
  return partyOf(actor) === 'staff' || AMENDABLE_WHILE[field](ticket.status);
}

type AbilityRule = (actor: Actor, ticket: TicketState) => boolean;

const staff: AbilityRule = (actor) => partyOf(actor) === 'staff';
const moveTo =
  (to: 'resolved' | 'closed'): AbilityRule =>
  (actor, ticket) =>
    maySettle(actor, ticket) && mayMove(partyOf(actor), ticket.status, to);

const ABILITIES = {
  reply: (_actor, ticket) => acceptsMessages(ticket.status),
  add_note: (actor, ticket) => staff(actor, ticket) && acceptsMessages(ticket.status),
  edit_subject: (actor, ticket) =>
    staff(actor, ticket) || (ticket.status === 'open' && ticket.requesterId === actor.userId),
  edit: staff,
  assign: staff,
  claim: (actor, ticket) => staff(actor, ticket) && ticket.assigneeId === null,
  resolve: moveTo('resolved'),
  close: moveTo('closed'),
  reopen: (actor, ticket) => maySettle(actor, ticket) && (ticket.status === 'resolved' || ticket.status === 'closed'),
  delete: (actor) => actor.role === 'admin',
} as const satisfies Readonly<Record<string, AbilityRule>>;

export type Ability = keyof typeof ABILITIES;
export const ABILITY_NAMES = Object.keys(ABILITIES) as readonly Ability[];

export function may(actor: Actor, ability: Ability, ticket: TicketState): boolean {
  return ABILITIES[ability](actor, ticket);
}

/** What the caller may do with this ticket now. */
export function abilitiesOf(actor: Actor, ticket: TicketState): readonly Ability[] {
  return ABILITY_NAMES.filter((ability) => may(actor, ability, ticket));
}
