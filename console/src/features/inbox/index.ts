export { inboxRoute } from './routes';
export { ViewLinks } from './view-links';
