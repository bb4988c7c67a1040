import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { EmailField, EnumField, TextField } from '../../../../platform/http/fields.js';
import { MAX_PASSWORD, MIN_PASSWORD } from '../../users/passwords.js';
import { CODE_PATTERN, TENANT_STATUSES } from '../domain/tenant.js';
import { ChangeTenantDto } from './change-tenant.dto.js';

/** A tenant with its settings. Each dialect that has settings adds a field of its name. */
export class TenantDto {
  @ApiProperty({ example: 'northwind' })
  code: string;
  @ApiProperty({ example: 'Northwind Traders' })
  name: string;
  @ApiProperty({ enum: TENANT_STATUSES, example: 'active' })
  status: string;
  @ApiProperty({ type: [String], example: ['daakey'] })
  dialects: readonly string[];
  @ApiProperty({ type: [String], example: ['help.northwind.example'] })
  hosts: readonly string[];
  @ApiProperty({ type: [String], example: ['https://app.northwind.example'] })
  cors_origins: readonly string[];
  @ApiProperty({ example: false })
  sign_up: boolean;
  @ApiProperty({ type: String, nullable: true, example: 'general' })
  default_category: string | null;
  @ApiProperty({ enum: ['low', 'normal', 'high', 'urgent'], example: 'normal' })
  default_priority: string;
  @ApiProperty({ type: 'integer', nullable: true, example: 10_485_760 })
  attachment_max_bytes: number | null;
  @ApiProperty({ format: 'date-time', example: '2026-01-05T08:00:00.000Z' })
  created_at: string;
  @ApiProperty({ format: 'date-time', example: '2026-02-11T14:05:31.000Z' })
  updated_at: string;
  [dialect: string]: unknown;
}

export class CreateTenantDto {
  @TextField({ max: 63, pattern: CODE_PATTERN, example: 'northwind', description: 'Short name in lower case; stays.' })
  code: string;
  @TextField({ max: 190, example: 'Northwind Traders' })
  name: string;
}

class FirstAdminDto {
  @TextField({ max: 190, example: 'Ada Byron' })
  name: string;
  @EmailField({ example: 'ada@northwind.example' })
  email: string;
  @TextField({ min: MIN_PASSWORD, max: MAX_PASSWORD, verbatim: true, example: 'a long pass phrase' })
  password: string;
}

const FIRST_ADMIN = 'Who runs the tenant at first. Without one nobody can sign in to it yet.';

export class NewTenantDto extends CreateTenantDto {
  @ApiProperty({ type: FirstAdminDto, required: false, description: FIRST_ADMIN })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => FirstAdminDto)
  admin?: FirstAdminDto;
}

/** What the owner may set for any tenant: all that its admins may, and whether it runs. */
export class OwnerChangeTenantDto extends ChangeTenantDto {
  @EnumField(TENANT_STATUSES, { optional: true, example: 'suspended' })
  status?: 'active' | 'suspended';
}
