import { describe, expect, it } from '@jest/globals';
import { aTicket } from '../../../test/support/a-ticket.js';
import type { Message } from '../../modules/messages/index.js';
import type { Ticket } from '../../modules/tickets/index.js';
import { wholeTicket } from './to-wire.js';

const tenant = { id: 1, code: 'scrapizoo' };
const author = { id: 3, name: 'Ada', role: 'customer', externalId: null } as const;
const ticket: Ticket = {
  ...aTicket({ lastSeq: 4, lastPublicSeq: 3, updatedAt: 9_000, publicUpdatedAt: 5_000 }),
  category: { id: 1, slug: 'support', name: 'Support' },
  requester: { ...author, email: null, team: null, isContact: false },
  team: null,
  assignee: null,
  linkedResource: null,
  unreadCount: 0,
  hasFiles: null,
};
const reply = (publicSeq: number | null): Message => ({
  ...{ seq: publicSeq ?? 4, publicSeq, author, body: `No. ${publicSeq}`, createdAt: 4_000 },
});
const shown = (replies: readonly Message[]) => wholeTicket(tenant, ticket, replies);

describe('a whole ticket', () => {
  it('is of the moment at which it was read: what was added since is left out', () => {
    const { response, __v, updatedAt } = shown([reply(2), reply(3), reply(4)]);
    expect([response.map(({ description }) => description), __v]).toEqual([['No. 2', 'No. 3'], 2]);
    expect(updatedAt).toBe('1970-01-01T00:00:05.000Z');
  });

  it('holds nothing internal', () => {
    expect(shown([reply(2), reply(null), reply(3)]).response).toHaveLength(2);
  });
});
