export { dashboardRoute } from './routes';
