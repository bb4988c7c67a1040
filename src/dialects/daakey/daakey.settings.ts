import { ApiProperty } from '@nestjs/swagger';
import { IntField, TextField } from '../../platform/http/fields.js';

/** What a tenant that speaks this dialect sets: the agency it is on that wire. Null takes a value away. */
export class DaakeySettings {
  @IntField({ optional: true, nullable: true, min: 1, max: 2_147_483_647, example: 123 })
  agency_id?: number | null;
  @TextField({ optional: true, nullable: true, max: 63, pattern: /^[A-Z0-9_-]+$/, example: 'AGENCY123' })
  agency_code?: string | null;
  @TextField({
    optional: true,
    nullable: true,
    max: 100,
    example: 'Support Team',
    description: 'Shown instead of an agent’s name.',
  })
  support_name?: string | null;
  @IntField({
    optional: true,
    nullable: true,
    min: 0,
    max: 86_400,
    example: 300,
    description: 'Age of a signature; 0 turns it off.',
  })
  signature_tolerance_seconds?: number | null;
  @TextField({
    optional: true,
    nullable: true,
    min: 16,
    max: 200,
    verbatim: true,
    example: 'sk_live_3nFh2kQw8sLx0vBz',
    description: 'Write-only.',
  })
  secret_key?: string | null;
}

/** The same without the secret. */
export class ShownDaakeySettings {
  @ApiProperty({ required: false, example: 123 })
  agency_id?: number;
  @ApiProperty({ required: false, example: 'AGENCY123' })
  agency_code?: string;
  @ApiProperty({ required: false, example: 'Support Team' })
  support_name?: string;
  @ApiProperty({ required: false, example: 300 })
  signature_tolerance_seconds?: number;
}
