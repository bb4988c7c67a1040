import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Length, ValidateIf } from 'class-validator';
import { EnumField } from '../../../platform/http/fields.js';
import { TOTAL_CAP } from '../../../platform/http/page.js';
import { GROUPINGS, type Grouping } from '../ticket-counts.service.js';
import { TicketFilterDto } from './ticket-query.dto.js';

const MOST_FILTERS = 30;
const LONGEST_FILTER = 2_000;

/** A number up to `TOTAL_CAP`, and beyond it this word. */
export const MANY = `${TOTAL_CAP}+`;
const count = {
  oneOf: [
    { type: 'integer', minimum: 0, maximum: TOTAL_CAP },
    { type: 'string', enum: [MANY] },
  ],
} satisfies ApiPropertyOptions;

/** What is to be counted: groups of the tickets that the filters find, and lists by their queries. */
export class TicketCountsQueryDto extends TicketFilterDto {
  @EnumField(GROUPINGS, { optional: true, example: 'status', description: 'Counts the tickets of each value apart.' })
  by?: Grouping;

  @ApiProperty({
    required: false,
    type: [String],
    maxItems: MOST_FILTERS,
    example: ['status=open&assignee_id=me', 'status=open&priority=urgent'],
    description:
      'The query of a list of tickets, encoded as one value. Repeat it for more lists, each of which is counted by itself. ' +
      'A `sort` or page in it does not matter.',
  })
  @ValidateIf((_, value) => value !== undefined)
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMaxSize(MOST_FILTERS)
  @IsString({ each: true })
  @Length(0, LONGEST_FILTER, { each: true })
  filter?: string[];
}

class TicketGroupDto {
  @ApiProperty({ example: 'open', description: 'What the filter of a list takes: a status, a slug, an id, `null` …' })
  value: string;
  @ApiProperty({ type: String, nullable: true, example: 'open', description: 'Null for the tickets of nobody.' })
  name: string | null;
  @ApiProperty({ ...count, example: 12 })
  count: number | string;
}

export class TicketCountsDto {
  @ApiProperty({ type: [TicketGroupDto], required: false, description: 'With `by` only.' })
  groups?: TicketGroupDto[];
  @ApiProperty({
    type: 'array',
    items: count,
    required: false,
    example: [3, MANY],
    description: 'With `filter` only, in the same order.',
  })
  filters?: (number | string)[];
}
