import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Length, ValidateIf } from 'class-validator';
import { EnumField, QueryBooleanField, QueryListField, TextField } from '../../../platform/http/fields.js';
import { PageQueryDto } from '../../../platform/http/page-query.dto.js';
import { LIMITS, PRIORITIES, type Priority } from '../domain/ticket.js';
import { type Status, STATUSES } from '../domain/ticket-status.js';
import type { Sort } from '../ticket-query.js';

/** What the API offers of the orders that the service knows. */
const OFFERED_SORTS = ['-updated_at', '-created_at', 'created_at', '-priority'] as const satisfies readonly Sort[];
const LONGEST_SEARCH = 200;
const ID = /^[1-9]\d{0,9}$/;
const instant = { optional: true, max: 40, example: '2026-03-01T00:00:00Z' };

/** Which tickets. A comma in a value means "or". */
export class TicketFilterDto {
  @QueryListField({ values: STATUSES, example: 'open,in_progress' })
  status?: Status[];
  @QueryListField({ values: PRIORITIES, example: 'high,urgent' })
  priority?: Priority[];
  @QueryListField({ example: 'billing', description: 'Slugs.' })
  category?: string[];
  @QueryListField({ pattern: /^([1-9]\d{0,9}|me|null)$/, example: 'me', description: 'Ids, `me` or `null` (nobody).' })
  assignee_id?: string[];
  @QueryListField({ pattern: /^([1-9]\d{0,9}|me)$/, example: '3', description: 'Ids or `me`.' })
  requester_id?: string[];
  @QueryListField({ pattern: ID, example: '1' })
  team_id?: string[];

  @ApiProperty({ required: false, type: [String], example: ['rental'], description: 'Repeat it for "and".' })
  @ValidateIf((_, value) => value !== undefined)
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @Length(1, LIMITS.tag * LIMITS.tags, { each: true })
  tag?: string[];

  @TextField({ ...instant, description: 'Opened at this instant or later.' })
  'created_at[gte]'?: string;
  @TextField({ ...instant, description: 'Opened before.' })
  'created_at[lt]'?: string;
  @TextField({ ...instant, description: 'Changed at this instant or later.' })
  'updated_at[gte]'?: string;
  @TextField({ ...instant, description: 'Changed before.' })
  'updated_at[lt]'?: string;
  @TextField({ ...instant, description: 'Resolved at this instant or later, and not reopened since.' })
  'resolved_at[gte]'?: string;
  @TextField({ ...instant, description: 'Resolved before, and not reopened since.' })
  'resolved_at[lt]'?: string;
}

/** Filters, sort and page of a list of tickets. */
export class TicketQueryDto extends IntersectionType(TicketFilterDto, PageQueryDto) {
  @TextField({
    optional: true,
    max: LONGEST_SEARCH,
    example: 'batt* "will not start"',
    description:
      'Full-text search in subjects, descriptions and messages. All words must be in one message, the subject counting with ' +
      'the description; `word*` is the beginning of a word, as is the last word, and `"in quotes"` a row of words. Case and ' +
      'accents do not matter, nor does any other sign. Order numbers and e-mail addresses are found whole and in parts. ' +
      'Tickets with all words in the subject come first, then the others, each from the newest; `sort` and ' +
      '`include_total` cannot be combined with it. A page may hold fewer than `limit` though `has_more` is true.',
  })
  q?: string;

  @EnumField(OFFERED_SORTS, {
    optional: true,
    example: '-updated_at',
    default: '-updated_at',
    description: 'The number breaks ties. To crawl a list that changes meanwhile, sort by creation.',
  })
  sort?: (typeof OFFERED_SORTS)[number];

  @QueryBooleanField({ example: false, description: 'Adds `meta.total`, counted to 10 000.' })
  include_total?: boolean;
}
