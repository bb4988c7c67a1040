export const STATUSES = ['open', 'in_progress', 'pending', 'resolved', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

export type Party = 'staff' | 'customer';

/** Where a ticket may go from each status, by who moves it. `open` from resolved and closed is reopening. */
const MOVES: Readonly<Record<Party, Readonly<Record<Status, readonly Status[]>>>> = {
  staff: {
    open: ['in_progress', 'pending', 'resolved', 'closed'],
    in_progress: ['open', 'pending', 'resolved', 'closed'],
    pending: ['open', 'in_progress', 'resolved', 'closed'],
    resolved: ['open', 'in_progress', 'pending', 'closed'],
    closed: ['open'],
  },
  customer: {
    open: ['resolved', 'closed'],
    in_progress: ['resolved', 'closed'],
    pending: ['resolved', 'closed'],
    resolved: ['open', 'closed'],
    closed: ['open'],
  },
};

export function mayMove(party: Party, from: Status, to: Status): boolean {
  return MOVES[party][from].includes(to);
}

/** How a status is set: only as the table leads, or by way of `open` where it does not lead there directly. */
export type Moves = 'direct' | 'through_open';

/** The statuses on the way from one to another, the goal last; none for where it is already, null for no way. */
export function wayTo(party: Party, from: Status, to: Status, moves: Moves): readonly Status[] | null {
  if (from === to) return [];
  if (mayMove(party, from, to)) return [to];
  const isOpenBetween = moves === 'through_open' && mayMove(party, from, 'open') && mayMove(party, 'open', to);
  return isOpenBetween ? ['open', to] : null;
}

/** Where a public message of a customer takes a ticket: an answer to our question or to our solution opens it again. */
export function afterCustomerMessage(status: Status): Status {
  return status === 'pending' || status === 'resolved' ? 'open' : status;
}

export function acceptsMessages(status: Status): boolean {
  return status !== 'closed';
}

/** Resolved or closed: the desk has nothing left to do. */
export function isSettled(status: Status): boolean {
  return status === 'resolved' || status === 'closed';
}
