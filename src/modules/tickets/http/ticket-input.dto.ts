import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateIf, ValidateNested } from 'class-validator';
import {
  EmailField,
  EnumField,
  IdField,
  IdListField,
  ObjectField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { MAX_EXTERNAL_ID, TYPE_PATTERN } from '../../linked-resources/index.js';
import { LIMITS, PRIORITIES, type Priority } from '../domain/ticket.js';
import { type Status, STATUSES } from '../domain/ticket-status.js';

const NO_COMMA = /^[^,]+$/;
const tags = { optional: true, maxItems: LIMITS.tags, max: LIMITS.tag, pattern: NO_COMMA, example: ['rental'] };

class LinkedResourceKeyDto {
  @TextField({ max: 40, pattern: TYPE_PATTERN, example: 'booking' })
  type: string;
  @TextField({ max: MAX_EXTERNAL_ID, example: '5' })
  external_id: string;
}

class RequesterInputDto {
  @IdField({ optional: true, example: 3 })
  id?: number;
  @EmailField({ optional: true, example: 'ada@northwind.example' })
  email?: string;
  @TextField({ optional: true, max: 190, example: 'Ada Byron' })
  name?: string;
}

export class OpenTicketDto {
  @TextField({ max: LIMITS.subject, example: 'Vehicle not starting' })
  subject: string;
  @TextField({ max: LIMITS.text, example: 'The dashboard shows an error message and the engine stays silent.' })
  description: string;
  @IdField({ optional: true, example: 1 })
  category_id?: number;
  @TextField({ optional: true, max: 63, example: 'vehicle_issue', description: 'Slug, instead of `category_id`.' })
  category?: string;
  @EnumField(PRIORITIES, { optional: true, example: 'high', description: 'The tenant’s default when absent.' })
  priority?: Priority;
  @TextListField(tags)
  tags?: string[];
  @IdListField({ optional: true, maxItems: LIMITS.attachments, example: [12], description: 'Your own uploads.' })
  attachment_ids?: number[];
  @ApiProperty({ type: LinkedResourceKeyDto, required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => LinkedResourceKeyDto)
  linked_resource?: LinkedResourceKeyDto;
  @ObjectField({ optional: true, maxBytes: LIMITS.customBytes, example: { odometer_km: 48_120 } })
  custom?: Record<string, unknown>;
  @ApiProperty({
    type: RequesterInputDto,
    required: false,
    description: 'Staff only: for whom, by id or by e-mail and name.',
  })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => RequesterInputDto)
  requester?: RequesterInputDto;
}

export class EditTicketDto {
  @TextField({ optional: true, max: LIMITS.subject, example: 'Vehicle not starting in the cold' })
  subject?: string;
  @EnumField(PRIORITIES, { optional: true, example: 'urgent' })
  priority?: Priority;
  @IdField({ optional: true, example: 2 })
  category_id?: number;
  @TextListField(tags)
  tags?: string[];
  @EnumField(STATUSES, { optional: true, example: 'in_progress' })
  status?: Status;
  @IdField({ optional: true, nullable: true, example: 2 })
  assignee_id?: number | null;
  @IdField({ optional: true, nullable: true, example: 1 })
  team_id?: number | null;
  @ObjectField({ optional: true, maxBytes: LIMITS.customBytes, example: { odometer_km: 48_120 } })
  custom?: Record<string, unknown>;
}

export class AssignTicketDto {
  @IdField({ nullable: true, example: 2, description: 'An agent or admin; null for nobody.' })
  assignee_id: number | null;
}

export class SettleTicketDto {
  @TextField({
    optional: true,
    nullable: true,
    max: LIMITS.resolution,
    example: 'Battery replaced by roadside assistance.',
  })
  resolution?: string | null;
}
