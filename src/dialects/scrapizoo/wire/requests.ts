import { TextField } from '../../../platform/http/fields.js';
import { LIMITS } from '../../../modules/tickets/index.js';
import { ID_PATTERN } from '../ids.js';

/** The vendor's page knows no limits; these are what the desk keeps. */
export const LONGEST = {
  category: 100,
  subject: LIMITS.subject,
  description: LIMITS.text,
} as const;

const NOT_BLANK = { verbatim: true, pattern: /\S/ } as const;

export class ScrapizooNewTicket {
  @TextField({ max: LONGEST.category, example: 'Support', description: 'Free text.' })
  category: string;
  @TextField({ ...NOT_BLANK, max: LONGEST.subject, example: 'Account Issue' })
  subject: string;
  @TextField({ ...NOT_BLANK, max: LONGEST.description, example: 'I am facing an issue with my account.' })
  description: string;
}

export class ScrapizooNewReply {
  @TextField({ ...NOT_BLANK, max: LONGEST.description, example: 'I want to add more details about my issue.' })
  description: string;
}

export class ScrapizooTicketChoice {
  @TextField({
    verbatim: true,
    max: 24,
    pattern: ID_PATTERN,
    example: '6720b1c81000000100000007',
    description: 'Of a ticket.',
  })
  id: string;
}
