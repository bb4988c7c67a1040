export { newTicketRoute } from './routes';
