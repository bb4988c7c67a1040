import { DomainError } from '../errors/domain-error.js';
import { MALFORMED_JSON } from './http-errors.js';

/** Deeper than any request we understand; also keeps whatever walks a body from exhausting the stack. */
const MAX_DEPTH = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body strictly: UTF-8 only, no key twice in an object (of which parsers keep one silently, and not all the
 * same one), no bottomless nesting. An empty body is no body. Throws `malformed_json`.
 */
export function parseJsonBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    const text = utf8.decode(bytes);
    const { keys, depth } = outlineOf(text);
    if (depth > MAX_DEPTH) throw new DomainError(MALFORMED_JSON, { message: 'The request body is nested too deeply' });
    const value: unknown = JSON.parse(text);
    if (countKeys(value) !== keys) {
      throw new DomainError(MALFORMED_JSON, { message: 'The request body has the same key twice in one object' });
    }
    return value;
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError(MALFORMED_JSON, { cause: error });
  }
}

/** How many keys the text writes and how deep it nests, in one pass and without building anything. */
function outlineOf(text: string): { readonly keys: number; readonly depth: number } {
  let keys = 0;
  let open = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '"':
        at = endOfString(text, at);
        break;
      case '{':
      case '[':
        depth = Math.max(depth, ++open);
        break;
      case '}':
      case ']':
        open--;
        break;
      case ':':
        keys++;
        break;
    }
  }
  return { keys, depth };
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
