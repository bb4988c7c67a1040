import { toIsoSeconds } from '../../platform/clock/clock.js';
import type { Attachment } from '../../modules/attachments/index.js';
import type { Category } from '../../modules/categories/index.js';
import type { Message } from '../../modules/messages/index.js';
import type { Ticket } from '../../modules/tickets/index.js';
import { agentId, CATEGORY_ID, FILE_ID, MESSAGE_ID, personId, TICKET_ID } from './ids.js';
import { PRIORITY, STATUS } from './vocabulary.js';
import type {
  QuootaAddedMessage,
  QuootaCategory,
  QuootaClosedTicket,
  QuootaFile,
  QuootaListedTicket,
  QuootaMessage,
  QuootaOpenedTicket,
  QuootaTicket,
} from './wire/answers.js';

/** `data` in the envelope of a success. */
export function enveloped<T>(data: T) {
  return { success: true, statusCode: 200, data, error: null } as const;
}

export function openedTicket(ticket: Ticket): QuootaOpenedTicket {
  return {
    ticketId: TICKET_ID.write(ticket.number),
    subject: ticket.subject,
    status: STATUS.say(ticket.status),
    priority: PRIORITY.say(ticket.priority),
    createdAt: toIsoSeconds(ticket.createdAt),
  };
}

export function listedTicket(ticket: Ticket): QuootaListedTicket {
  return { ...openedTicket(ticket), updatedAt: toIsoSeconds(ticket.publicUpdatedAt) };
}

/** The whole ticket with the public part of its thread, whoever asks: this wire knows no internal notes. */
export function wholeTicket(ticket: Ticket, thread: readonly Message[]): QuootaTicket {
  return {
    ticketId: TICKET_ID.write(ticket.number),
    userId: personId(ticket.requester),
    subject: ticket.subject,
    description: ticket.description,
    status: STATUS.say(ticket.status),
    priority: PRIORITY.say(ticket.priority),
    categoryId: CATEGORY_ID.write(ticket.categoryId),
    assignedAgent: ticket.assignee && agentId(ticket.assignee),
    messages: thread.flatMap((message) => messageIn(message)),
    createdAt: toIsoSeconds(ticket.createdAt),
  };
}

function messageIn({ publicSeq, author, body, createdAt }: Message): QuootaMessage[] {
  if (publicSeq === null) return [];
  const [messageId, timestamp] = [MESSAGE_ID.write(publicSeq), toIsoSeconds(createdAt)];
  return [{ messageId, sender: personId(author), content: body, timestamp }];
}

export function addedMessage(ticketNumber: number, { publicSeq, seq, body, createdAt }: Message): QuootaAddedMessage {
  return {
    messageId: MESSAGE_ID.write(publicSeq ?? seq),
    ticketId: TICKET_ID.write(ticketNumber),
    content: body,
    timestamp: toIsoSeconds(createdAt),
  };
}

export function closedTicket({ number, status, closedAt, updatedAt }: Ticket): QuootaClosedTicket {
  return {
    ticketId: TICKET_ID.write(number),
    status: STATUS.say(status),
    closedAt: toIsoSeconds(closedAt ?? updatedAt),
  };
}

export function category({ id, name, description }: Category): QuootaCategory {
  return { categoryId: CATEGORY_ID.write(id), name, description: description ?? '' };
}

export function file({ id, fileName, size, mimeType }: Attachment): QuootaFile {
  return { fileId: FILE_ID.write(id), fileName, size: size ?? 0, mimeType };
}
