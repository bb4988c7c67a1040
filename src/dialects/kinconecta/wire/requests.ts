import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsOptional, ValidateBy, ValidateNested } from 'class-validator';
import { parseIso } from '../../../platform/clock/clock.js';
import { EmailField, EnumField, TextField } from '../../../platform/http/fields.js';
import { LIMITS } from '../../../modules/tickets/index.js';
import { ROLE_CONTEXTS, type RoleContext, STATUS } from '../vocabulary.js';

/** How much may be in a field: as the vendor's table has it; its `category` and `message` have no end there. */
export const SIZES = { fullName: 150, email: 190, subject: 180, category: 100, message: LIMITS.text } as const;
export const MAX_FILES = LIMITS.attachments;

const OPTIONAL = { optional: true, nullable: true } as const;
const NOT_BLANK = { verbatim: true, pattern: /\S/ } as const;

/** A date in ISO 8601 that exists, with a zone if it has a time. */
function DateTextField(example: string): PropertyDecorator {
  const decorators = [
    ApiProperty({ type: String, format: 'date-time', required: false, nullable: true, example }),
    IsOptional(),
    ValidateBy({
      name: 'isDateText',
      validator: { validate: (value: unknown) => typeof value === 'string' && parseIso(value) !== null },
    }),
  ];
  return (target, name) => decorators.forEach((decorate) => decorate(target, name));
}

class KinconectaNewFile {
  @TextField({ max: 255, example: 'screenshot.png' })
  fileName: string;
  @TextField({
    max: 500,
    example: 'https://storage.kinconecta.com/tickets/1/screenshot.png',
    description: 'http or https; shown and never fetched.',
  })
  fileUrl: string;
}

/** Without an id: a client's own is not looked at. */
export class KinconectaNewTicket {
  @EnumField(ROLE_CONTEXTS, { example: 'tourist' })
  roleContext: RoleContext;
  @TextField({ ...NOT_BLANK, max: SIZES.fullName, example: 'Ana Martinez' })
  fullName: string;
  @EmailField({ example: 'ana@example.com', description: 'Blanks around it are taken off.' })
  email: string;
  @TextField({ ...NOT_BLANK, max: SIZES.subject, example: 'Question about tour cancellation' })
  subject: string;
  @TextField({ max: SIZES.category, example: 'General Inquiry', description: 'In any words.' })
  category: string;
  @TextField({ ...NOT_BLANK, max: SIZES.message, example: 'What is your cancellation policy?' })
  message: string;
  @EnumField(STATUS.words, { ...OPTIONAL, example: 'open', description: '`open` when absent.' })
  status?: (typeof STATUS.words)[number] | null;
  @DateTextField('2026-03-10T11:00:00Z')
  createdAt?: string | null;
  @DateTextField('2026-03-10T11:00:00Z')
  updatedAt?: string | null;
  @ApiProperty({ type: [KinconectaNewFile], required: false, nullable: true, maxItems: MAX_FILES })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_FILES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => KinconectaNewFile)
  attachments?: KinconectaNewFile[] | null;
}
