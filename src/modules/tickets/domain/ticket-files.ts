import { invalid } from '../../../platform/errors/error-codes.js';
import type { GivenFiles } from '../../attachments/index.js';
import { LIMITS } from './ticket.js';

/** A message may have so many files, wherever they are kept. Throws `validation_failed`. */
export function requireFewFiles({ attachmentIds = [], links = [] }: GivenFiles): void {
  if (attachmentIds.length + links.length <= LIMITS.attachments) return;
  const field = links.length > 0 ? 'links' : 'attachment_ids';
  throw invalid({ [field]: [`${field} must not make more than ${LIMITS.attachments} files in all`] });
}
