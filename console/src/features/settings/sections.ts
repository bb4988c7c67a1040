import { settings as text } from '#text/settings';

/** A page of the settings, and who may see it. */
export interface Section {
  readonly to:
    | '/settings/tenant'
    | '/settings/categories'
    | '/settings/users'
    | '/settings/teams'
    | '/settings/identity-providers'
    | '/settings/api-keys'
    | '/settings/webhooks'
    | '/settings/tenants'
    | '/settings/profile';
  readonly label: string;
  readonly roles: readonly string[];
}

const ADMIN = ['admin'];
const EVERYBODY = ['agent', 'admin', 'owner'];

/** In the order in which they are listed. */
const SECTIONS: readonly Section[] = [
  { to: '/settings/tenants', label: text.tenants.title, roles: ['owner'] },
  { to: '/settings/tenant', label: text.tenant.title, roles: ADMIN },
  { to: '/settings/categories', label: text.categories.title, roles: ADMIN },
  { to: '/settings/users', label: text.users.title, roles: ADMIN },
  { to: '/settings/teams', label: text.teams.title, roles: ADMIN },
  { to: '/settings/identity-providers', label: text.providers.title, roles: ADMIN },
  { to: '/settings/api-keys', label: text.keys.title, roles: ADMIN },
  { to: '/settings/webhooks', label: text.webhooks.title, roles: ADMIN },
  { to: '/settings/profile', label: text.profile.title, roles: EVERYBODY },
];

export function sectionsFor(role: string | undefined): readonly Section[] {
  return SECTIONS.filter(({ roles }) => role !== undefined && roles.includes(role));
}
