import { isDeepStrictEqual } from 'node:util';
import type { Changes } from '../../../platform/events/event.js';
import type { Tenant } from './domain/tenant.js';

/** What a change did to a tenant, by the setting. Of a secret it tells that it is another one now, not which. */
export function changesOf(before: Tenant, after: Tenant): Changes {
  const [left, right] = [factsOf(before), factsOf(after)];
  const changed = Object.keys(right).filter((name) => !isDeepStrictEqual(left[name], right[name]));
  const secrets = secretsOf(after).filter(([name, value]) => new Map(secretsOf(before)).get(name) !== value);
  return Object.fromEntries([
    ...changed.map((name) => [name, [left[name], right[name]] as const] as const),
    ...secrets.map(([name]) => [name, ['secret', 'changed'] as const] as const),
  ]);
}

function factsOf({ name, status, settings }: Tenant): Readonly<Record<string, unknown>> {
  return { name, status, ...settings };
}

/** Every secret by its full name, such as `daakey.secret_key`. */
function secretsOf({ secrets }: Tenant): readonly (readonly [name: string, value: string])[] {
  return Object.entries(secrets).flatMap(([dialect, ofDialect]) =>
    Object.entries(ofDialect).map(([name, value]) => [`${dialect}.${name}`, value] as const),
  );
}
