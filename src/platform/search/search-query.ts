import { inRow, type SearchableText, searchable, typed } from './words.js';

/** Words that must stand one after the other; the last may be the beginning of one. */
export interface SearchItem {
  readonly words: readonly string[];
  readonly beginsWith: boolean;
}

/** Everything that a text must have to be found. */
export type SearchQuery = readonly SearchItem[];

/** Where something was found. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const MOST_ITEMS = 12;

/**
 * What a person searches for: words, `begin*`, and "words in a row"; the last word may be half typed. Every other sign
 * only parts words. Null when there is no word; words beyond the twelfth do not matter.
 */
export function parseSearch(text: string): SearchQuery | null {
  const items: SearchItem[] = [];
  for (const [, quoted, closing, bare] of text.matchAll(/"([^"]*)("|$)|([^\s"]+)/gu)) {
    if (quoted !== undefined) items.push(...phraseOf(quoted, closing !== ''));
    else if (bare !== undefined) items.push(...wordsOf(bare));
  }
  const isTyping = !/["*\s]$/u.test(text);
  const last = items.at(-1);
  if (last && isTyping && last.words.length === 1) items[items.length - 1] = { ...last, beginsWith: true };
  return items.length === 0 ? null : items.slice(0, MOST_ITEMS);
}

function phraseOf(text: string, isClosed: boolean): readonly SearchItem[] {
  const { words, beginsWith } = inRow(searchable(text).words);
  return words.length === 0 ? [] : [{ words, beginsWith: beginsWith || !isClosed }];
}

function wordsOf(text: string): readonly SearchItem[] {
  const items = typed(text);
  if (!text.endsWith('*')) return items;
  return items.map((item, index) => (index === items.length - 1 ? { ...item, beginsWith: true } : item));
}

/** Where in a text each item of a query was found; null when one was not. */
export function findAll(query: SearchQuery, text: SearchableText): readonly Range[] | null {
  const found = query.map((item) => find(item, text));
  return found.some((ranges) => ranges.length === 0) ? null : found.flat();
}

/** Where in a text anything of a query was found, in its order and without overlap. */
export function findAny(query: SearchQuery, text: SearchableText): readonly Range[] {
  const ranges = query.flatMap((item) => find(item, text)).sort((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

function find({ words: wanted, beginsWith }: SearchItem, { words, compounds }: SearchableText): readonly Range[] {
  const fits = (word: string | undefined, index: number) =>
    index === wanted.length - 1 && beginsWith ? word?.startsWith(wanted[index]!) === true : word === wanted[index];
  const rows = words.flatMap(({ start }, at) =>
    wanted.every((_, index) => fits(words[at + index]?.word, index))
      ? [{ start, end: words[at + wanted.length - 1]!.end }]
      : [],
  );
  if (wanted.length > 1) return rows;
  const asOne = compounds.flatMap(({ word, start, ends }) => {
    const whole = ends.find(({ length }) => length >= wanted[0]!.length);
    return fits(word, 0) && whole ? [{ start, end: whole.end }] : [];
  });
  return [...rows, ...asOne];
}
