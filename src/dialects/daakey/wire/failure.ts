import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class DaakeyFailure {
  @ApiProperty({ enum: [false] })
  success: false;
  @ApiProperty({ example: 'Validation failed' })
  message: string;
  @ApiPropertyOptional({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'array', items: { type: 'string' } },
    example: { category: ['The selected category is invalid.'] },
  })
  errors?: Record<string, string[]> | null;
  @ApiProperty({ type: 'null', example: null })
  data: null;
  @ApiProperty({ example: '3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d' })
  request_id: string;
  @ApiProperty({ example: '2024-01-01T00:00:00.000Z' })
  timestamp: string;
}
