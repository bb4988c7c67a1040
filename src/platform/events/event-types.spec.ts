import { describe, expect, it } from '@jest/globals';
import { matchesType, TYPE_PATTERN } from './event-types.js';

describe('a pattern of types', () => {
  it.each([
    [undefined, 'ticket.created', true],
    [[], 'ticket.created', false],
    [['*'], 'ticket.created', true],
    [['ticket.*'], 'ticket.created', true],
    [['ticket.*'], 'tickets.created', false],
    [['ticket.created'], 'ticket.created', true],
    [['ticket.created'], 'ticket.created_again', false],
    [['message.created', 'ticket.*'], 'ticket.closed', true],
    [['message.created'], 'ticket.created', false],
  ])('%j and %s: %s', (patterns, type, matches) => {
    expect(matchesType(patterns, type)).toBe(matches);
  });

  it.each(['*', 'ticket.*', 'api_key.created'])('may be %s', (text) => expect(TYPE_PATTERN.test(text)).toBe(true));
  it.each(['', 'ticket', '*.created', 'ticket.c*', 'Ticket.*', 'ticket.*.x', 'a'.repeat(41) + '.x'])(
    'may not be %s',
    (text) => expect(TYPE_PATTERN.test(text)).toBe(false),
  );
});
