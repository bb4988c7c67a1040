import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { currentSession } from '../../api/session';
import { signedInRoute } from '../../app/root-route';

const frameRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./frame/settings-frame')),
});

const startRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  beforeLoad: () => {
    const role = currentSession()?.role;
    const to = role === 'owner' ? '/settings/tenants' : role === 'admin' ? '/settings/categories' : '/settings/profile';
    redirect({ to, replace: true, throw: true });
  },
});

/** What a page's address may say beside its path, such as `edit`: whose form is open. */
function texts<const N extends string>(...names: readonly N[]) {
  return (search: Readonly<Record<string, unknown>>) => {
    const given = names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]] as const] : []));
    return Object.fromEntries(given) as { readonly [K in N]?: string };
  };
}

/** For others the page does not exist. */
function only(role: 'admin' | 'owner') {
  return () => {
    if (currentSession()?.role !== role) notFound({ throw: true });
  };
}

const ADMINS = { getParentRoute: () => frameRoute, beforeLoad: only('admin') } as const;

const categoriesRoute = createRoute({
  ...ADMINS,
  path: '/categories',
  validateSearch: texts('edit'),
  component: lazyRouteComponent(() => import('./categories/categories-page')),
});
const usersRoute = createRoute({
  ...ADMINS,
  path: '/users',
  validateSearch: texts('edit', 'q', 'role', 'team'),
  component: lazyRouteComponent(() => import('./users/users-page')),
});
const teamsRoute = createRoute({
  ...ADMINS,
  path: '/teams',
  validateSearch: texts('edit'),
  component: lazyRouteComponent(() => import('./teams/teams-page')),
});
const providersRoute = createRoute({
  ...ADMINS,
  path: '/identity-providers',
  validateSearch: texts('edit'),
  component: lazyRouteComponent(() => import('./identity-providers/identity-providers-page')),
});
const apiKeysRoute = createRoute({
  ...ADMINS,
  path: '/api-keys',
  validateSearch: texts('edit'),
  component: lazyRouteComponent(() => import('./api-keys/api-keys-page')),
});
const webhooksRoute = createRoute({
  ...ADMINS,
  path: '/webhooks',
  validateSearch: texts('edit'),
  component: lazyRouteComponent(() => import('./webhooks/webhooks-page')),
});
const webhookRoute = createRoute({
  ...ADMINS,
  path: '/webhooks/$id',
  validateSearch: texts('edit', 'status', 'delivery'),
  component: lazyRouteComponent(() => import('./webhooks/webhook-page')),
});
const tenantRoute = createRoute({
  ...ADMINS,
  path: '/tenant',
  component: lazyRouteComponent(() => import('./tenant/tenant-page')),
});
const tenantsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/tenants',
  beforeLoad: only('owner'),
  validateSearch: texts('edit'),
  component: lazyRouteComponent(() => import('./tenants/tenants-page')),
});
const profileRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('./profile/profile-page')),
});

export const settingsRoute = frameRoute.addChildren([
  startRoute,
  ...[categoriesRoute, usersRoute, teamsRoute, providersRoute, apiKeysRoute],
  ...[webhooksRoute, webhookRoute, tenantRoute, tenantsRoute, profileRoute],
]);
