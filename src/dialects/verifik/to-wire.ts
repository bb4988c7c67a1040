import { toIsoSeconds } from '../../platform/clock/clock.js';
import type { NumberedPage } from '../../platform/http/page.js';
import type { Attachment } from '../../modules/attachments/index.js';
import type { Message, MessageWithFiles } from '../../modules/messages/index.js';
import type { Status, Ticket } from '../../modules/tickets/index.js';
import { agentId, personId, TICKET_ID } from './ids.js';
import { paginationOf } from './paging.js';
import { categoryOf, PRIORITY, STATUS } from './vocabulary.js';
import type {
  VerifikAttachment,
  VerifikListedTicket,
  VerifikThread,
  VerifikTicket,
  VerifikTicketAnswer,
  VerifikTicketsAnswer,
} from './wire/answers.js';

/** A page of the list; `counts` are there only when somebody asked for them. */
export function listed(
  page: NumberedPage<Ticket>,
  counts: Readonly<Record<Status, number>> | null,
): VerifikTicketsAnswer {
  return {
    success: true,
    data: page.items.map(listedTicket),
    pagination: paginationOf(page),
    ...(counts && { counts: countsIn(counts) }),
  };
}

/**
 * The ticket with the public part of its thread and the files of that, whoever asks: this wire has no word for an
 * internal note.
 */
export function whole(
  ticket: Ticket,
  thread: readonly MessageWithFiles[],
  urlOf: (file: Attachment) => string,
): VerifikTicketAnswer {
  const messages = thread.filter(({ publicSeq }) => publicSeq !== null);
  const { tags, createdAt, updatedAt, ...head } = listedTicket(ticket);
  const data: VerifikTicket = {
    ...head,
    threads: messages.map(threadOf),
    attachments: messages.flatMap(({ attachments }) => attachments.map((file) => attachment(file, urlOf(file)))),
    tags,
    resolution: ticket.resolution,
    createdAt,
    updatedAt,
    resolvedAt: ticket.resolvedAt === null ? null : toIsoSeconds(ticket.resolvedAt),
  };
  return { success: true, data };
}

function listedTicket(ticket: Ticket): VerifikListedTicket {
  return {
    _id: TICKET_ID.write(ticket.number),
    title: ticket.subject,
    description: ticket.description,
    status: STATUS.say(ticket.status),
    priority: PRIORITY.say(ticket.priority),
    category: categoryOf(ticket),
    client: personId(ticket.requester),
    assignedTo: ticket.assignee && agentId(ticket.assignee),
    tags: ticket.tags,
    createdAt: toIsoSeconds(ticket.createdAt),
    updatedAt: toIsoSeconds(ticket.publicUpdatedAt),
  };
}

/** The documented third type, `system`, is never said: whatever stands in a thread of ours somebody wrote. */
function threadOf({ author, body, createdAt }: Message): VerifikThread {
  return {
    author: personId(author),
    message: body,
    timestamp: toIsoSeconds(createdAt),
    type: author.role === 'customer' ? 'user' : 'agent',
  };
}

function attachment({ fileName, size, mimeType }: Attachment, url: string): VerifikAttachment {
  return { filename: fileName, url, size, type: mimeType };
}

function countsIn({ open, pending, in_progress, resolved, closed }: Readonly<Record<Status, number>>) {
  return { open, pending, in_progress, resolved, closed };
}
