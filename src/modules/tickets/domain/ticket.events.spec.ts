import { describe, expect, it } from '@jest/globals';
import { aTicket } from '../../../../test/support/a-ticket.js';
import { changeEvents, factsOf, openedEvent } from './ticket.events.js';
import { moved, type TicketState } from './ticket.js';

const types = (before: TicketState, after: TicketState) => changeEvents(before, after).map(({ type }) => type);

describe('the events of a change', () => {
  it('are none when nothing that they tell of has changed', () => {
    expect(
      changeEvents(aTicket(), aTicket({ version: 2, updatedAt: 2_000, lastSeq: 2, lastMessageAt: 2_000 })),
    ).toEqual([]);
  });

  it('name each field with its value before and after', () => {
    expect(changeEvents(aTicket(), aTicket({ subject: 'Van starts', tags: [] }))).toEqual([
      {
        type: 'ticket.updated',
        data: { subject: 'Van starts', tags: [] },
        changed: { subject: ['Van will not start', 'Van starts'], tags: [['rental'], []] },
      },
    ]);
  });

  it('are one for the status, one for the assignment and one for the rest', () => {
    const after = { ...moved(aTicket(), 'resolved', 5_000), assigneeId: 2, priority: 'high' as const };
    expect(changeEvents(aTicket(), after).map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'ticket.resolved', data: { status: 'resolved', resolved_at: 5_000 } },
      { type: 'ticket.assigned', data: { assignee_id: 2 } },
      { type: 'ticket.updated', data: { priority: 'high' } },
    ]);
  });

  it.each([
    ['open', 'pending', 'ticket.status_changed'],
    ['pending', 'open', 'ticket.status_changed'],
    ['open', 'resolved', 'ticket.resolved'],
    ['resolved', 'closed', 'ticket.closed'],
    ['open', 'closed', 'ticket.closed'],
    ['resolved', 'in_progress', 'ticket.reopened'],
    ['closed', 'open', 'ticket.reopened'],
  ] as const)('from %s to %s is %s', (from, to, type) => {
    const before = moved(aTicket(), from, 4_000);
    expect(types(before, moved(before, to, 5_000))).toEqual([type]);
  });

  it('tell of another resolution of the same status as an update', () => {
    const before = aTicket({ status: 'resolved', resolvedAt: 4_000, resolution: 'One' });
    expect(types(before, { ...before, resolution: 'Two' })).toEqual(['ticket.updated']);
  });

  it('rebuild the ticket when they are folded', () => {
    const opened = aTicket();
    const worked = { ...moved(opened, 'pending', 2_000), assigneeId: 2, tags: ['a', 'b'], firstResponseAt: 2_000 };
    const solved = moved(worked, 'closed', 3_000, 'Van exchanged.');
    const again = { ...moved(solved, 'open', 4_000), custom: {}, teamId: 5 };
    const told = [
      openedEvent(opened),
      ...changeEvents(opened, worked),
      ...changeEvents(worked, solved),
      ...changeEvents(solved, again),
    ];
    const folded: unknown = told.reduce((state, { data }) => ({ ...state, ...data }), {});
    expect(folded).toEqual({ number: 12, ...factsOf(again) });
  });
});
