import type { GivenFiles } from '../../modules/attachments/index.js';
import { fileLinkTo } from '../../modules/attachments/index.js';
import type { Category } from '../../modules/categories/index.js';
import type { NewMessage } from '../../modules/messages/index.js';
import type { NewTicket, TicketFilter } from '../../modules/tickets/index.js';
import { type CategoryWord, categoryFor, PRIORITY, STATUS, wordOf } from './vocabulary.js';
import type {
  DaakeyClientListQuery,
  DaakeyDashboardListQuery,
  DaakeyNewDashboardMessage,
  DaakeyNewTicket,
} from './wire/requests.js';

/** Which upload of ours a URL names; null for a file that is kept elsewhere. */
type IdOfUrl = (url: string) => number | null;

export const BOOKING = 'booking';

export function newTicketOf(body: DaakeyNewTicket, idOfUrl: IdOfUrl): NewTicket {
  const { subject, message, category, priority, booking_id: bookingId, attachments } = body;
  return {
    subject,
    description: message,
    category: categoryFor(category),
    priority: PRIORITY.read(priority ?? 'normal'),
    ...(typeof bookingId === 'number' && { linkedResource: { type: BOOKING, externalId: String(bookingId) } }),
    ...filesOf(attachments, idOfUrl),
  };
}

export function newMessageOf(body: DaakeyNewDashboardMessage, idOfUrl: IdOfUrl): NewMessage {
  const { message, attachments, internal } = body;
  return { body: message, visibility: internal ? 'internal' : 'public', ...filesOf(attachments, idOfUrl) };
}

export function clientFilterOf({ status }: DaakeyClientListQuery): TicketFilter {
  return status ? { statuses: STATUS.matching(status) } : {};
}

export function dashboardFilterOf(query: DaakeyDashboardListQuery, categories: readonly Category[]): TicketFilter {
  const { status, priority, category, assigned_to: assignedTo } = query;
  return {
    ...(status && { statuses: STATUS.matching(status) }),
    ...(priority && { priorities: PRIORITY.matching(priority) }),
    ...(category && { categoryIds: idsOf(category, categories) }),
    ...(typeof assignedTo === 'number' && { assigneeIds: [assignedTo] }),
  };
}

/** All of the tenant's categories that are this word here: a filter finds whatever is printed with it. */
function idsOf(word: CategoryWord, categories: readonly Category[]): readonly number[] {
  return categories.filter((category) => wordOf(category) === word).map(({ id }) => id);
}

/** An upload that is named twice is one file. */
function filesOf(urls: readonly string[] | null | undefined, idOfUrl: IdOfUrl): GivenFiles {
  const files = (urls ?? []).map((url) => ({ url, id: idOfUrl(url) }));
  return {
    attachmentIds: [...new Set(files.flatMap(({ id }) => id ?? []))],
    links: files.flatMap(({ id, url }) => (id === null ? [fileLinkTo(url)] : [])),
  };
}
