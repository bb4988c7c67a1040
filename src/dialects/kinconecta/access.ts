import type { Actor } from '../../platform/context/request-context.js';
import type { TicketRequester } from '../../modules/tickets/index.js';

/** What a tenant lets callers without a token do. */
export const ANONYMOUS = ['off', 'create', 'full'] as const;
export type Anonymous = (typeof ANONYMOUS)[number];

type Errand = 'read' | 'submit';
type Caller = 'nobody' | 'customer' | 'staff';

/** As whom a request is done: as who sent it, as one of the two actors below, or not at all. */
type Part = 'themselves' | 'reader' | 'submitter' | 'unauthenticated' | 'forbidden';

const BY_TOKEN = { nobody: 'unauthenticated', customer: 'themselves', staff: 'themselves' } as const;
const BY_ANYBODY = { nobody: 'submitter', customer: 'themselves', staff: 'themselves' } as const;

/** Who may do what. With `full` a customer's token must not show less than none does. */
const PARTS: Readonly<Record<Anonymous, Readonly<Record<Errand, Readonly<Record<Caller, Part>>>>>> = {
  off: { read: BY_TOKEN, submit: BY_TOKEN },
  create: { read: { nobody: 'unauthenticated', customer: 'forbidden', staff: 'themselves' }, submit: BY_ANYBODY },
  full: { read: { nobody: 'reader', customer: 'reader', staff: 'themselves' }, submit: BY_ANYBODY },
};

export function partOf(anonymous: Anonymous, errand: Errand, caller: Caller): Part {
  return PARTS[anonymous][errand][caller];
}

const SYSTEM = { type: 'system', id: 0, userId: 0, sharedTeamId: null } as const;

/** Sees the tickets of the tenant. What is internal about them this wire shows to nobody. */
export const READER: Actor = { ...SYSTEM, role: 'agent' };

/** Sees nothing. */
export const SUBMITTER: Actor = { ...SYSTEM, role: 'customer', ownTicketsOnly: true };

/**
 * Whether somebody without a token may add to a ticket in the name of its requester: of those who wrote without an
 * account, and where everybody may read everything of any customer. Nobody ever speaks for staff.
 */
export function mayAddTo(anonymous: Anonymous, requester: Pick<TicketRequester, 'role' | 'isContact'>): boolean {
  return requester.role === 'customer' && (anonymous === 'full' || (anonymous === 'create' && requester.isContact));
}
