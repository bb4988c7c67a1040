import { ApiProperty } from '@nestjs/swagger';
import { EnumField, IdListField, IntField, TextField } from '../../../platform/http/fields.js';
import { AttachmentDto } from '../../attachments/index.js';
import { LIMITS, TicketDto } from '../../tickets/index.js';
import { VISIBILITIES, type Visibility } from '../domain/message.js';

class AuthorDto {
  @ApiProperty({ example: 2 })
  id: number;
  @ApiProperty({ example: 'Sam Agent' })
  name: string;
  @ApiProperty({ enum: ['customer', 'agent', 'admin'], example: 'agent' })
  role: string;
}

export class MessageDto {
  @ApiProperty({ example: 2, description: 'Place in the thread, from 1. Customers count public messages only.' })
  seq: number;
  @ApiProperty({ type: AuthorDto })
  author: AuthorDto;
  @ApiProperty({ enum: VISIBILITIES, example: 'public' })
  visibility: string;
  @ApiProperty({ example: 'Roadside assistance is on the way. Please stay with the car.' })
  body: string;
  @ApiProperty({ type: [AttachmentDto] })
  attachments: readonly AttachmentDto[];
  @ApiProperty({ format: 'date-time', example: '2026-03-04T09:42:00.000Z' })
  created_at: string;
}

export class PostMessageDto {
  @TextField({ max: LIMITS.text, example: 'Roadside assistance is on the way. Please stay with the car.' })
  body: string;
  @EnumField(VISIBILITIES, { optional: true, example: 'public', description: 'Internal ones are for staff only.' })
  visibility?: Visibility;
  @IdListField({ optional: true, maxItems: LIMITS.attachments, example: [12], description: 'Your own uploads.' })
  attachment_ids?: number[];
}

export class MarkReadDto {
  @IntField({
    optional: true,
    min: 1,
    max: 2_147_483_647,
    example: 3,
    description: 'Up to this message; all when absent.',
  })
  seq?: number;
}

export class TicketDetailDto extends TicketDto {
  @ApiProperty({ type: [MessageDto], description: 'The newest 50, oldest first.' })
  messages: readonly MessageDto[];
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Cursor of the older messages for `GET /tickets/:number/messages`; null when there are none.',
  })
  messages_cursor: string | null;
}
