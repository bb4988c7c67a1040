import type { Instant } from '../../../../platform/clock/clock.js';
import type { TenantRef } from '../../../../platform/context/request-context.js';

export const TENANT_STATUSES = ['active', 'suspended'] as const;
export type TenantStatus = (typeof TENANT_STATUSES)[number];

/** What a tenant's code looks like. */
export const CODE_PATTERN = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The tenant that stands for the installation itself: its owner and nobody else belongs to it. It has no code a caller
 * could name.
 */
export const INSTALLATION: TenantRef = { id: 1, code: '' };

/** What a tenant decides for itself. */
export interface TenantSettings {
  /** Names of the foreign wire formats that its clients may use. */
  readonly dialects: readonly string[];
  /** Host names that select the tenant for wires that carry no credential. */
  readonly hosts: readonly string[];
  /** Origins whose pages may call the API. */
  readonly cors_origins: readonly string[];
  /** Whether anybody may register as a customer. */
  readonly sign_up: boolean;
  /** Slug of the category of a ticket that names none; null makes the category required. */
  readonly default_category: string | null;
  readonly default_priority: 'low' | 'normal' | 'high' | 'urgent';
  /** Largest attachment in bytes; null: the installation's. */
  readonly attachment_max_bytes: number | null;
  /** What each dialect needs to know, by its name. */
  readonly dialect_settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export const DEFAULT_SETTINGS: TenantSettings = {
  dialects: [],
  hosts: [],
  cors_origins: [],
  sign_up: false,
  default_category: null,
  default_priority: 'normal',
  attachment_max_bytes: null,
  dialect_settings: {},
};

/** Secrets of dialects, by dialect and name. */
export type TenantSecrets = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Tenant extends TenantRef {
  readonly name: string;
  readonly status: TenantStatus;
  readonly settings: TenantSettings;
  readonly secrets: TenantSecrets;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
