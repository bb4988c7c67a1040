import { DomainError } from '../errors/domain-error.js';
import { MALFORMED_JSON } from './http-errors.js';

/** Deeper than any request we understand; also keeps whatever walks a body from exhausting the stack. */
const MAX_DEPTH = 32;

/** More keys, or more elements of arrays, than any request we understand; checking more could hold up everybody else. */
const MAX_KEYS = 2_000;
const MAX_ELEMENTS = 2_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body strictly: UTF-8 only, no key twice in an object (of which parsers keep one silently, and not all the
 * same one), no bottomless nesting, no thousands of parts. An empty body is no body. Throws `malformed_json`.
 */
export function parseJsonBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    const text = utf8.decode(bytes);
    const keys = countWrittenKeys(text);
    const value: unknown = JSON.parse(text);
    if (countKeys(value) !== keys) throw malformed('The request body has the same key twice in one object');
    return value;
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError(MALFORMED_JSON, { cause: error });
  }
}

/**
 * How many keys the text writes, in one pass and without building anything. Throws as soon as the text is too much to
 * look at; an empty array counts as one element.
 */
function countWrittenKeys(text: string): number {
  const open: string[] = [];
  let keys = 0;
  let elements = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    switch (character) {
      case '"':
        at = endOfString(text, at);
        break;
      case '{':
      case '[':
        open.push(character);
        if (character === '[') elements++;
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ':':
        keys++;
        break;
      case ',':
        if (open.at(-1) === '[') elements++;
        break;
    }
    if (open.length > MAX_DEPTH) throw malformed('The request body is nested too deeply');
    if (keys > MAX_KEYS) throw malformed(`The request body has more than ${MAX_KEYS} keys`);
    if (elements > MAX_ELEMENTS) throw malformed(`The request body has more than ${MAX_ELEMENTS} array elements`);
  }
  return keys;
}

/** Where the string that begins at `start` ends; the end of the text when it does not. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, each) => sum + countKeys(each), own);
}

const malformed = (message: string) => new DomainError(MALFORMED_JSON, { message });
