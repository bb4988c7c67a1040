import { DomainError } from '../../platform/errors/domain-error.js';
import { FORBIDDEN } from '../../platform/errors/error-codes.js';
import { fileLinkTo, type GivenFiles } from '../../modules/attachments/index.js';
import type { Category } from '../../modules/categories/index.js';
import type { NewMessage } from '../../modules/messages/index.js';
import type { Amendment, NewTicket, TicketEdit, TicketFilter } from '../../modules/tickets/index.js';
import { categoriesSaid, PRIORITY, STATUS, wordFor } from './vocabulary.js';
import type { VerifikChanges, VerifikListQuery, VerifikNewThread, VerifikNewTicket } from './wire/requests.js';

/** Which of our uploads a URL names; null for any other address. */
type UploadAt = (url: string) => number | null;

/** `categories` are those that new tickets may have. What none of them is called by stays as the ticket's own word. */
export function newTicketOf(body: VerifikNewTicket, categories: readonly Category[], uploadAt: UploadAt): NewTicket {
  const known = categories.find((category) => wordFor(category) === body.category);
  return {
    subject: body.title,
    description: body.description,
    priority: PRIORITY.read(body.priority),
    category: known ? { id: known.id } : { label: body.category },
    tags: body.tags ?? [],
    ...filesOf(body, uploadAt),
  };
}

export function newMessageOf(body: VerifikNewThread, uploadAt: UploadAt): NewMessage {
  return { body: body.message, visibility: 'public', ...filesOf(body, uploadAt) };
}

/** `categories` are all there are, archived ones too: old tickets still have them. */
export function filterOf(
  { status, priority, category }: VerifikListQuery,
  categories: readonly Category[],
): TicketFilter {
  return {
    ...(status && { statuses: STATUS.matching(status) }),
    ...(priority && { priorities: PRIORITY.matching(priority) }),
    ...(category && { categoryIds: categoriesSaid(category, categories).map(({ id }) => id) }),
  };
}

/** What a client changes. Throws `forbidden` when the body also has what is for agents to change. */
export function amendmentOf(changes: VerifikChanges): Amendment {
  const { title, description, tags, ...forAgents } = changes;
  if (Object.values(forAgents).some((value) => value !== undefined)) throw new DomainError(FORBIDDEN);
  return {
    ...(title !== undefined && { subject: title }),
    description,
    ...(tags !== undefined && { tags: tags ?? [] }),
  };
}

/** What an agent changes; whom the body assigns and which category it means was looked up. */
export function editOf(
  { title, description, tags, priority, status, resolution }: VerifikChanges,
  found: Pick<TicketEdit, 'categoryId' | 'assigneeId'>,
): TicketEdit {
  return {
    ...found,
    subject: title,
    description,
    tags: tags === null ? [] : tags,
    priority: priority && PRIORITY.read(priority),
    status,
    // A form without a text has none.
    resolution: resolution === '' ? null : resolution,
  };
}

function filesOf({ attachments }: Pick<VerifikNewThread, 'attachments'>, uploadAt: UploadAt): GivenFiles {
  const files = (attachments ?? []).map((file) => ({ ...file, upload: uploadAt(file.url) }));
  return {
    attachmentIds: files.flatMap(({ upload }) => upload ?? []),
    links: files.flatMap(({ upload, url, filename, size, type }) =>
      upload === null ? [fileLinkTo(url, { fileName: filename, size: size ?? null, mimeType: type ?? undefined })] : [],
    ),
  };
}
