import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, ValidateNested } from 'class-validator';
import {
  EnumField,
  IntField,
  QueryBooleanField,
  QueryIntField,
  TextField,
  TextListField,
} from '../../../platform/http/fields.js';
import { LIMITS, type Status } from '../../../modules/tickets/index.js';
import { CATEGORIES, type CategoryWord, PRIORITY, STATUS } from '../vocabulary.js';

type PriorityWord = (typeof PRIORITY.words)[number];

const OPTIONAL = { optional: true, nullable: true } as const;
const NOT_BLANK = { verbatim: true, pattern: /\S/ } as const;
/** More digits than anybody means, and still exact. */
const LARGEST_COUNT = 999_999_999_999_999;

const TITLE = { ...NOT_BLANK, max: LIMITS.subject, example: 'API Integration Issue' };
const DESCRIPTION = {
  ...NOT_BLANK,
  max: LIMITS.text,
  example: 'Having trouble integrating the biometric validation API.',
};
const TAGS = {
  ...OPTIONAL,
  maxItems: LIMITS.tags,
  max: LIMITS.tag,
  pattern: /^[^,]+$/,
  example: ['api', 'authentication', 'biometric'],
  description: 'Of those that are there twice one is kept.',
};

/** A tag that is there twice is there. */
function withoutRepeats({ value }: { value: unknown }): unknown {
  if (!Array.isArray(value)) return value;
  return [...new Set(value.map((tag: unknown) => (typeof tag === 'string' ? tag.trim() : tag)))];
}

/** What a form sends for "all". */
function unlessEmpty({ value }: { value: unknown }): unknown {
  return value === '' ? undefined : value;
}

class VerifikNewAttachment {
  @TextField({ max: 255, example: 'error_logs.txt' })
  filename: string;
  @TextField({
    max: 2_000,
    example: 'https://storage.verifik.co/attachments/error_logs.txt',
    description: 'http or https. It is shown and never fetched; the URL of an upload of your own makes that the file.',
  })
  url: string;
  @IntField({ ...OPTIONAL, min: 0, max: Number.MAX_SAFE_INTEGER, example: 1024, description: 'Bytes.' })
  size?: number | null;
  @TextField({ ...OPTIONAL, min: 0, max: 127, example: 'text/plain' })
  type?: string | null;
}

function AttachmentsField(): PropertyDecorator {
  const decorators = [
    ApiProperty({ type: [VerifikNewAttachment], required: false, nullable: true, maxItems: LIMITS.attachments }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(LIMITS.attachments),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(() => VerifikNewAttachment),
  ];
  return (target, name) => decorators.forEach((decorate) => decorate(target, name));
}

export class VerifikNewTicket {
  @TextField(TITLE)
  title: string;
  @TextField(DESCRIPTION)
  description: string;
  @EnumField(PRIORITY.words, { example: 'high' })
  priority: PriorityWord;
  @EnumField(CATEGORIES, { example: 'technical' })
  category: CategoryWord;
  @Transform(withoutRepeats)
  @TextListField(TAGS)
  tags?: string[] | null;
  @AttachmentsField()
  attachments?: VerifikNewAttachment[] | null;
}

export class VerifikNewThread {
  @TextField({ ...NOT_BLANK, max: LIMITS.text, example: 'The token was renewed, and it still fails.' })
  message: string;
  @AttachmentsField()
  attachments?: VerifikNewAttachment[] | null;
}

export class VerifikChanges {
  @TextField({ ...TITLE, optional: true })
  title?: string;
  @TextField({ ...DESCRIPTION, optional: true })
  description?: string;
  @EnumField(PRIORITY.words, { optional: true, example: 'urgent', description: 'Agents only.' })
  priority?: PriorityWord;
  @EnumField(CATEGORIES, { optional: true, example: 'technical', description: 'Agents only.' })
  category?: CategoryWord;
  @Transform(withoutRepeats)
  @TextListField(TAGS)
  tags?: string[] | null;
  @EnumField(STATUS.words, { optional: true, example: 'resolved', description: 'Agents only.' })
  status?: Status;
  @TextField({ ...OPTIONAL, max: 190, example: 'agent_7', description: 'Agents only; null for nobody.' })
  assignedTo?: string | null;
  @TextField({
    ...OPTIONAL,
    min: 0,
    max: LIMITS.resolution,
    example: 'The token had expired.',
    description: 'Agents only, of a ticket that is or becomes resolved or closed.',
  })
  resolution?: string | null;
}

export class VerifikListQuery {
  @QueryIntField({ optional: true, min: 1, max: LARGEST_COUNT, default: 1, example: 1 })
  page?: number;
  @QueryIntField({
    optional: true,
    min: 1,
    max: LARGEST_COUNT,
    default: 10,
    example: 10,
    description: 'Above 100 it is 100.',
  })
  limit?: number;
  @Transform(unlessEmpty)
  @EnumField(STATUS.words, { optional: true, example: 'open' })
  status?: Status;
  @Transform(unlessEmpty)
  @EnumField(CATEGORIES, { optional: true, example: 'technical' })
  category?: CategoryWord;
  @Transform(unlessEmpty)
  @EnumField(PRIORITY.words, { optional: true, example: 'high' })
  priority?: PriorityWord;
  @QueryBooleanField({ example: true, description: 'Whether to tell how many tickets have each status.' })
  countByStatus?: boolean;
}
