import { expect, it } from '@jest/globals';
import { csvLine } from './csv.js';

it.each([
  ['plain', 'plain'],
  ['', ''],
  ['a, b', '"a, b"'],
  ['She said "no"', '"She said ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['ümläut 🚐', 'ümläut 🚐'],
  ['a=b', 'a=b'],
  ['=1+1', "'=1+1"],
  ['+49 30 1234', "'+49 30 1234"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tTab', "'\tTab"],
  ['\rReturn', '"\'\rReturn"'],
  ['  =HYPERLINK("http://x")', '"\'  =HYPERLINK(""http://x"")"'],
  ['＝1+1', "'＝1+1"],
  ["'already", "'already"],
])('%j is the cell %j', (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`);
});

it('a line has its cells in order', () => {
  expect(csvLine(['a', '', 'b,c'])).toBe('a,,"b,c"\r\n');
});
