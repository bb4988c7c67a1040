export { setupRoute } from './routes';
