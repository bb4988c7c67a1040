import { toIsoSeconds } from '../../platform/clock/clock.js';
import type { Attachment } from '../../modules/attachments/index.js';
import { labelOf, type Ticket } from '../../modules/tickets/index.js';
import { asSent } from './as-sent.js';
import { STATUS } from './vocabulary.js';
import type { KinconectaFile, KinconectaTicket } from './wire/answers.js';

/** A ticket as this wire has it; `files` are those of its public messages. */
export function supportTicket(
  ticket: Ticket,
  files: readonly Attachment[],
  urlOf: (file: Attachment) => string,
): KinconectaTicket {
  const sent = asSent(ticket);
  // The client's word for the last change holds while there was none.
  const isUnchanged = ticket.publicVersion === 1;
  return {
    id: ticket.number,
    roleContext: sent.roleContext ?? 'guest',
    fullName: sent.fullName ?? ticket.requester.name,
    email: sent.email ?? ticket.requester.email ?? '',
    subject: ticket.subject,
    category: labelOf(ticket),
    message: ticket.description,
    status: STATUS.say(ticket.status),
    createdAt: sent.createdAt ?? toIsoSeconds(ticket.createdAt),
    updatedAt: (isUnchanged ? sent.updatedAt : null) ?? toIsoSeconds(ticket.publicUpdatedAt),
    attachments: files.map((each) => file(each, urlOf(each))),
  };
}

export function file({ id, fileName }: Attachment, fileUrl: string): KinconectaFile {
  return { id, fileName, fileUrl };
}
