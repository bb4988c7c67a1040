import { ApiProperty } from '@nestjs/swagger';
import { BooleanField, IntField, QueryBooleanField, TextField } from '../../../platform/http/fields.js';
import { MAX_SLUG, SLUG_PATTERN } from '../domain/category.js';

export class CategoryDto {
  @ApiProperty({ example: 2 })
  id: number;
  @ApiProperty({ example: 'billing' })
  slug: string;
  @ApiProperty({ example: 'Billing' })
  name: string;
  @ApiProperty({ type: String, nullable: true, example: 'Invoices, payments and refunds' })
  description: string | null;
  @ApiProperty({ example: 2, description: 'Place in the list, smallest first.' })
  position: number;
  @ApiProperty({ example: false })
  archived: boolean;
  @ApiProperty({ format: 'date-time', example: '2026-01-05T08:00:00.000Z' })
  created_at: string;
  @ApiProperty({ format: 'date-time', example: '2026-02-11T14:05:31.000Z' })
  updated_at: string;
}

export class DeletedCategoryDto {
  @ApiProperty({ enum: ['deleted', 'archived'], example: 'archived' })
  outcome: 'deleted' | 'archived';
}

const SLUG = 'Made from the name when absent.';

export class CreateCategoryDto {
  @TextField({ max: 190, example: 'Billing' })
  name: string;
  @TextField({ optional: true, max: MAX_SLUG, pattern: SLUG_PATTERN, example: 'billing', description: SLUG })
  slug?: string;
  @TextField({ optional: true, nullable: true, max: 2_000, example: 'Invoices, payments and refunds' })
  description?: string | null;
  @IntField({ optional: true, min: 0, max: 10_000, example: 2 })
  position?: number;
}

export class ChangeCategoryDto {
  @TextField({ optional: true, max: 190, example: 'Billing' })
  name?: string;
  @TextField({ optional: true, max: MAX_SLUG, pattern: SLUG_PATTERN, example: 'billing' })
  slug?: string;
  @TextField({ optional: true, nullable: true, max: 2_000, example: 'Invoices, payments and refunds' })
  description?: string | null;
  @IntField({ optional: true, min: 0, max: 10_000, example: 2 })
  position?: number;
  @BooleanField({ optional: true, example: true })
  archived?: boolean;
}

export class CategoryQueryDto {
  @QueryBooleanField({ example: false, description: 'Staff only: archived ones too.' })
  include_archived?: boolean;
}
