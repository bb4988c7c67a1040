import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateBy, ValidateIf } from 'class-validator';
import { BooleanField, EnumField, QueryIntField, TextField } from '../../../platform/http/fields.js';
import { isMissing } from '../../../platform/http/lenient-shape.pipe.js';
import { isUrl, MOST } from '../laravel-texts.js';

interface Documented {
  readonly example: unknown;
  readonly description?: string;
}

const OPTIONAL = { optional: true, nullable: true } as const;

/** Laravel takes blank text for null, and null for a field that is not there. */
const BlankIsNull = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' && isMissing(value) ? null : value));

/** Text that must be there, kept as it is written. */
export function WrittenText(options: Documented & { readonly max: number }): PropertyDecorator {
  return TextField({ ...options, verbatim: true, pattern: /\S/ });
}

export function OptionalText(options: Documented & { readonly max: number }): PropertyDecorator {
  return applyDecorators(BlankIsNull(), TextField({ ...options, ...OPTIONAL, verbatim: true }));
}

export function OptionalWord(words: readonly string[], options: Documented): PropertyDecorator {
  return applyDecorators(BlankIsNull(), EnumField(words, { ...options, ...OPTIONAL }));
}

/** An id, which Laravel also reads from digits in a text. */
export function OptionalId(options: Documented): PropertyDecorator {
  return applyDecorators(BlankIsNull(), QueryIntField({ ...options, ...OPTIONAL, min: 1, max: 2_147_483_647 }));
}

const BOOLEANS = new Map<unknown, boolean>([
  [1, true],
  [0, false],
  ['1', true],
  ['0', false],
]);

export function OptionalBoolean(options: Documented): PropertyDecorator {
  return applyDecorators(
    BlankIsNull(),
    Transform(({ value }: { value: unknown }) => BOOLEANS.get(value) ?? value),
    BooleanField({ ...options, ...OPTIONAL }),
  );
}

/** URLs of files: of our own uploads or of files that are kept elsewhere. */
export function FileUrls(): PropertyDecorator {
  const isLinkable = { name: 'isLinkable', validator: { validate: isUrl } };
  return applyDecorators(
    ApiProperty({
      type: [String],
      required: false,
      nullable: true,
      maxItems: MOST.attachments,
      example: ['https://cdn.daakey.example/photos/dashboard.jpg'],
      description: 'http or https; what an upload of yours answered as `url`, or a file that is kept elsewhere.',
    }),
    ValidateIf((_, value) => value !== undefined && value !== null),
    IsArray(),
    ArrayMaxSize(MOST.attachments),
    ValidateBy(isLinkable, { each: true }),
  );
}
