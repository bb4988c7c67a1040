import type { Instant } from '../../../platform/clock/clock.js';

/** The message a file belongs to. Opaque here: the tickets' numbers and the messages' seqs mean nothing to a file. */
export interface AttachmentOwner {
  readonly ticketNumber: number;
  readonly messageSeq: number;
}

/** An uploaded file. Until a ticket or a message names it, it is its uploader's alone. */
export interface Attachment {
  readonly id: number;
  readonly fileName: string;
  /** What the bytes are, not what the uploader said they were. */
  readonly mimeType: string;
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly uploaderId: number;
  readonly owner: AttachmentOwner | null;
  readonly createdAt: Instant;
}

const INLINE_TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'application/pdf']);

/** Raster images and PDF only: everything else could run as a page of ours. */
export function mayShowInline(mimeType: string): boolean {
  return INLINE_TYPES.has(mimeType);
}

const MAX_NAME = 255;

/** The file's own name without folders and control characters, short enough to keep. */
export function safeFileName(given: string): string {
  const base = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = base.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
  if (plain === '' || plain === '.' || plain === '..') return 'file';
  if (plain.length <= MAX_NAME) return plain;
  const extension = /\.[^.]{1,16}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, MAX_NAME - extension.length).toWellFormed() + extension;
}
