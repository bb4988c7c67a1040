import type { Multipart, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { invalid } from '../../../platform/errors/error-codes.js';
import { UNSUPPORTED_MEDIA_TYPE } from '../../../platform/http/http-errors.js';
import type { Upload } from '../attachments.service.js';

const MAX_FIELD = 190;

const refused = (text: string) => invalid({ file: [text] });

/** A file on its way in, and what was said beside it; complete once `end` has run. */
type UploadWithFields = Upload & { readonly fields: Readonly<Record<string, string>> };

/**
 * The part named `file` of a multipart request, not yet read. It must be the only part; unless `fields` are named, which
 * may then stand before or behind it and are collected. Other text is passed over then.
 */
export async function uploadOf(
  request: FastifyRequest,
  { fields: names }: { readonly fields?: readonly string[] } = {},
): Promise<UploadWithFields> {
  if (!request.isMultipart()) throw new DomainError(UNSUPPORTED_MEDIA_TYPE);
  const parts = request.parts() as AsyncIterableIterator<Multipart, undefined>;
  const fields: Record<string, string> = {};
  /** The next part that is not one of the fields. */
  const next = async (): Promise<Multipart | undefined> => {
    for (;;) {
      const { value: part } = await parts.next().catch((error: unknown) => {
        throw refused(error instanceof Error ? error.message : 'file must be a multipart part');
      });
      if (!names || part?.type !== 'field') return part;
      if (names.includes(part.fieldname)) fields[part.fieldname] = textOf(part);
    }
  };
  const part = await next();
  if (part?.type !== 'file' || part.fieldname !== 'file') {
    throw refused(`file must be given as a multipart part of this name, and as the only ${names ? 'file' : 'one'}`);
  }
  const end = async () => {
    if (await next()) throw refused(`file must be the only multipart ${names ? 'file' : 'part'}`);
  };
  // A part may come without a name, whatever its type says.
  const { filename = '' } = part as { filename?: string };
  return { fileName: filename, claimedType: part.mimetype, bytes: part.file, end, fields };
}

function textOf({ fieldname, value }: MultipartValue): string {
  if (typeof value === 'string' && [...value].length <= MAX_FIELD) return value;
  throw invalid({ [fieldname]: [`${fieldname} must be text of at most ${MAX_FIELD} characters`] });
}
