import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { currentSession } from '../api/session';
import { dashboardRoute } from '../features/dashboard';
import { inboxRoute } from '../features/inbox';
import { newTicketRoute } from '../features/new-ticket';
import { settingsRoute } from '../features/settings';
import { setupRoute } from '../features/setup';
import { signInRoute } from '../features/sign-in';
import { ticketRoute } from '../features/ticket';
import { Layout } from './layout';
import { rootRoute, signedInRoute } from './root-route';
import { NotFound } from './trouble-pages';

/** Where people find themselves after signing in. */
const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: () => {
    // Who runs the installation sees no tickets; its tenants are what there is to do.
    if (currentSession()?.role === 'owner') redirect({ to: '/settings/tenants', replace: true, throw: true });
    redirect({ to: '/inbox/$view', params: { view: 'needs-reply' }, replace: true, throw: true });
  },
});

signedInRoute.update({ component: Layout });

/** A line for every feature that has pages. */
const routeTree = rootRoute.addChildren([
  signInRoute,
  setupRoute,
  signedInRoute.addChildren([homeRoute, inboxRoute, ticketRoute, newTicketRoute, dashboardRoute, settingsRoute]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/console',
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  // The keys of a query are words; nothing is put in quotation marks or read as a number.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => typeof value === 'string' && value !== '');
    const query = new URLSearchParams(given as [string, string][]).toString();
    return query === '' ? '' : `?${query}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
