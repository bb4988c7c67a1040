import { invalid } from '../../platform/errors/error-codes.js';
import type { NewMessage } from '../../modules/messages/index.js';
import type { NewTicket, TicketFilter } from '../../modules/tickets/index.js';
import { CATEGORY_ID, FILE_ID } from './ids.js';
import { PRIORITY, STATUS } from './vocabulary.js';
import type { QuootaListQuery, QuootaNewMessage, QuootaNewTicket } from './wire/requests.js';

/** Throws `validation_failed` for ids that cannot be one. */
export function newTicketOf({ subject, description, categoryId, priority, attachments }: QuootaNewTicket): NewTicket {
  return {
    subject,
    description,
    category: { id: requireNumber(CATEGORY_ID.read(categoryId), 'categoryId') },
    priority: PRIORITY.read(priority ?? 'Medium'),
    attachmentIds: fileIdsOf(attachments),
  };
}

export function newMessageOf({ message, attachments }: QuootaNewMessage): NewMessage {
  return { body: message, visibility: 'public', attachmentIds: fileIdsOf(attachments) };
}

/** The caller's own tickets; a word that no ticket is said with finds none. */
export function filterOf({ status, priority }: QuootaListQuery, requesterId: number): TicketFilter {
  return {
    requesterIds: [requesterId],
    ...(status && { statuses: STATUS.matching(status) }),
    ...(priority && { priorities: PRIORITY.matching(priority) }),
  };
}

function fileIdsOf(ids: readonly string[] | null | undefined): readonly number[] {
  return (ids ?? []).map((id) => requireNumber(FILE_ID.read(id), 'attachments'));
}

function requireNumber(number: number | null, field: string): number {
  if (number === null) throw invalid({ [field]: [`${field} names nothing`] });
  return number;
}
