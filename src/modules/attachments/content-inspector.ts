import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PAYLOAD_TOO_LARGE } from '../../platform/http/http-errors.js';

const HEAD_BYTES = 4_100;

/** Text formats whose name we keep when the uploader says it; anything else that is text is plain text. */
const TEXT_TYPES = new Set(['text/plain', 'text/csv', 'text/markdown', 'application/json']);

/** Measures, hashes and bounds a file while its bytes pass through, and keeps its beginning to tell what it is. */
export class ContentInspector extends Transform {
  size = 0;
  private readonly hash = createHash('sha256');
  private readonly head: Buffer[] = [];
  private headSize = 0;

  constructor(private readonly maxBytes: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    if (this.size > this.maxBytes) {
      done(new DomainError(PAYLOAD_TOO_LARGE, { message: `A file may have at most ${this.maxBytes} bytes` }));
      return;
    }
    this.hash.update(chunk);
    if (this.headSize < HEAD_BYTES) {
      this.head.push(chunk.subarray(0, HEAD_BYTES - this.headSize));
      this.headSize += chunk.length;
    }
    done(null, chunk);
  }

  /** Once, after the last byte. */
  sha256(): string {
    return this.hash.digest('hex');
  }

  /** The type by the content; `claimed` only chooses among harmless text formats. */
  async mimeType(claimed: string): Promise<string> {
    const head = Buffer.concat(this.head);
    const found = await fileTypeFromBuffer(head);
    if (found) return found.mime;
    if (!isText(head)) return 'application/octet-stream';
    const plain = claimed.split(';')[0]?.trim().toLowerCase() ?? '';
    return TEXT_TYPES.has(plain) ? plain : 'text/plain';
  }
}

function isText(head: Buffer): boolean {
  if (head.includes(0)) return false;
  try {
    // The end may be cut inside a character, which `stream` forgives.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
