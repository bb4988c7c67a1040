export { DESCRIPTION_SEQ, LIMITS, type Ticket, type TicketState } from './domain/ticket.js';
export { TicketDto } from './http/ticket.dto.js';
export { presentTicket } from './http/ticket.presenter.js';
export { TicketNumberPipe } from './http/ticket-number.pipe.js';
export { TicketChanges } from './ticket-changes.service.js';
export { TicketOpening } from './ticket-opening.service.js';
export { TicketsModule } from './tickets.module.js';
export { TicketsService } from './tickets.service.js';
export { UnreadCounts } from './unread-counts.js';
