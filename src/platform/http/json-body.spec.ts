import { describe, expect, it } from '@jest/globals';
import { parseJsonBody } from './json-body.js';

const parse = (text: string) => parseJsonBody(Buffer.from(text));
const refused = { code: 'malformed_json' };

describe('a JSON body', () => {
  it.each([
    ['{}', {}],
    ['{"a":{"a":1},"b":[{"a":2},{"a":3}]}', { a: { a: 1 }, b: [{ a: 2 }, { a: 3 }] }],
    ['{"a":"{\\"a\\":1, \\"a\\":2}"}', { a: '{"a":1, "a":2}' }],
    ['{"text":"[[[{{{\\\\","x":"}"}', { text: '[[[{{{\\', x: '}' }],
    ['["a","a"]', ['a', 'a']],
    ['null', null],
    ['"😀"', '😀'],
  ])('%s is read', (text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it('that is empty is none', () => {
    expect(parse('')).toBeUndefined();
  });

  it.each(['{', '{"a":1,}', "{'a':1}", '{"a":01}', '{"a":NaN}', '// no', '{"a":1}{"b":2}', '\u0001', '"\n"', '{"a"'])(
    'that reads %j is refused',
    (text) => {
      expect(() => parse(text)).toThrow(expect.objectContaining(refused));
    },
  );

  it.each([
    '{"a":1,"a":2}',
    '{"x":{"a":1,"b":2,"a":1}}',
    '{"a":1,"\\u0061":2}',
    '[{"b":1,"b":1}]',
    '{"a" :1, "a"\n: 2}',
  ])('with a key twice is refused: %s', (text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining(refused));
  });

  it('may nest 32 deep and no deeper', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(() => parse(nested(32))).not.toThrow();
    expect(() => parse(nested(33))).toThrow(expect.objectContaining(refused));
    expect(() => parse('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000))).toThrow(expect.objectContaining(refused));
    expect(() => parse('['.repeat(500_000))).toThrow(expect.objectContaining(refused));
  });

  it.each([
    ['half a character', [0x22, 0xc3, 0x22]],
    ['Latin-1', [0x22, 0xe4, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
  ])('that is not UTF-8 (%s) is refused', (_, bytes) => {
    expect(() => parseJsonBody(Buffer.from(bytes))).toThrow(expect.objectContaining(refused));
  });

  it('may have 2,000 keys and 2,000 elements and no more', () => {
    const object = (keys: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: keys }, (_, at) => [at, 1])));
    const array = (elements: number) => JSON.stringify(Array.from({ length: elements }, (_, at) => at));
    for (const many of [object, array]) {
      expect(() => parse(many(2_000))).not.toThrow();
      expect(() => parse(many(2_001))).toThrow(expect.objectContaining(refused));
      expect(() => parse(`{"a":${many(2_001)}}`)).toThrow(expect.objectContaining(refused));
    }
  });

  it('of a megabyte of quotes is judged at once', () => {
    const started = performance.now();
    expect(() => parse('{"a":"' + '\\"'.repeat(500_000))).toThrow(expect.objectContaining(refused));
    expect(() => parse('"'.repeat(1_000_000))).toThrow(expect.objectContaining(refused));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
