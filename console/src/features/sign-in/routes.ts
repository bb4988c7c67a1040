import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to }: { to?: unknown }) => (typeof to === 'string' ? { to } : {}),
  component: lazyRouteComponent(() => import('./sign-in-page')),
});
