import { ApiProperty } from '@nestjs/swagger';
import { Allow as Keep } from 'class-validator';
import { EmailField, EnumField, QueryIntField, TextField } from '../../../platform/http/fields.js';
import { MOST } from '../laravel-texts.js';
import { CATEGORY_WORDS, type CategoryWord, PRIORITY, STATUS } from '../vocabulary.js';
import { FileUrls, OptionalBoolean, OptionalId, OptionalText, OptionalWord, WrittenText } from './fields.js';

export type StatusWord = (typeof STATUS.words)[number];
export type PriorityWord = (typeof PRIORITY.words)[number];

export class DaakeyLogin {
  @EmailField({ example: 'ada@daakey.example' })
  email: string;
  @TextField({ verbatim: true, max: MOST.password, example: 'demo-password' })
  password: string;
}

export class DaakeyNewTicket {
  @TextField({ max: MOST.subject, example: 'Vehicle not starting' })
  subject: string;
  @WrittenText({
    max: MOST.message,
    example: 'I am unable to start the vehicle. The dashboard shows an error message.',
  })
  message: string;
  @EnumField(CATEGORY_WORDS, { example: 'vehicle_issue' })
  category: CategoryWord;
  @OptionalWord(PRIORITY.words, { example: 'high', description: '`normal` when absent.' })
  priority?: PriorityWord | null;
  @OptionalId({ example: 5, description: 'A booking of the client’s own.' })
  booking_id?: number | null;
  @FileUrls()
  attachments?: readonly string[] | null;
}

export class DaakeyNewMessage {
  @WrittenText({ max: MOST.message, example: 'It starts now, but the light is still on.' })
  message: string;
  @FileUrls()
  attachments?: readonly string[] | null;
}

export class DaakeyNewDashboardMessage extends DaakeyNewMessage {
  @OptionalBoolean({ example: false, description: 'A note for users of the dashboard only.' })
  internal?: boolean | null;
}

export class DaakeyNewStatus {
  @EnumField(STATUS.words, { example: 'resolved' })
  status: StatusWord;
}

export class DaakeyClosing {
  @OptionalText({ max: MOST.reason, example: 'The client got another vehicle' })
  reason?: string | null;
}

export class DaakeyAssignment {
  @QueryIntField({
    nullable: true,
    min: 1,
    max: 2_147_483_647,
    example: 2,
    description: 'A user of the dashboard; null takes the ticket from its assignee.',
  })
  user_id: number | null;
}

/** Nonsense in the two is the default. */
class DaakeyPageQuery {
  @Keep()
  @ApiProperty({ required: false, type: Number, default: 1, example: 1 })
  page?: unknown;
  @Keep()
  @ApiProperty({ required: false, type: Number, default: 15, maximum: 100, example: 15, description: 'More is cut.' })
  per_page?: unknown;
}

export class DaakeyClientListQuery extends DaakeyPageQuery {
  @OptionalWord(STATUS.words, { example: 'open' })
  status?: StatusWord | null;
}

export class DaakeyDashboardListQuery extends DaakeyPageQuery {
  @OptionalWord(STATUS.words, { example: 'open' })
  status?: StatusWord | null;
  @OptionalWord(PRIORITY.words, { example: 'high' })
  priority?: PriorityWord | null;
  @OptionalWord(CATEGORY_WORDS, { example: 'vehicle_issue' })
  category?: CategoryWord | null;
  @OptionalId({ example: 2, description: 'Id of a user of the dashboard.' })
  assigned_to?: number | null;
}
