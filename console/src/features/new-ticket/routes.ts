import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route';

export const newTicketRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/new',
  component: lazyRouteComponent(() => import('./new-ticket-page')),
});
