import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { invalid } from '../../../platform/errors/error-codes.js';
import { UNSUPPORTED_MEDIA_TYPE } from '../../../platform/http/http-errors.js';
import type { Upload } from '../attachments.service.js';

/** The part named `file` of a multipart request, not yet read. */
export async function uploadOf(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new DomainError(UNSUPPORTED_MEDIA_TYPE);
  const part = await request.file().catch((error: unknown) => {
    throw invalid({ file: [error instanceof Error ? error.message : 'file must be a multipart part'] });
  });
  if (part?.fieldname !== 'file') throw invalid({ file: ['file must be given as a multipart part of this name'] });
  // A part may come without a name, whatever its type says.
  const { filename = '' } = part as { filename?: string };
  return { fileName: filename, claimedType: part.mimetype, bytes: part.file };
}
