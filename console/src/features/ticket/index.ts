import { lazy } from 'react';

export { useOutbox } from './outbox';
export { ticketRoute } from './routes';
export { UnsentLink } from './unsent-link';
/** A ticket with its thread, to be shown beside a list; read when it is first needed. */
export const TicketPane = lazy(() => import('./ticket-pane'));
