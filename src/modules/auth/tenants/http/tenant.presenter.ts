import { toIso } from '../../../../platform/clock/clock.js';
import type { Tenant } from '../domain/tenant.js';
import type { TenantDto } from './tenant.dto.js';

/** Everything of a tenant but its secrets. */
export function presentTenant(tenant: Tenant): TenantDto {
  const { dialect_settings: ofDialects, ...settings } = tenant.settings;
  return {
    code: tenant.code,
    name: tenant.name,
    status: tenant.status,
    ...settings,
    created_at: toIso(tenant.createdAt),
    updated_at: toIso(tenant.updatedAt),
    ...ofDialects,
  };
}
