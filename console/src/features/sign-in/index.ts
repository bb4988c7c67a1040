export { signInRoute } from './routes';
