import { describe, expect, it } from '@jest/globals';
import { agentId, CATEGORY_ID, FILE_ID, MESSAGE_ID, personId, TICKET_ID } from './ids.js';

describe('ids', () => {
  it.each([
    [1, 'ticket_001'],
    [12, 'ticket_012'],
    [123, 'ticket_123'],
    [1_234, 'ticket_1234'],
    [2_147_483_647, 'ticket_2147483647'],
  ])('of ticket %d are %s, and back', (number, id) => {
    expect(TICKET_ID.write(number)).toBe(id);
    expect(TICKET_ID.read(id)).toBe(number);
  });

  it.each([
    ...['', 'ticket', 'ticket_', 'ticket_000', 'ticket_5', 'ticket_0005', 'ticket_-01', 'ticket_+01', 'ticket_1e3'],
    ...['TICKET_001', 'ticket_001 ', ' ticket_001', 'ticket_001\n', 'category_001', 'ticket_2147483648', '001'],
    ...['ticket_٠٠١', 'ticket_99999999999'],
  ])('are nothing when not written so: %j', (id) => {
    expect(TICKET_ID.read(id)).toBeNull();
  });

  it('have a prefix for each kind', () => {
    expect([CATEGORY_ID, MESSAGE_ID, FILE_ID].map((kind) => kind.write(7))).toEqual([
      ...['category_007', 'msg_007', 'file_id_007'],
    ]);
  });

  it('of people are those of their own product, else tell what they are', () => {
    const person = (role: 'customer' | 'agent' | 'admin', externalId: string | null) => ({ id: 9, role, externalId });
    expect(personId(person('customer', 'user_123'))).toBe('user_123');
    expect(personId(person('customer', null))).toBe('user_009');
    expect(personId(person('agent', null))).toBe('agent_009');
    expect(personId(person('admin', null))).toBe('agent_009');
    expect([agentId(person('agent', 'agent_123')), agentId(person('agent', null))]).toEqual(['agent_123', 'agent_009']);
  });
});
