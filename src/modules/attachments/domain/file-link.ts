import { safeFileName } from './attachment.js';

/** A file that is kept elsewhere: the desk knows its address, shows it, and never fetches it. */
export interface FileLink {
  readonly url: string;
  readonly fileName: string;
  readonly mimeType: string;
  /** Bytes, as somebody claimed; null when nobody did. */
  readonly size: number | null;
}

/** The files that a new message is to have: uploads of its author by their ids, and links. */
export interface GivenFiles {
  readonly attachmentIds?: readonly number[];
  readonly links?: readonly FileLink[];
}

const MAX_URL = 2_000;
const MAX_TYPE = 127;
const UNKNOWN_TYPE = 'application/octet-stream';

/** An authority without `@`: no credentials. */
const ABSOLUTE = /^https?:\/\/[^/?#@]+(?:[/?#]|$)/i;
/** What one program reads in another way than the next. */
const AMBIGUOUS = /[\\\s\p{Cc}\p{Cf}]/u;
const TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;[\x20-\x7e]*)?$/;

/** Whether a file may be linked by this address: absolute, http or https, without credentials, not too long. */
export function isLinkable(url: string): boolean {
  return url.length <= MAX_URL && url.isWellFormed() && ABSOLUTE.test(url) && !AMBIGUOUS.test(url) && URL.canParse(url);
}

/** The link to a URL. What is not told, or cannot be, is what the URL says and what is safe to suppose. */
export function fileLinkTo(url: string, told: Partial<Omit<FileLink, 'url'>> = {}): FileLink {
  const { fileName = nameIn(url), mimeType = UNKNOWN_TYPE, size = null } = told;
  return {
    url,
    fileName: safeFileName(fileName),
    mimeType: mimeType.length <= MAX_TYPE && TYPE.test(mimeType) ? mimeType : UNKNOWN_TYPE,
    size: Number.isSafeInteger(size) && Number(size) >= 0 ? size : null,
  };
}

/** The last part of the URL's path, which may be nothing. */
function nameIn(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const last = path.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
