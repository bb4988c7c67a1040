import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { currentSession } from '../api/session';
import { Crashed, NotFound } from './trouble-pages';

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: Crashed,
});

/** Parent of every page for people who are signed in; router.tsx gives it what surrounds them. Others sign in first and come back to the same address. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  notFoundComponent: NotFound,
  errorComponent: Crashed,
  beforeLoad: ({ location }) => {
    if (!currentSession()) redirect({ to: '/sign-in', search: { to: location.href }, replace: true, throw: true });
  },
});
