import type { SearchItem } from './search-query.js';
import { type SearchableText, searchable } from './words.js';

/** So many neighbouring numbers of tickets share their words in the full-text index. */
const STRETCH = 1_024;

/** Which of a tenant's words one is: of a subject, of what everybody may read, or of what is for staff only. */
export type WordKind = 's' | 'p' | 'i';

export function stretchOf(number: number): number {
  return Math.floor(number / STRETCH);
}

/** The first number of a stretch. */
export function startOf(stretch: number): number {
  return stretch * STRETCH;
}

/**
 * How a word is stored: with its tenant, its kind and its stretch before it. Thus the index has a list for each tenant
 * and stretch of tickets, and common words can be looked for bit by bit, the newest first; a question can only reach
 * the tenant and the kinds that it names; and no word is so short or so common that a server would leave it out.
 */
export function storedWord(tenantId: number, kind: WordKind, stretch: number, word: string): string {
  return `${prefixOf(tenantId, kind, stretch)}${word}`;
}

function prefixOf(tenantId: number, kind: WordKind, stretch: number): string {
  return `${tenantId}${kind}${stretch.toString(36).padStart(5, '0')}_`;
}

/** The words of a ticket's first message and its subject, for the index. */
export function storedOpening(tenantId: number, number: number, subject: string, description: string): string {
  const [title, body] = [searchable(subject), searchable(description)];
  return storedText([
    ...[inOrder(title), inOrder(body), compoundsOf(title), compoundsOf(body)].map((words) =>
      written(tenantId, 'p', number, words),
    ),
    written(tenantId, 's', number, [...inOrder(title), ...compoundsOf(title)]),
  ]);
}

/** The words of another message, for the index. */
export function storedMessage(tenantId: number, number: number, body: string, isInternal: boolean): string {
  const text = searchable(body);
  const parts = [inOrder(text), compoundsOf(text)];
  return storedText(parts.map((words) => written(tenantId, isInternal ? 'i' : 'p', number, words)));
}

/** A pattern that stored text with this in it is LIKE, `!` escaping; whatever the stretch. */
export function patternOf(tenantId: number, { words, beginsWith }: SearchItem): string {
  const before = '_'.repeat(prefixOf(tenantId, 'p', 0).length - 1);
  const escaped = words.map((word) => `!_${word.replaceAll('_', '!_')}`);
  return `%${escaped.join(` ${before}`)}${beginsWith ? '%' : ' %'}`;
}

function storedText(parts: readonly string[]): string {
  return ` ${parts.filter((part) => part !== '').join(' | ')} `;
}

function written(tenantId: number, kind: WordKind, number: number, words: readonly string[]): string {
  const prefix = prefixOf(tenantId, kind, stretchOf(number));
  return words.map((word) => prefix + word).join(' ');
}

function inOrder({ words }: SearchableText): readonly string[] {
  return words.map(({ word }) => word);
}

function compoundsOf({ compounds }: SearchableText): readonly string[] {
  return [...new Set(compounds.map(({ word }) => word))];
}
