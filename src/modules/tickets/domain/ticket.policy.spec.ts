import { describe, expect, it } from '@jest/globals';
import type { Actor, Role } from '../../../platform/context/request-context.js';
import { abilitiesOf, may, mayAmend, maySettle, partyOf, versionFor } from './ticket.policy.js';
import { STATUSES } from './ticket-status.js';
import { aTicket } from '../../../../test/support/a-ticket.js';

const actor = (role: Role, userId: number): Actor => ({ type: 'user', id: userId, userId, role, sharedTeamId: null });
const requester = actor('customer', 3);
const colleague = actor('customer', 4);
const agent = actor('agent', 2);
const admin = actor('admin', 1);

describe('what people may do with a ticket', () => {
  it.each([
    ['open', ['reply', 'edit_subject', 'resolve', 'close']],
    ['in_progress', ['reply', 'resolve', 'close']],
    ['pending', ['reply', 'resolve', 'close']],
    ['resolved', ['reply', 'close', 'reopen']],
    ['closed', ['reopen']],
  ] as const)('its requester, while it is %s: %j', (status, abilities) => {
    expect(abilitiesOf(requester, aTicket({ status }))).toEqual(abilities);
  });

  it.each(STATUSES)('somebody else who sees it, while it is %s: reply unless closed', (status) => {
    expect(abilitiesOf(colleague, aTicket({ status }))).toEqual(status === 'closed' ? [] : ['reply']);
  });

  it.each([
    ['open', ['reply', 'add_note', 'edit_subject', 'edit', 'assign', 'claim', 'resolve', 'close']],
    ['resolved', ['reply', 'add_note', 'edit_subject', 'edit', 'assign', 'claim', 'close', 'reopen']],
    ['closed', ['edit_subject', 'edit', 'assign', 'claim', 'reopen']],
  ] as const)('an agent, while it is %s: %j', (status, abilities) => {
    expect(abilitiesOf(agent, aTicket({ status }))).toEqual(abilities);
  });

  it('nobody claims what somebody has', () => {
    expect(may(agent, 'claim', aTicket({ assigneeId: 9 }))).toBe(false);
    expect(may(agent, 'claim', aTicket({ assigneeId: 2 }))).toBe(false);
  });

  it('only admins delete', () => {
    expect([admin, agent, requester].map((each) => may(each, 'delete', aTicket()))).toEqual([true, false, false]);
  });

  it('staff and the requester settle it', () => {
    expect([admin, agent, requester, colleague].map((each) => maySettle(each, aTicket()))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['open', ['subject', 'description', 'tags']],
    ['in_progress', ['tags']],
    ['pending', ['tags']],
    ['resolved', ['tags']],
    ['closed', []],
  ] as const)('its requester amends, while it is %s: %j; staff everything', (status, amendable) => {
    const fields = ['subject', 'description', 'tags'] as const;
    expect(fields.filter((field) => mayAmend(requester, field, aTicket({ status })))).toEqual(amendable);
    expect(fields.filter((field) => mayAmend(agent, field, aTicket({ status })))).toEqual(fields);
  });

  it('customers know the public version, staff the whole one', () => {
    const ticket = aTicket({ version: 7, publicVersion: 4 });
    expect([requester, colleague, agent, admin].map((each) => versionFor(each, ticket))).toEqual([4, 4, 7, 7]);
    expect([requester, agent].map(partyOf)).toEqual(['customer', 'staff']);
  });
});
