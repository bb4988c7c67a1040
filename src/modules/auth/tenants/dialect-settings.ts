import { registeredDialects } from './dialect-registry.js';
import type { Tenant, TenantSettings } from './domain/tenant.js';
import type { TenantClaim } from './persistence/tenants.repository.js';

type Settings = Readonly<Record<string, unknown>>;

/** New settings by dialect, secrets among them; null takes one away, what is absent stays. */
export type DialectChanges = Readonly<Record<string, Settings>>;

/** What the tenant is told by where no credential tells it: no two tenants may have the same. */
export function claimsOf({ hosts, dialect_settings: ofDialects }: TenantSettings): readonly TenantClaim[] {
  const claims = hosts.map((value) => ({ kind: 'host', value }));
  for (const { name, unique = [] } of registeredDialects()) {
    for (const key of unique) {
      const value = ofDialects[name]?.[key];
      if (typeof value === 'string' || typeof value === 'number') {
        claims.push({ kind: `${name}.${key}`, value: String(value) });
      }
    }
  }
  return claims;
}

/**
 * The tenant's settings with the changes: what may be shown apart from the secrets, and for each dialect that it speaks
 * what the dialect takes for granted, so that this too is the tenant's alone.
 */
export function withDialectSettings(tenant: Tenant, changes: DialectChanges): Pick<Tenant, 'settings' | 'secrets'> {
  const shown: Record<string, Settings> = { ...tenant.settings.dialect_settings };
  const secrets = { ...tenant.secrets };
  for (const { name, secrets: secretNames = [], standard } of registeredDialects()) {
    const given = Object.entries(changes[name] ?? {}).filter(([, value]) => value !== undefined);
    const isSecret = ([key]: [string, unknown]) => secretNames.includes(key);
    const newSecrets = given.filter(isSecret);
    const others = given.filter((entry) => !isSecret(entry));
    if (newSecrets.length > 0) secrets[name] = merged(secrets[name], newSecrets) as Readonly<Record<string, string>>;
    if (others.length > 0) shown[name] = merged(shown[name], others);
    if (standard && tenant.settings.dialects.includes(name)) shown[name] = { ...standard(tenant), ...shown[name] };
  }
  return { settings: { ...tenant.settings, dialect_settings: shown }, secrets };
}

function merged(before: Settings | undefined, changes: readonly [string, unknown][]): Settings {
  const after = { ...before, ...Object.fromEntries(changes) };
  return Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null));
}
