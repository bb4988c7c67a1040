/** A word as it is searched for, and where it stands in the text it is from. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is a character without the next one: in the text a pair may begin with it. */
  readonly isHalf?: true;
}

/** Words that were written as one, from one of them to the last: `ord10293847` of ORD-10293847. */
export interface Compound {
  readonly word: string;
  readonly start: number;
  /** Where each of its words ends in `word`, and in the text. */
  readonly ends: readonly { readonly length: number; readonly end: number }[];
}

/** What a text is found by. */
export interface SearchableText {
  /** In their order, for phrases. */
  readonly words: readonly Word[];
  readonly compounds: readonly Compound[];
}

/** Letters or digits that stand together; `dense` when their script puts no blanks between words. */
interface Run extends Word {
  readonly dense: boolean;
  /** Whether it is written in one with the run before. */
  readonly joins: boolean;
}

const DENSE_SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const DENSE = `[[${DENSE_SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')}]&&[\\p{L}\\p{M}\\p{N}]]`;
/** One alternative each: dense letters, other letters, digits. */
const RUNS = new RegExp(`(${DENSE}+)|([\\p{L}--${DENSE}][[\\p{L}\\p{M}]--${DENSE}]*)|([\\p{N}--${DENSE}]+)`, 'gv');
/** The same for text in which there is nothing but ASCII, as most of it: found several times as fast. */
const ASCII_RUNS = /[A-Za-z]+|[0-9]+/g;
const ASCII = /^[\0-\x7f]*$/;
/** A sign between two runs that makes one of them, as in e-mail addresses, order numbers and "don't". */
const JOINER = /^[-_.@+/'’]?$/;

/** Accents of Latin, Greek and Cyrillic, vowel signs of Hebrew and Arabic; not the vowels of other scripts. */
const ACCENTS = new RegExp(
  `[${['0300-\\u036f', '0591-\\u05c7', '064b-\\u065f', '0670', '1ab0-\\u1aff', '1dc0-\\u1dff', '20d0-\\u20ff']
    .map((span) => `\\u${span}`)
    .join('')}]`,
  'gu',
);
const SPELT_OUT: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Words longer than this, as they are stored, are cut; an engine may leave out long ones. */
const LONGEST = 60;

/** Of what is written in one from so many of its words on: nobody looks for the middle of a key or of a file in Base64. */
const BEGINNINGS = 24;

/**
 * The words of a text. They are the same whatever the engine, for engines do not agree on what a word is: without case
 * and accents, split where letters meet digits; scripts without blanks give each pair of neighbours, and the last
 * character once more by itself. What was written as one word is there as one too.
 */
export function searchable(text: string): SearchableText {
  const words: Word[] = [];
  const compounds: Compound[] = [];
  for (const chain of chainsIn(text)) {
    for (const run of chain) words.push(...(run.dense ? pairsOf(run, text) : [stored(run)]));
    compounds.push(...chain.slice(0, Math.min(chain.length - 1, BEGINNINGS)).map((_, index) => compound(chain, index)));
  }
  return { words, compounds };
}

/** What a person typed between two blanks, as the words that must be found. */
export function typed(text: string): readonly { readonly words: readonly string[]; readonly beginsWith: boolean }[] {
  return chainsIn(text).map((chain) => {
    const [first] = chain;
    if (chain.length > 1) return { words: [compound(chain).word], beginsWith: true };
    if (!first!.dense) return { words: [stored(first!).word], beginsWith: false };
    return inRow(pairsOf(first!, text));
  });
}

/** Words as they must stand in a row. The half pair at the end is in the pair before, or the beginning of one. */
export function inRow(words: readonly Word[]): { readonly words: readonly string[]; readonly beginsWith: boolean } {
  const [before, last] = [words.at(-2), words.at(-1)];
  const isTold = last?.isHalf === true && before?.end === last.end;
  return {
    words: (isTold ? words.slice(0, -1) : words).map(({ word }) => word),
    beginsWith: last?.isHalf === true && !isTold,
  };
}

/** Runs that are written in one; dense ones stand alone. */
function chainsIn(text: string): readonly (readonly Run[])[] {
  const chains: Run[][] = [];
  let before: Run | undefined;
  const isAscii = ASCII.test(text);
  for (const match of text.matchAll(isAscii ? ASCII_RUNS : RUNS)) {
    const [found] = match;
    const dense = isAscii ? undefined : match[1];
    const start = match.index;
    const joins =
      before !== undefined && !before.dense && dense === undefined && JOINER.test(text.slice(before.end, start));
    const run = { word: fold(found), start, end: start + found.length, dense: dense !== undefined, joins };
    if (run.word === '') continue;
    if (joins) chains.at(-1)!.push(run);
    else chains.push([run]);
    before = run;
  }
  return chains;
}

function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();
  return plain.replace(/[ßæœøłđı]/g, (letter) => SPELT_OUT[letter]!).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function stored({ word, start, end }: Word): Word {
  return { word: inAscii(word), start, end };
}

/** From one word of a chain on, as far as it is stored. */
function compound(chain: readonly Run[], first = 0): Compound {
  const ends: { length: number; end: number }[] = [];
  let word = '';
  for (let index = first; index < chain.length && word.length < LONGEST; index++) {
    const { word: next, end } = chain[index]!;
    word = (word + inAscii(next)).slice(0, LONGEST);
    ends.push({ length: word.length, end });
  }
  return { word, start: chain[first]!.start, ends };
}

function pairsOf({ start, end }: Run, text: string): readonly Word[] {
  const characters: Word[] = [];
  let at = start;
  for (const character of text.slice(start, end)) {
    characters.push({ word: fold(character), start: at, end: at + character.length });
    at += character.length;
  }
  return characters.map((one, index) => {
    const next = characters[index + 1];
    if (!next) return { word: inAscii(one.word), start: one.start, end: one.end, isHalf: true };
    return { word: inAscii(one.word + next.word), start: one.start, end: next.end };
  });
}

const PLAIN = /^[a-z0-9]*$/;

/** Engines do not agree on which letters of the world are letters either, so what is not a-z is spelt in signs that are. */
function inAscii(word: string): string {
  if (PLAIN.test(word)) return word.slice(0, LONGEST);
  let ascii = '';
  for (const letter of word) {
    const next = /^[a-z0-9]$/.test(letter) ? letter : `_${letter.codePointAt(0)!.toString(36).padStart(4, '0')}`;
    if (ascii.length + next.length > LONGEST) break;
    ascii += next;
  }
  return ascii;
}
