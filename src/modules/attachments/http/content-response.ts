import type { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import parseRange from 'range-parser';
import { matchesAny } from '../../../platform/http/etag.js';
import type { ByteRange } from '../../../platform/storage/blob-store.js';
import { mayShowInline, type StoredAttachment } from '../domain/attachment.js';

interface Content {
  readonly attachment: StoredAttachment;
  readonly read: (range?: ByteRange) => Promise<Readable>;
  readonly inline: boolean;
}

const SANDBOX = "sandbox; default-src 'none'";
/** Browsers' own PDF viewers do not start in a sandbox, and bring styles and a plugin; a PDF's scripts stay inside. */
const PDF_VIEWER = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'";

/** Sends the bytes so that no browser takes them for a page of ours: type fixed, sandboxed, saved unless harmless. */
export async function sendContent(content: Content, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { attachment, read, inline } = content;
  const etag = `"${attachment.sha256}"`;
  const type = inline && mayShowInline(attachment.mimeType) ? 'inline' : 'attachment';
  // Pages of the tenant's own origin show these; who may see them is said by the token or the signature.
  if (type === 'inline') reply.removeHeader('x-frame-options');
  reply
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('etag', etag)
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'private, max-age=300')
    .header('x-content-type-options', 'nosniff')
    .header(
      'content-security-policy',
      type === 'inline' && attachment.mimeType === 'application/pdf' ? PDF_VIEWER : SANDBOX,
    )
    .header('content-disposition', contentDisposition(attachment.fileName, { type }))
    .type(attachment.mimeType);
  if (matchesAny(request.headers['if-none-match'], attachment.sha256)) {
    await reply.status(304).send();
    return;
  }
  const range = rangeOf(request, etag, attachment.size);
  if (range === 'unsatisfiable') {
    await reply.status(416).header('content-range', `bytes */${attachment.size}`).send();
    return;
  }
  const { start, end } = range ?? { start: 0, end: attachment.size - 1 };
  const bytes = await read(range ?? undefined);
  reply.header('content-length', end - start + 1);
  if (range) reply.status(206).header('content-range', `bytes ${start}-${end}/${attachment.size}`);
  await reply.send(bytes);
}

/** The one span asked for; null for everything, also when several spans are asked for at once. */
function rangeOf(request: FastifyRequest, etag: string, size: number): ByteRange | 'unsatisfiable' | null {
  const { range, 'if-range': ifRange } = request.headers;
  if (range === undefined || (ifRange !== undefined && ifRange !== etag)) return null;
  // The parser takes a tail longer than the file for one that is not there; it is the whole file.
  if (Number(/^bytes=-(\d+)$/.exec(range)?.[1]) >= size) return { start: 0, end: size - 1 };
  const spans = parseRange(size, range);
  if (spans === -1) return 'unsatisfiable';
  if (spans === -2 || spans.type !== 'bytes' || spans.length !== 1) return null;
  return spans[0] ?? null;
}
