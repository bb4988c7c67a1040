import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { invalid } from '../../../platform/errors/error-codes.js';
import { UNSUPPORTED_MEDIA_TYPE } from '../../../platform/http/http-errors.js';
import type { Upload } from '../attachments.service.js';

const refused = (text: string) => invalid({ file: [text] });

/** The part named `file` of a multipart request, not yet read. It must be the only part. */
export async function uploadOf(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new DomainError(UNSUPPORTED_MEDIA_TYPE);
  const parts = request.parts() as AsyncIterableIterator<Multipart, undefined>;
  const next = () =>
    parts.next().catch((error: unknown) => {
      throw refused(error instanceof Error ? error.message : 'file must be a multipart part');
    });
  const { value: part } = await next();
  if (part?.type !== 'file' || part.fieldname !== 'file') {
    throw refused('file must be given as a multipart part of this name, and as the only one');
  }
  const end = async () => {
    if ((await next()).done !== true) throw refused('file must be the only multipart part');
  };
  // A part may come without a name, whatever its type says.
  const { filename = '' } = part as { filename?: string };
  return { fileName: filename, claimedType: part.mimetype, bytes: part.file, end };
}
