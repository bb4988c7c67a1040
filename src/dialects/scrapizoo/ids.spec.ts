import { describe, expect, it } from '@jest/globals';
import { personId, replyId, ticketId, ticketNumber } from './ids.js';

const createdAt = 0x6720b1c8 * 1_000 + 789;
const LARGEST = 2_147_483_647;

describe('ids', () => {
  it.each([
    [1, 1],
    [1, 7],
    [4_095, 99_999],
    [0xfffffff, LARGEST],
  ])('of tenant %d lead back to ticket %d', (tenant, number) => {
    const id = ticketId(tenant, { number, createdAt });
    expect(id).toMatch(/^[0-9a-f]{24}$/);
    expect(ticketNumber(tenant, id)).toBe(number);
  });

  it('begin with the second of creation, as an ObjectId does', () => {
    expect(ticketId(1, { number: 7, createdAt })).toBe('6720b1c81000000100000007');
    expect(replyId(7, { publicSeq: 2, createdAt })).toBe('6720b1c82000000700000002');
    expect(personId(1, { id: 7, externalId: null })).toBe('000000003000000100000007');
  });

  it('name nothing in another tenant, and nothing of another kind', () => {
    expect(ticketNumber(2, ticketId(1, { number: 7, createdAt }))).toBeNull();
    expect(ticketNumber(1, replyId(1, { publicSeq: 7, createdAt }))).toBeNull();
    expect(ticketNumber(1, personId(1, { id: 7, externalId: null }))).toBeNull();
    expect(ticketNumber(1, ticketId(1, { number: 171, createdAt }).toUpperCase())).toBeNull();
  });

  it('differ between all things of a tenant', () => {
    const numbers = [1, 2, 16, 17, 256];
    const ids = numbers.flatMap((number) => [
      ticketId(1, { number, createdAt }),
      personId(1, { id: number, externalId: null }),
      ...numbers.map((publicSeq) => replyId(number, { publicSeq, createdAt })),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of people are those of their own product when these are ObjectIds', () => {
    const externalId = '671fa1c8f1c2b3a5e4d90001';
    expect(personId(1, { id: 7, externalId })).toBe(externalId);
    for (const other of ['user_123', externalId.toUpperCase(), `${externalId}0`, '']) {
      expect(personId(1, { id: 7, externalId: other })).toBe('000000003000000100000007');
    }
  });
});
