import { toIso } from '../../platform/clock/clock.js';
import type { Role, TenantRef } from '../../platform/context/request-context.js';
import type { Message } from '../../modules/messages/index.js';
import { DESCRIPTION_SEQ, labelOf, type Ticket } from '../../modules/tickets/index.js';
import { personId, replyId, ticketId } from './ids.js';
import { type CreatorType, PRIORITY, STATUS } from './vocabulary.js';
import type { ScrapizooReply, ScrapizooTicket } from './wire/answers.js';

/** `data` in the envelope of a success. */
export function enveloped<T>(message: string, data: T) {
  return { success: true, message, data } as const;
}

/**
 * A ticket with its public replies, which to staff too are all there are: internal notes change nothing here. Replies
 * that were added after the ticket was read are left out, so that `__v`, `updatedAt` and `response` are of one moment.
 */
export function wholeTicket({ id: tenantId }: TenantRef, ticket: Ticket, replies: readonly Message[]): ScrapizooTicket {
  const { requester, subject, description } = ticket;
  return {
    _id: ticketId(tenantId, ticket),
    creatorId: personId(tenantId, requester),
    creatorType: creatorType(requester),
    category: labelOf(ticket),
    subject,
    description,
    priority: PRIORITY.say(ticket.priority),
    status: STATUS.say(ticket.status),
    response: replies.flatMap((reply) => repliesIn(tenantId, ticket, reply)),
    createdAt: toIso(ticket.createdAt),
    updatedAt: toIso(ticket.publicUpdatedAt),
    __v: ticket.lastPublicSeq - DESCRIPTION_SEQ,
  };
}

function repliesIn(
  tenantId: number,
  ticket: Ticket,
  { publicSeq, author, body, createdAt }: Message,
): ScrapizooReply[] {
  if (publicSeq === null || publicSeq > ticket.lastPublicSeq) return [];
  const reply = {
    _id: replyId(ticket.number, { publicSeq, createdAt }),
    creatorId: personId(tenantId, author),
    creatorType: creatorType(author),
    description: body,
    createdAt: toIso(createdAt),
    updatedAt: toIso(createdAt),
  };
  return [reply];
}

/** This wire has one word for all staff. */
function creatorType({ role }: { readonly role: Role }): CreatorType {
  return role === 'customer' ? 'customer' : 'admin';
}
