/** What an API key may be allowed to do; a key without a route's scope is refused there. */
export const SCOPES = [
  'tickets:read',
  'tickets:write',
  'users:read',
  'linked_resources:read',
  'linked_resources:write',
  'events:read',
] as const;
export type Scope = (typeof SCOPES)[number];
