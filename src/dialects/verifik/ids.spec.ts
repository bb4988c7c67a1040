import { describe, expect, it } from '@jest/globals';
import { AGENT_ID, agentId, personId, TICKET_ID } from './ids.js';

describe('a ticket’s id', () => {
  it.each([1, 42, 123_456_789, 2_147_483_647])('is read as it was written: %d', (number) => {
    expect(TICKET_ID.read(TICKET_ID.write(number))).toBe(number);
  });

  it.each(['', '1', 'support_ticket_', 'support_ticket_0', 'support_ticket_01', 'support_ticket_2147483648'])(
    'is not "%s"',
    (text) => {
      expect(TICKET_ID.read(text)).toBeNull();
    },
  );
});

describe('a person’s id', () => {
  it('is the identity provider’s where it has one, else by role', () => {
    expect(personId({ id: 7, externalId: 'u-7', role: 'customer' })).toBe('u-7');
    expect(personId({ id: 7, externalId: null, role: 'customer' })).toBe('client_7');
    expect(personId({ id: 7, externalId: null, role: 'admin' })).toBe('agent_7');
    expect(AGENT_ID.read(agentId({ id: 7, externalId: null }))).toBe(7);
  });
});
