import type { SearchItem } from './search-query.js';
import { type SearchableText, searchable } from './words.js';

/** Which of a tenant's words one is: of a subject, of what everybody may read, or of what is for staff only. */
export type WordKind = 's' | 'p' | 'i';

/**
 * Neighbouring numbers of tickets share their words in the full-text index, twice: in short lists for common words, and in
 * long ones for words that are so rare that there would be a short list for each place where they are not.
 */
export type Unit = 'stretch' | 'block';

/** So many numbers are in one. */
export const SIZE: Readonly<Record<Unit, number>> = { stretch: 1_024, block: 32_768 };

/** In an index that knows no upper case the kinds of blocks need letters of their own. */
const LETTERS: Readonly<Record<Unit, Readonly<Record<WordKind, string>>>> = {
  stretch: { s: 's', p: 'p', i: 'i' },
  block: { s: 't', p: 'q', i: 'j' },
};
/** Of different lengths: words in a row are looked for among those of stretches, where none is left out. */
const DIGITS: Readonly<Record<Unit, number>> = { stretch: 5, block: 4 };

/** Which one a number is in. */
export function unitOf(unit: Unit, number: number): number {
  return Math.floor(number / SIZE[unit]);
}

/**
 * How a word is stored: with its tenant, its kind and its stretch or block before it. Thus the index has lists for each
 * tenant, and common words can be looked for bit by bit, the newest first; a question can only reach the tenant and the
 * kinds that it names; and no word is so short or so common that a server would leave it out.
 */
export function storedWord(tenantId: number, kind: WordKind, place: { unit: Unit; at: number }, word: string): string {
  return `${prefixOf(tenantId, kind, place)}${word}`;
}

function prefixOf(tenantId: number, kind: WordKind, { unit, at }: { unit: Unit; at: number }): string {
  return `${tenantId}${LETTERS[unit][kind]}${at.toString(36).padStart(DIGITS[unit], '0')}_`;
}

/** The words of a ticket's first message and its subject, for the index. */
export function storedOpening(tenantId: number, number: number, subject: string, description: string): string {
  const [title, body] = [searchable(subject), searchable(description)];
  const all = [inOrder(title), inOrder(body), compoundsOf(title), compoundsOf(body)];
  return storedText([
    ...written(tenantId, 'p', number, all),
    ...written(tenantId, 's', number, [inOrder(title), compoundsOf(title)]),
  ]);
}

/** The words of another message, for the index. */
export function storedMessage(tenantId: number, number: number, body: string, isInternal: boolean): string {
  const text = searchable(body);
  return storedText(written(tenantId, isInternal ? 'i' : 'p', number, [inOrder(text), compoundsOf(text)]));
}

/** A pattern that stored text with this in it is LIKE, `!` escaping; whatever the stretch, of any kind or of one. */
export function patternOf(tenantId: number, { words, beginsWith }: SearchItem, kind?: WordKind): string {
  const prefix = prefixOf(tenantId, kind ?? 'p', { unit: 'stretch', at: 0 });
  const anywhere = '_'.repeat(prefix.length - 1);
  const before = kind === undefined ? anywhere : ` ${tenantId}${kind}${'_'.repeat(DIGITS.stretch)}`;
  const escaped = words.map((word) => `!_${word.replaceAll('_', '!_')}`);
  return `%${kind === undefined ? '' : before}${escaped.join(` ${anywhere}`)}${beginsWith ? '%' : ' %'}`;
}

function storedText(parts: readonly string[]): string {
  return ` ${parts.filter((part) => part !== '').join(' | ')} `;
}

/** In their order and with their stretch; then each once with its block. */
function written(tenantId: number, kind: WordKind, number: number, rows: readonly (readonly string[])[]): string[] {
  const prefixed = (unit: Unit, words: readonly string[]) => {
    const prefix = prefixOf(tenantId, kind, { unit, at: unitOf(unit, number) });
    return words.map((word) => prefix + word).join(' ');
  };
  return [...rows.map((words) => prefixed('stretch', words)), prefixed('block', [...new Set(rows.flat())])];
}

function inOrder({ words }: SearchableText): readonly string[] {
  return words.map(({ word }) => word);
}

function compoundsOf({ compounds }: SearchableText): readonly string[] {
  return [...new Set(compounds.map(({ word }) => word))];
}
