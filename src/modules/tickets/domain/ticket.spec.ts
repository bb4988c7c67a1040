import { describe, expect, it } from '@jest/globals';
import { aTicket } from '../../../../test/support/a-ticket.js';
import { labelOf, moved, recategorised, referenceOf, revised, withLabel, withMessage } from './ticket.js';

describe('moving a ticket', () => {
  it('to resolved sets the time and keeps the resolution given', () => {
    const after = moved(aTicket(), 'resolved', 5_000, 'Battery replaced.');
    expect(after).toEqual(aTicket({ status: 'resolved', resolution: 'Battery replaced.', resolvedAt: 5_000 }));
  });

  it('from resolved to closed keeps when and how it was resolved', () => {
    const resolved = aTicket({ status: 'resolved', resolution: 'Battery replaced.', resolvedAt: 5_000 });
    expect(moved(resolved, 'closed', 6_000)).toEqual({ ...resolved, status: 'closed', closedAt: 6_000 });
    expect(moved(resolved, 'closed', 6_000, 'Van exchanged.').resolution).toBe('Van exchanged.');
  });

  it('to closed at once leaves it without a time of resolving', () => {
    expect(moved(aTicket(), 'closed', 6_000)).toEqual(aTicket({ status: 'closed', closedAt: 6_000 }));
  });

  it.each(['open', 'in_progress', 'pending'] as const)('back to %s forgets the resolution and both times', (to) => {
    const closed = aTicket({ status: 'closed', resolution: 'Van exchanged.', resolvedAt: 5_000, closedAt: 6_000 });
    expect(moved(closed, to, 7_000)).toEqual(aTicket({ status: to }));
  });
});

describe('a message on a ticket', () => {
  const ticket = aTicket({ lastSeq: 4, lastPublicSeq: 3 });

  it('of a customer counts for everybody and is no response', () => {
    const after = withMessage(ticket, { visibility: 'public', byStaff: false, at: 2_000 });
    expect(after).toEqual({
      ...ticket,
      lastSeq: 5,
      lastPublicSeq: 4,
      lastMessageAt: 2_000,
      lastPublicMessageAt: 2_000,
    });
  });

  it('of staff is the first response once only', () => {
    const first = withMessage(ticket, { visibility: 'public', byStaff: true, at: 2_000 });
    const second = withMessage(first, { visibility: 'public', byStaff: true, at: 3_000 });
    expect([first.firstResponseAt, second.firstResponseAt]).toEqual([2_000, 2_000]);
  });

  it('that is internal counts for staff and is no response', () => {
    const after = withMessage(ticket, { visibility: 'internal', byStaff: true, at: 2_000 });
    expect(after).toEqual({ ...ticket, lastSeq: 5, lastMessageAt: 2_000 });
  });
});

describe('the next version', () => {
  const ticket = aTicket({ version: 7, publicVersion: 4 });

  it('is everybody’s, or staff’s alone', () => {
    const everybodys = { version: 8, publicVersion: 5, updatedAt: 9_000, publicUpdatedAt: 9_000 };
    expect(revised(ticket, 9_000, 'everybody')).toEqual({ ...ticket, ...everybodys });
    expect(revised(ticket, 9_000, 'staff')).toEqual({ ...ticket, version: 8, updatedAt: 9_000 });
  });
});

describe('the customer’s words for a category', () => {
  const custom = withLabel({ km: 1 }, 'Lost luggage');
  const category = { id: 1, slug: 'other', name: 'Other' };

  it('call it, when they were kept', () => {
    expect([custom, { km: 1 }, { category_label: 7 }].map((each) => labelOf({ custom: each, category }))).toEqual([
      'Lost luggage',
      'Other',
      'Other',
    ]);
  });

  it('go when it changes', () => {
    const ticket = aTicket({ custom });
    expect(recategorised(ticket, 1)).toBe(ticket);
    expect(recategorised(ticket, 2)).toEqual({ ...ticket, categoryId: 2, custom: { km: 1 } });
  });
});

it.each([
  [3, 'TK-2026-00003'],
  [99_999, 'TK-2026-99999'],
  [123_456, 'TK-2026-123456'],
])('the reference of no. %i is %s', (number, reference) => {
  expect(referenceOf(number, 2026)).toBe(reference);
});
