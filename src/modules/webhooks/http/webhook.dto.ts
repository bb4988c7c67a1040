import { ApiProperty } from '@nestjs/swagger';
import { IsString, IsUrl } from 'class-validator';
import { TYPE_PATTERN } from '../../../platform/events/event-types.js';
import { EnumField, TextField, TextListField } from '../../../platform/http/fields.js';
import { PageQueryDto } from '../../../platform/http/page-query.dto.js';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../domain/delivery.js';
import { WEBHOOK_STATUSES } from '../domain/webhook.js';

const URL_EXAMPLE = 'https://app.northwind.example/hooks/desk';
const URL_TEXT =
  'https; http only into networks of OUTBOUND_ALLOW, or outside production. Never a private network else.';
const EVENTS = {
  maxItems: 50,
  max: 81,
  pattern: TYPE_PATTERN,
  example: ['ticket.*', 'message.created'],
  description: 'Types of events, or all that begin alike: `ticket.*`. `*`, the default, means every event.',
};
const IsWebUrl = () =>
  IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true });

export class CreateWebhookDto {
  @TextField({ max: 2_000, example: URL_EXAMPLE, description: URL_TEXT })
  @IsString()
  @IsWebUrl()
  url: string;
  @TextField({ optional: true, nullable: true, max: 255, example: 'Order sync' })
  description?: string | null;
  @TextListField({ ...EVENTS, optional: true })
  events?: string[];
}

export class ChangeWebhookDto {
  @TextField({ optional: true, max: 2_000, example: URL_EXAMPLE, description: URL_TEXT })
  @IsWebUrl()
  url?: string;
  @TextField({ optional: true, nullable: true, max: 255, example: 'Order sync' })
  description?: string | null;
  @TextListField({ ...EVENTS, optional: true })
  events?: string[];
}

export class WebhookDto {
  @ApiProperty({ example: 1 })
  id: number;
  @ApiProperty({ example: URL_EXAMPLE })
  url: string;
  @ApiProperty({ type: String, nullable: true, example: 'Order sync' })
  description: string | null;
  @ApiProperty({ type: [String], example: ['ticket.*'] })
  events: readonly string[];
  @ApiProperty({
    enum: WEBHOOK_STATUSES,
    example: 'active',
    description: '`paused`: events wait. `disabled`: it answered 410; nothing is added until it is resumed.',
  })
  status: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: null,
    description: 'Until when messages are signed with the secret before, too.',
  })
  old_secret_until: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-01-05T08:00:00.000Z' })
  created_at: string;
  @ApiProperty({ format: 'date-time', example: '2026-02-11T14:05:31.000Z' })
  updated_at: string;
}

export class WebhookWithSecretDto extends WebhookDto {
  @ApiProperty({ example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', description: 'Shown this once.' })
  secret: string;
}

export class DeliveryQueryDto extends PageQueryDto {
  @EnumField(DELIVERY_STATUSES, { optional: true, example: 'parked' })
  status?: DeliveryStatus;
}

export class ReplayQueryDto {
  @TextField({ max: 40, example: '2026-03-01T00:00:00Z', description: 'A date, or an instant with a time zone.' })
  from: string;
}

export class DeliveryDto {
  @ApiProperty({ example: 31 })
  id: number;
  @ApiProperty({ example: 1 })
  webhook_id: number;
  @ApiProperty({ example: 'msg_41_1', description: 'The `webhook-id` of every attempt.' })
  message_id: string;
  @ApiProperty({ type: Number, nullable: true, example: 41, description: 'Null for a test.' })
  event_id: number | null;
  @ApiProperty({ example: 'ticket.created' })
  type: string;
  @ApiProperty({ type: Number, nullable: true, example: 3 })
  ticket_number: number | null;
  @ApiProperty({
    enum: DELIVERY_STATUSES,
    example: 'delivered',
    description:
      '`waiting` for an earlier event of its ticket, `pending`, `delivered`, or `parked` after the last attempt.',
  })
  status: string;
  @ApiProperty({ example: 1 })
  attempts: number;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', example: null })
  next_attempt_at: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-04T09:30:00.000Z' })
  created_at: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', example: '2026-03-04T09:30:00.120Z' })
  attempted_at: string | null;
  @ApiProperty({ type: Number, nullable: true, example: 200 })
  response_status: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 38 })
  duration_ms: number | null;
  @ApiProperty({ type: String, nullable: true, example: null })
  error: string | null;
  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: { type: 'string' },
    example: { 'webhook-id': 'msg_41_1' },
  })
  request_headers: object | null;
  @ApiProperty({ type: String, nullable: true, example: '{"type":"ticket.created"}', description: 'The first 2 KB.' })
  request_body: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'ok', description: 'The first 2 KB.' })
  response_body: string | null;
}

export class ReplayedDto {
  @ApiProperty({ example: 12, description: 'Deliveries that begin anew.' })
  count: number;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    example: null,
    description: 'Where to go on, when there are more than one request replays.',
  })
  continue_from: string | null;
}
