import { ApiProperty } from '@nestjs/swagger';
import { TextField } from '../../../../platform/http/fields.js';
import { PageQueryDto } from '../../../../platform/http/page-query.dto.js';

export class AuditActorDto {
  @ApiProperty({ enum: ['user', 'key', 'system'], example: 'user' })
  type: string;
  @ApiProperty({ example: 7, description: 'Of the user or the API key; 0 of the system.' })
  id: number;
}

export class AuditEntryDto {
  @ApiProperty({ example: 1204 })
  id: number;
  @ApiProperty({ example: 'session.started' })
  type: string;
  @ApiProperty({ type: AuditActorDto, nullable: true, description: 'Null when nobody knows who it was.' })
  actor: AuditActorDto | null;
  @ApiProperty({ type: String, nullable: true, example: '203.0.113.9' })
  address: string | null;
  @ApiProperty({ example: '3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d' })
  request_id: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-04T09:30:00.000Z' })
  occurred_at: string;
  @ApiProperty({ type: 'object', additionalProperties: true, example: { user_id: 7 } })
  data: Readonly<Record<string, unknown>>;
}

export class AuditQueryDto extends PageQueryDto {
  @TextField({ optional: true, max: 60, example: 'sign_in.refused', description: 'Entries of this type only.' })
  type?: string;
}
