import { registeredDialects } from '../dialect-registry.js';
import type { TenantChanges } from '../tenants.service.js';

/** What a body asks to change: each dialect's settings are a field named after it. */
export function tenantChangesOf(body: object): TenantChanges {
  const names = new Set(registeredDialects().map((dialect) => dialect.name));
  const entries = Object.entries(body);
  return {
    ...Object.fromEntries(entries.filter(([key]) => !names.has(key))),
    dialectSettings: Object.fromEntries(entries.filter(([key]) => names.has(key))),
  };
}
