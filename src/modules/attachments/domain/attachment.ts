import type { Instant } from '../../../platform/clock/clock.js';

/** The message a file belongs to. Opaque here: the tickets' numbers and the messages' seqs mean nothing to a file. */
export interface AttachmentOwner {
  readonly ticketNumber: number;
  readonly messageSeq: number;
}

interface AttachmentBase {
  readonly id: number;
  readonly fileName: string;
  readonly mimeType: string;
  readonly uploaderId: number;
  readonly owner: AttachmentOwner | null;
  readonly createdAt: Instant;
}

/**
 * An uploaded file, its bytes here. Until a ticket or a message names it, it is its uploader's alone. Its type is what
 * the bytes are, not what the uploader said they were.
 */
export interface StoredAttachment extends AttachmentBase {
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly externalUrl: null;
}

/** A file that is kept elsewhere (`FileLink`): all but its address is what somebody claimed. It has a message from the start. */
export interface LinkedAttachment extends AttachmentBase {
  readonly size: number | null;
  readonly sha256: null;
  readonly storageKey: null;
  readonly externalUrl: string;
}

export type Attachment = StoredAttachment | LinkedAttachment;

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
