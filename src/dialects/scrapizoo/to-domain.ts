import type { NewMessage } from '../../modules/messages/index.js';
import type { NewTicket } from '../../modules/tickets/index.js';
import type { ScrapizooNewReply, ScrapizooNewTicket } from './wire/requests.js';

/** Tickets of this wire are born `low`, whatever the tenant's default is: the vendor's page shows no other. */
export function newTicketOf({ category, subject, description }: ScrapizooNewTicket): NewTicket {
  return { category: { label: category }, subject, description, priority: 'low' };
}

export function newMessageOf({ description }: ScrapizooNewReply): NewMessage {
  return { body: description, visibility: 'public' };
}
