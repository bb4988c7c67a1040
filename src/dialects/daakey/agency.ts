import type { Tenant } from '../../modules/auth/index.js';
import type { DaakeySettings } from './daakey.settings.js';

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

/** What the tenant did not set is what tells it here: its number, and its code as codes of agencies are written. */
export function agencyOf({ id, code, settings, secrets }: Tenant): Agency {
  const set: DaakeySettings = settings.dialect_settings['daakey'] ?? {};
  return {
    id: set.agency_id ?? id,
    code: set.agency_code ?? code.toUpperCase(),
    supportName: set.support_name ?? SUPPORT_NAME,
    signatureToleranceSeconds: set.signature_tolerance_seconds ?? TOLERANCE_SECONDS,
    secretKey: secrets['daakey']?.['secret_key'] ?? null,
  };
}
