export { type Status, STATUSES } from './domain/ticket-status.js';
export { EventReading } from './event-reading.service.js';
export { requireFewFiles } from './domain/ticket-files.js';
export { INVALID_TRANSITION, ticketClosed } from './domain/ticket.errors.js';
export {
  DESCRIPTION_SEQ,
  labelOf,
  LIMITS,
  PRIORITIES,
  type Priority,
  referenceOf,
  type Ticket,
  type TicketPerson,
  type TicketRequester,
  type TicketState,
} from './domain/ticket.js';
export type { EventDto } from './http/event.dto.js';
export { presentEvent } from './http/event.presenter.js';
export { TicketDto } from './http/ticket.dto.js';
export { presentTicket } from './http/ticket.presenter.js';
export { TicketNumberPipe } from './http/ticket-number.pipe.js';
export { MessageBodies, type MessageBody, type MessagePlaceOf } from './message-bodies.js';
export { TicketChanges } from './ticket-changes.service.js';
export { TicketCounting } from './ticket-counts.service.js';
export { TicketListing, type TicketPageRequest } from './ticket-listing.service.js';
export { type NewTicket, TicketOpening } from './ticket-opening.service.js';
export type { TicketFilter } from './ticket-query.js';
export { TicketsModule } from './tickets.module.js';
export { type Amendment, type TicketEdit, TicketsService } from './tickets.service.js';
export { type Durations, TicketFigures } from './persistence/ticket-figures.js';
export { type UnreadCount, UnreadCounts } from './persistence/unread-counts.js';
