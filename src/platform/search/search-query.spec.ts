import { describe, expect, it } from '@jest/globals';
import { findAll, findAny, parseSearch } from './search-query.js';
import { searchable } from './words.js';

const finds = (query: string, text: string) => findAll(parseSearch(query)!, searchable(text)) !== null;
const marked = (query: string, text: string) =>
  findAny(parseSearch(query)!, searchable(text)).map(({ start, end }) => text.slice(start, end));

describe('a search', () => {
  it.each([
    ['words in any order', 'start van', 'The van will not start'],
    ['case and accents', 'CAFE munchen', 'Ein Café in MÜNCHEN'],
    ['accents that are typed only', 'café', 'CAFE'],
    ['letters that are spelt out', 'strasse', 'Straße'],
    ['marks that were combined', 'e\u0301te\u0301', 'été'],
    ['letters of full width', 'abc 12', 'ＡＢＣ １２'],
    ['the beginning of a word', 'batt* dead', 'Battery is dead'],
    ['the last word while it is typed', 'dead batt', 'Battery is dead'],
    ['words in a row', '"will not start"', 'The van will not, start!'],
    ['a row that is not finished', '"will not sta', 'It will not start'],
    ['an order number', 'ORD-10293847', 'Where is ord-10293847?'],
    ['its number alone', '10293847', 'Where is ORD-10293847?'],
    ['an order number without its sign', 'ORD10293847', 'Where is ORD-10293847?'],
    ['an order number with a sign too many', 'ORD-10293847', 'Where is ORD10293847?'],
    ['an e-mail address', 'ada.byron@example.com', 'From Ada.Byron@Example.com.'],
    ['its host', 'example.com', 'From Ada.Byron@Example.com.'],
    ['its name', 'byron', 'From Ada.Byron@Example.com.'],
    ['a part of it in a row', '"byron example"', 'From Ada.Byron@Example.com.'],
    ['Chinese', '电池', '我的电池坏了'],
    ['more Chinese', '电池坏', '我的电池坏了'],
    ['one character in the middle', '池', '我的电池坏了'],
    ['the last character', '了', '我的电池坏了'],
    ['Chinese in quotes', '"的电"', '我的电池坏了'],
    ['one character in quotes', '"池"', '我的电池坏了'],
    ['Chinese beside Latin', 'iPhone电池', '我的iPhone电池坏了'],
    ['Japanese', 'バッテリー', '車のバッテリーが上がった'],
    ['Korean', '배터리', '배터리가 방전되었습니다'],
    ['Cyrillic', 'батар', 'Батарея села'],
    ['a word with an apostrophe', "don't", 'It don’t start'],
    ['signs as nothing', '+van -(start) ~"', 'van start'],
  ])('finds %s', (_, query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['when a word is missing', 'van boat', 'The van'],
    ['half a word that is not the last', 'batt dead', 'Battery is dead'],
    ['a half word in quotes', '"batt"', 'Battery'],
    ['the end of a word', 'tery', 'Battery'],
    ['a row in another order', '"start not"', 'will not start'],
    ['characters that are not neighbours', '电坏', '我的电池坏了'],
    ['another number', 'ORD-10293848', 'ORD-10293847'],
  ])('does not find %s', (_, query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('needs a word', () => {
    for (const nothing of ['', ' ', '""', '"', '*', '+-*()~<>@', '… ?', '\u0301'])
      expect(parseSearch(nothing)).toBeNull();
  });

  it('is done soon with words of any length, and stores a bounded part of them', () => {
    for (const text of ['a1'.repeat(50_000), 'a-'.repeat(50_000), 'é1'.repeat(50_000), '电a'.repeat(50_000)]) {
      const { words, compounds } = searchable(text);
      expect(words).toHaveLength(100_000 / (text.includes('-') ? 2 : 1));
      expect(compounds.length).toBeLessThan(100);
    }
  });

  it('marks what was found as it was written', () => {
    expect(marked('cafe', 'Das Café, das CAFE')).toEqual(['Café', 'CAFE']);
    expect(marked('example.com', 'ada@example.com now')).toEqual(['example.com']);
    expect(marked('ord-1029', 'ORD-10293847!')).toEqual(['ORD-10293847']);
    expect(marked('电池坏', '我的电池坏了')).toEqual(['电池坏']);
    expect(marked('"not start"', 'not start, start not')).toEqual(['not start']);
  });
});
