import { ApiProperty } from '@nestjs/swagger';
import { TeamRefDto } from '../../auth/index.js';
import { PRIORITIES } from '../domain/ticket.js';
import { ABILITY_NAMES } from '../domain/ticket.policy.js';
import { STATUSES } from '../domain/ticket-status.js';

class CategoryRefDto {
  @ApiProperty({ example: 1 })
  id: number;
  @ApiProperty({ example: 'vehicle_issue' })
  slug: string;
  @ApiProperty({ example: 'Vehicle issue' })
  name: string;
}

export class PersonRefDto {
  @ApiProperty({ example: 2 })
  id: number;
  @ApiProperty({ example: 'Sam Agent' })
  name: string;
}

class RequesterDto {
  @ApiProperty({ example: 3 })
  id: number;
  @ApiProperty({ example: 'Ada Byron' })
  name: string;
  @ApiProperty({ type: String, nullable: true, example: 'ada@northwind.example' })
  email: string | null;
  @ApiProperty({ type: TeamRefDto, nullable: true })
  team: TeamRefDto | null;
}

class LinkedResourceRefDto {
  @ApiProperty({ example: 'booking' })
  type: string;
  @ApiProperty({ example: '5' })
  external_id: string;
  @ApiProperty({ type: String, nullable: true, example: 'BK-2024-00005' })
  reference: string | null;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    example: { vehicle: { brand: 'Toyota', model: 'Corolla', plate_number: 'ABC-123' } },
  })
  data: object | null;
}

const INSTANT = { format: 'date-time', example: '2026-03-04T09:30:00.000Z' } as const;
const LATER = { type: String, format: 'date-time', nullable: true, example: null } as const;

/** A ticket as its caller may see it. */
export class TicketDto {
  @ApiProperty({ example: 3, description: 'Unique in the tenant, never reused.' })
  number: number;
  @ApiProperty({ example: 'TK-2026-00003' })
  reference: string;
  @ApiProperty({ example: 'Vehicle not starting' })
  subject: string;
  @ApiProperty({ example: 'The dashboard shows an error message and the engine stays silent.' })
  description: string;
  @ApiProperty({ enum: STATUSES, example: 'open' })
  status: string;
  @ApiProperty({ enum: PRIORITIES, example: 'high' })
  priority: string;
  @ApiProperty({ type: CategoryRefDto })
  category: CategoryRefDto;
  @ApiProperty({ type: RequesterDto })
  requester: RequesterDto;
  @ApiProperty({ type: PersonRefDto, nullable: true })
  assignee: PersonRefDto | null;
  @ApiProperty({ type: TeamRefDto, nullable: true })
  team: TeamRefDto | null;
  @ApiProperty({ type: [String], example: ['rental', 'roadside'] })
  tags: readonly string[];
  @ApiProperty({ type: LinkedResourceRefDto, nullable: true })
  linked_resource: LinkedResourceRefDto | null;
  @ApiProperty({ type: 'object', additionalProperties: true, example: { odometer_km: 48_120 } })
  custom: object;
  @ApiProperty({ type: String, nullable: true, example: null })
  resolution: string | null;
  @ApiProperty({ example: 1, description: 'The description counts; internal notes only for staff.' })
  message_count: number;
  @ApiProperty(INSTANT)
  last_message_at: string;
  @ApiProperty({ example: 0, description: 'Messages of others that you have not read.' })
  unread_count: number;
  @ApiProperty({ example: 1, description: 'Grows with every change that you may see; also the `ETag`.' })
  version: number;
  @ApiProperty(INSTANT)
  created_at: string;
  @ApiProperty(INSTANT)
  updated_at: string;
  @ApiProperty(LATER)
  first_response_at: string | null;
  @ApiProperty(LATER)
  resolved_at: string | null;
  @ApiProperty(LATER)
  closed_at: string | null;
  @ApiProperty({ enum: ABILITY_NAMES, isArray: true, example: ['reply', 'close'], description: 'What you may do now.' })
  abilities: readonly string[];
}

class PieceDto {
  @ApiProperty({ example: 'Battery' })
  text: string;
  @ApiProperty({ example: true, description: 'Whether it is what was searched for.' })
  match: boolean;
}

class FoundMessageDto {
  @ApiProperty({ example: 2 })
  seq: number;
  @ApiProperty({ type: [PieceDto], description: 'The part of the message around the first of it.' })
  pieces: readonly PieceDto[];
}

class HighlightDto {
  @ApiProperty({ type: [PieceDto], description: 'The whole subject.' })
  subject: readonly PieceDto[];
  @ApiProperty({ type: FoundMessageDto, nullable: true, description: 'A message in which it is too.' })
  message: FoundMessageDto | null;
}

/** A ticket in a list. */
export class ListedTicketDto extends TicketDto {
  @ApiProperty({
    type: HighlightDto,
    required: false,
    description:
      'With `q` only: where it was found, as pieces of plain text, which put together are the text. No HTML.',
  })
  highlight?: HighlightDto;
}

export class ActorDto {
  @ApiProperty({ enum: ['user', 'key', 'system'], example: 'user' })
  type: string;
  @ApiProperty({ example: 2 })
  id: number;
}

export class TicketEventDto {
  @ApiProperty({ required: false, example: 41, description: 'Staff only.' })
  id?: number;
  @ApiProperty({ example: 'ticket.status_changed' })
  type: string;
  @ApiProperty({ example: 'northwind' })
  tenant: string;
  @ApiProperty({ example: 3 })
  ticket_number: number;
  @ApiProperty({ type: ActorDto })
  actor: ActorDto;
  @ApiProperty({ example: '3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d' })
  request_id: string;
  @ApiProperty(INSTANT)
  occurred_at: string;
  @ApiProperty({ example: 4, description: 'The ticket’s version after it.' })
  version: number;
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
