import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Allow as Keep } from 'class-validator';
import { EnumField, TextField, TextListField } from '../../../platform/http/fields.js';
import { LIMITS } from '../../../modules/tickets/index.js';
import { PRIORITY, STATUS } from '../vocabulary.js';

const OPTIONAL = { optional: true, nullable: true } as const;
const NOT_BLANK = { verbatim: true, pattern: /\S/ } as const;
const FILES = { ...OPTIONAL, maxItems: LIMITS.attachments, max: 60, description: 'Ids of your own uploads.' };

export class QuootaNewTicket {
  @TextField({ ...NOT_BLANK, max: LIMITS.subject, example: 'Unable to make payment' })
  subject: string;
  @TextField({ ...NOT_BLANK, max: LIMITS.text, example: "I'm experiencing issues making a payment on my loan" })
  description: string;
  @TextField({ max: 60, example: 'category_001', description: 'One of `GET /support/categories`.' })
  categoryId: string;
  @EnumField(PRIORITY.words, { ...OPTIONAL, example: 'High', description: 'Case-sensitive; `Medium` when absent.' })
  priority?: 'Low' | 'Medium' | 'High' | 'Critical' | null;
  @TextListField({ ...FILES, example: ['file_id_123'] })
  attachments?: string[] | null;
}

export class QuootaNewMessage {
  @TextField({ ...NOT_BLANK, max: LIMITS.text, example: "I've tried multiple times but still getting an error" })
  message: string;
  @TextListField({ ...FILES, example: ['file_id_456'] })
  attachments?: string[] | null;
}

export class QuootaClosing {
  @TextField({ ...OPTIONAL, min: 0, max: LIMITS.resolution, example: 'Issue was resolved by updating payment method' })
  resolution?: string | null;
}

/** What is not one plain text becomes one that means nothing here. */
function Plain(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && !value.includes('\0') && value.isWellFormed() ? value : '?',
  );
}

/** Nothing in it is ever wrong: what makes no sense finds nothing, or is the default. */
export class QuootaListQuery {
  @Plain()
  @Keep()
  @ApiProperty({ required: false, enum: [...STATUS.words], example: 'In Progress' })
  status?: string;
  @Plain()
  @Keep()
  @ApiProperty({ required: false, enum: [...PRIORITY.words], example: 'High' })
  priority?: string;
  @Plain()
  @Keep()
  @ApiProperty({ required: false, type: Number, default: 1, example: 1 })
  page?: string;
  @Plain()
  @Keep()
  @ApiProperty({ required: false, type: Number, default: 20, maximum: 100, example: 20 })
  limit?: string;
}
