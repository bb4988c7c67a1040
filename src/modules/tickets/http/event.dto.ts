import { ApiProperty } from '@nestjs/swagger';
import { TYPE_PATTERN } from '../../../platform/events/event-types.js';
import { QueryListField, TextField } from '../../../platform/http/fields.js';
import { PageQueryDto } from '../../../platform/http/page-query.dto.js';
import { ActorDto } from './ticket.dto.js';

const TYPES = {
  pattern: TYPE_PATTERN,
  example: 'ticket.*,message.created',
  description: 'Types, or all that begin alike: `ticket.*`. A comma means "or"; all when absent.',
};

export class EventQueryDto extends PageQueryDto {
  @QueryListField(TYPES)
  types?: string[];
}

export class EventStreamQueryDto {
  @QueryListField(TYPES)
  types?: string[];
  @TextField({
    optional: true,
    max: 1024,
    description: 'Where to start: an `id` of the stream or a `next_cursor` of the feed. `Last-Event-ID` comes first.',
  })
  cursor?: string;
}

/** A line of the feed. */
export class EventDto {
  @ApiProperty({ required: false, example: 41, description: 'Staff only.' })
  id?: number;
  @ApiProperty({ example: 'ticket.status_changed' })
  type: string;
  @ApiProperty({ example: 'northwind' })
  tenant: string;
  @ApiProperty({ type: Number, nullable: true, example: 3, description: 'Null for what concerns no ticket.' })
  ticket_number: number | null;
  @ApiProperty({ type: ActorDto })
  actor: ActorDto;
  @ApiProperty({ example: '3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d' })
  request_id: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-04T09:30:00.000Z' })
  occurred_at: string;
  @ApiProperty({ type: Number, nullable: true, example: 4, description: 'The ticket’s version after it.' })
  version: number | null;
  @ApiProperty({ type: 'object', additionalProperties: true, example: { status: 'in_progress' } })
  data: object;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: {} },
    example: { status: ['open', 'in_progress'] },
    description: 'Each changed field with its value before and after.',
  })
  changed: object;
}
