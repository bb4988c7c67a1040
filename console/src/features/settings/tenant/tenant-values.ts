import type { Priority, Schemas } from '../../../api/client';

export type Tenant = Schemas['TenantDto'];

/** The foreign formats that a server of this version speaks. */
export const DIALECTS = ['daakey', 'kinconecta', 'quoota', 'scrapizoo', 'verifik'] as const;
export const ANONYMOUS = ['off', 'create', 'full'] as const;

const MEGABYTE = 1_048_576;

export interface TenantValues {
  readonly name: string;
  readonly signUp: boolean;
  readonly defaultCategory: string | null;
  readonly defaultPriority: Priority;
  readonly corsOrigins: readonly string[];
  readonly hosts: readonly string[];
  readonly attachmentMegabytes: string;
  readonly dialects: readonly string[];
  readonly agencyId: string;
  readonly agencyCode: string;
  readonly supportName: string;
  readonly toleranceSeconds: string;
  readonly secretKey: string;
  readonly anonymous: (typeof ANONYMOUS)[number];
}

export function valuesOf(tenant: Tenant): TenantValues {
  const { daakey, kinconecta, attachment_max_bytes: bytes } = tenant;
  return {
    name: tenant.name,
    signUp: tenant.sign_up,
    defaultCategory: tenant.default_category,
    defaultPriority: tenant.default_priority,
    corsOrigins: tenant.cors_origins,
    hosts: tenant.hosts,
    attachmentMegabytes: bytes === null ? '' : String(bytes / MEGABYTE),
    dialects: tenant.dialects,
    agencyId: String(daakey?.agency_id ?? ''),
    agencyCode: daakey?.agency_code ?? '',
    supportName: daakey?.support_name ?? '',
    toleranceSeconds: String(daakey?.signature_tolerance_seconds ?? ''),
    secretKey: '',
    anonymous: kinconecta?.anonymous ?? 'create',
  };
}

/** What to send: settings of a format only where the tenant speaks it. */
export function changesOf(values: TenantValues): Schemas['ChangeTenantDto'] {
  const { attachmentMegabytes: megabytes, dialects } = values;
  return {
    name: values.name,
    sign_up: values.signUp,
    default_category: values.defaultCategory,
    default_priority: values.defaultPriority,
    cors_origins: [...values.corsOrigins],
    hosts: [...values.hosts],
    attachment_max_bytes: megabytes === '' ? null : Math.round(Number(megabytes) * MEGABYTE),
    dialects: [...dialects],
    ...(dialects.includes('daakey') && {
      daakey: {
        agency_id: numberOf(values.agencyId),
        agency_code: values.agencyCode || null,
        support_name: values.supportName || null,
        signature_tolerance_seconds: numberOf(values.toleranceSeconds),
        ...(values.secretKey !== '' && { secret_key: values.secretKey }),
      },
    }),
    ...(dialects.includes('kinconecta') && { kinconecta: { anonymous: values.anonymous } }),
  };
}

function numberOf(typed: string): number | null {
  return typed === '' ? null : Number(typed);
}
