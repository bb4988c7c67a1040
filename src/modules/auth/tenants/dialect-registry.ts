import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import { IsObject, ValidateIf, ValidateNested } from 'class-validator';
import type { TenantRef } from '../../../platform/context/request-context.js';
import { addDialectWire, type DialectWire } from '../../../platform/http/dialect-wire.js';
import { ChangeTenantDto } from './http/change-tenant.dto.js';
import { OwnerChangeTenantDto, TenantDto } from './http/tenant.dto.js';

/** A foreign wire format: what the edge must know of it, and what tenants may set for it. */
export interface DialectDefinition extends DialectWire {
  /** DTO class of what a tenant may set for it. */
  readonly settings?: Type<object>;
  /** DTO class of what is shown of that; without the secrets. */
  readonly shown?: Type<object>;
  /** Settings that are stored sealed and never shown. */
  readonly secrets?: readonly string[];
  /** What of its settings is so until a tenant that speaks it says otherwise. */
  readonly standard?: (tenant: TenantRef) => Readonly<Record<string, unknown>>;
  /** Settings that tell the tenant on the wire, so that no two tenants may have the same value. */
  readonly unique?: readonly string[];
}

const definitions = new Map<string, DialectDefinition>();

/**
 * Makes a dialect known: its paths are answered in its words, tenants may enable it, and its settings become a field of
 * the tenant's.
 */
export function registerDialect(definition: DialectDefinition): void {
  const { name, settings, shown } = definition;
  addDialectWire(definition);
  definitions.set(name, definition);
  if (!settings) return;
  for (const { prototype } of [ChangeTenantDto, OwnerChangeTenantDto]) {
    ApiProperty({ type: settings, required: false })(prototype, name);
    ValidateIf((_, value) => value !== undefined)(prototype, name);
    IsObject()(prototype, name);
    ValidateNested()(prototype, name);
    TypeOf(() => settings)(prototype, name);
  }
  ApiProperty({ type: shown ?? settings, required: false })(TenantDto.prototype, name);
}

export function registeredDialects(): readonly DialectDefinition[] {
  return [...definitions.values()];
}
