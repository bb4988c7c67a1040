import { describe, expect, it } from '@jest/globals';
import { Config } from '../config/config.js';
import { Keys } from '../crypto/keys.service.js';
import { Cursors } from './cursors.js';

const cursorsWith = (appKey: string) => {
  const secrets = { JWT_SECRET: 'j'.repeat(32), APP_KEY: appKey };
  return new Cursors(new Keys(Object.assign(new Config(), secrets)));
};
const cursors = cursorsWith('a'.repeat(32));
const refused = expect.objectContaining({ code: 'invalid_cursor' });

describe('a cursor', () => {
  it.each([[[1_700_000_000_000, 3]], [['text', null]], [[0]]])('holds %j', (position) => {
    expect(cursors.read('list', cursors.write('list', position))).toEqual(position);
  });

  it('is good for its own list only', () => {
    const cursor = cursors.write('tickets/2/open', [1, 2]);
    expect(() => cursors.read('tickets/3/open', cursor)).toThrow(refused);
    expect(() => cursors.read('tickets/2/open/', cursor)).toThrow(refused);
  });

  it('of another installation is refused', () => {
    const foreign = cursorsWith('b'.repeat(32)).write('list', [1]);
    expect(() => cursors.read('list', foreign)).toThrow(refused);
  });

  it('changed anywhere is refused', () => {
    const cursor = cursors.write('list', [1_000, 7]);
    for (const index of cursor.split('').keys()) {
      const other = cursor[index] === 'A' ? 'B' : 'A';
      const changed = cursor.slice(0, index) + other + cursor.slice(index + 1);
      expect(() => cursors.read('list', changed)).toThrow(refused);
    }
  });

  it.each(['', '.', 'a', 'a.b', 'a.b.c', '😀.😀', '[1].x', `${'x'.repeat(1_000)}.y`])('%j is none', (text) => {
    expect(() => cursors.read('list', text)).toThrow(refused);
  });

  it('with something behind it is none', () => {
    expect(() => cursors.read('list', `${cursors.write('list', [1])}.more`)).toThrow(refused);
  });
});
