import { findAny, type Range, type SearchQuery } from './search-query.js';
import { searchable } from './words.js';

/** A piece of a text as it was written, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly match: boolean;
}

const BEFORE = 60;
const LENGTH = 240;

/** A text in pieces. */
export function highlighted(query: SearchQuery, text: string): readonly Piece[] {
  return piecesOf(text, findAny(query, searchable(text)), 0, text.length);
}

/** The part of a text where the first of it was found, in pieces; null when nothing was. */
export function excerpt(query: SearchQuery, text: string): readonly Piece[] | null {
  const found = findAny(query, searchable(text));
  const [first] = found;
  if (!first) return null;
  const start = wholeCharacter(text, Math.max(0, first.start - BEFORE));
  const end = wholeCharacter(text, Math.min(text.length, Math.max(start + LENGTH, first.end)));
  const pieces = piecesOf(text, found, start, end);
  const gap = { text: '…', match: false };
  return [...(start > 0 ? [gap] : []), ...pieces, ...(end < text.length ? [gap] : [])];
}

function piecesOf(text: string, found: readonly Range[], from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  const add = (end: number, match: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), match });
    at = Math.max(at, end);
  };
  for (const range of found) {
    if (range.start >= to || range.end <= from) continue;
    add(Math.max(range.start, from), false);
    add(Math.min(range.end, to), true);
  }
  add(to, false);
  return pieces;
}

/** Not in the middle of a character that takes two places. */
function wholeCharacter(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index + 1 : index;
}
