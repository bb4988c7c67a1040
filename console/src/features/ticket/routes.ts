import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../app/root-route';

export const ticketRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tickets/$number',
  component: lazyRouteComponent(() => import('./ticket-page')),
});
