import { fileLinkTo } from '../../modules/attachments/index.js';
import type { NewTicket } from '../../modules/tickets/index.js';
import { customOf } from './as-sent.js';
import { STATUS } from './vocabulary.js';
import type { KinconectaNewTicket } from './wire/requests.js';

export function newTicketOf(body: KinconectaNewTicket): Omit<NewTicket, 'requester'> {
  const { subject, message, category, status, attachments } = body;
  return {
    subject,
    description: message,
    category: { label: category },
    ...(status && { status: STATUS.read(status) }),
    links: (attachments ?? []).map(({ fileName, fileUrl }) => fileLinkTo(fileUrl, { fileName })),
    custom: customOf(body),
  };
}

/** Who wrote, as they say. */
export function contactIn({ fullName, email }: KinconectaNewTicket) {
  return { name: fullName.trim(), email };
}
