import { DomainError, errorCode } from '../../../platform/errors/domain-error.js';
import { CONFLICT, FORBIDDEN } from '../../../platform/errors/error-codes.js';
import type { Status } from './ticket-status.js';
import type { TicketPerson } from './ticket.js';

export const INVALID_TRANSITION = errorCode(
  'invalid_transition',
  'conflict',
  'The ticket’s status does not allow this',
);

export const invalidTransition = (from: Status, what: string) =>
  new DomainError(INVALID_TRANSITION, { message: `A ticket that is ${from} cannot be ${what}` });

export const ticketClosed = () =>
  new DomainError(INVALID_TRANSITION, { message: 'A closed ticket takes no messages; reopen it first' });

export const alreadyClaimed = (assignee: Pick<TicketPerson, 'id' | 'name'>) =>
  new DomainError(CONFLICT, { message: `${assignee.name} has this ticket already`, data: { assignee } });

export const forbidden = (message: string) => new DomainError(FORBIDDEN, { message });
