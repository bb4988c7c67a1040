import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Where a keyset-paged list stands. */
export class PageMetaDto {
  @ApiProperty({ example: 25, minimum: 1, maximum: 100 })
  limit: number;
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Give it as `cursor` to get the next page.',
  })
  next_cursor: string | null;
  @ApiProperty({ example: false })
  has_more: boolean;
  @ApiProperty({ required: false, example: 128, description: 'Only with `include_total=true`; counted to 10 000.' })
  total?: number;
}

/** The envelope of every failure. */
export class FailureDto {
  @ApiProperty({ enum: [false] })
  success: false;
  @ApiProperty({ example: 'Validation failed', description: 'Safe to show to a person; never parse it.' })
  message: string;
  @ApiProperty({ example: 'validation_failed', description: 'One of docs/errors.md.' })
  code: string;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    example: { subject: ['subject must be shorter than or equal to 255 characters'] },
    description: 'Only with `validation_failed`: what is wrong, by field.',
  })
  errors?: Record<string, string[]>;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    example: {},
    description: 'Null, but for `version_mismatch` (the current ticket) and `conflict` on a claim (the assignee).',
  })
  data: object | null;
  @ApiProperty({ example: '3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d' })
  request_id: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-04T09:30:00.000Z' })
  timestamp: string;
}
