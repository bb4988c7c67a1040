import type { TenantRef } from '../../platform/context/request-context.js';
import type { Tenant } from '../../modules/auth/index.js';
import type { ShownDaakeySettings } from './daakey.settings.js';

/** A tenant as this wire knows it. */
export interface Agency {
  readonly id: number;
  readonly code: string;
  /** What clients see instead of an agent's name. */
  readonly supportName: string;
  readonly signatureToleranceSeconds: number;
  readonly secretKey: string | null;
}

const SUPPORT_NAME = 'Support Team';
const TOLERANCE_SECONDS = 300;

/** What an agency that said nothing of itself goes by. It is kept as if it had said so, and nobody else may have it. */
export function standardAgency({ id, code }: TenantRef): ShownDaakeySettings {
  return { agency_id: id, agency_code: code.toUpperCase() };
}

export function agencyOf({ id, code, settings, secrets }: Tenant): Agency {
  const set: ShownDaakeySettings = { ...standardAgency({ id, code }), ...settings.dialect_settings['daakey'] };
  return {
    id: set.agency_id ?? id,
    code: set.agency_code ?? code,
    supportName: set.support_name ?? SUPPORT_NAME,
    signatureToleranceSeconds: set.signature_tolerance_seconds ?? TOLERANCE_SECONDS,
    secretKey: secrets['daakey']?.['secret_key'] ?? null,
  };
}
