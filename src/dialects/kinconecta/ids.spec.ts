import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../platform/errors/domain-error.js';
import { TICKET } from './ids.js';

const param = { type: 'param' } as const;

function kindOf(id: string): string {
  try {
    TICKET.transform(id, param);
  } catch (error) {
    return (error as DomainError).kind;
  }
  return 'fine';
}

describe('a ticket’s id', () => {
  it.each([1, 42, 2_147_483_647])('is its number: %d', (number) => {
    expect(TICKET.transform(String(number), param)).toBe(number);
  });

  it.each(['', '0', '-1', '+1', '01', '1.0', '1e3', ' 1', '0x1', '12345678901234567890'])('is not "%s"', (id) => {
    expect(kindOf(id)).toBe('invalid');
  });

  it('may be too large to be anything’s', () => {
    expect(kindOf('2147483648')).toBe('not_found');
  });
});
