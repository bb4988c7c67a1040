import { describe, expect, it } from '@jest/globals';
import {
  acceptsMessages,
  afterCustomerMessage,
  isSettled,
  mayMove,
  type Party,
  type Status,
  STATUSES,
  wayTo,
} from './ticket-status.js';

/** Every pair of statuses as the contract says it: `x` may move, `.` may not; columns in the order of `STATUSES`. */
const TABLE: Readonly<Record<Party, Readonly<Record<Status, string>>>> = {
  staff: { open: '.xxxx', in_progress: 'x.xxx', pending: 'xx.xx', resolved: 'xxx.x', closed: 'x....' },
  customer: { open: '...xx', in_progress: '...xx', pending: '...xx', resolved: 'x...x', closed: 'x....' },
};

const pairs = (['staff', 'customer'] as const).flatMap((party) =>
  STATUSES.flatMap((from) =>
    STATUSES.map((to, column) => [party, from, to, TABLE[party][from][column] === 'x'] as const),
  ),
);

describe('the table of moves', () => {
  it('has a row for every pair', () => {
    expect(pairs).toHaveLength(2 * 5 * 5);
  });

  it.each(pairs)('a %s moving a ticket from %s to %s: %s', (party, from, to, allowed) => {
    expect(mayMove(party, from, to)).toBe(allowed);
  });
});

/** What is between two statuses: `.` already there, `x` one step, `o` by way of open, `-` no way. */
const WAYS: Readonly<Record<Party, Readonly<Record<Status, string>>>> = {
  staff: { open: '.xxxx', in_progress: 'x.xxx', pending: 'xx.xx', resolved: 'xxx.x', closed: 'xooo.' },
  customer: { open: '.--xx', in_progress: '-.-xx', pending: '--.xx', resolved: 'x--.x', closed: 'x--o.' },
};

const ways = pairs.map(([party, from, to]) => [party, from, to, WAYS[party][from][STATUSES.indexOf(to)]!] as const);

describe('the way from one status to another', () => {
  it.each(ways)('for a %s, from %s to %s: %s', (party, from, to, sign) => {
    const steps = { '.': [], x: [to], o: ['open', to], '-': null }[sign];
    expect(wayTo(party, from, to, 'through_open')).toEqual(steps);
    expect(wayTo(party, from, to, 'direct')).toEqual(sign === 'o' ? null : steps);
  });
});

describe('a message and the status', () => {
  it.each([
    ['open', 'open'],
    ['in_progress', 'in_progress'],
    ['pending', 'open'],
    ['resolved', 'open'],
    ['closed', 'closed'],
  ] as const)('takes a ticket that is %s to %s when a customer writes', (from, to) => {
    expect(afterCustomerMessage(from)).toBe(to);
  });

  it('is refused by closed tickets only', () => {
    expect(STATUSES.filter((status) => !acceptsMessages(status))).toEqual(['closed']);
  });

  it('knows resolved and closed as settled', () => {
    expect(STATUSES.filter(isSettled)).toEqual(['resolved', 'closed']);
  });
});
