import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsEmailThatFits, IsTextOf, IsWithoutRepeats } from './field-validators.js';
import { IsJsonOfAtMost } from './json-size.validator.js';

/** Fields of request DTOs: what is accepted and what the OpenAPI document says of it, in one decorator. */
interface FieldOptions {
  readonly example?: unknown;
  readonly description?: string;
  /** What an absent one means. */
  readonly default?: unknown;
  /** May be absent. */
  readonly optional?: boolean;
  /** May be null, which takes the value away. */
  readonly nullable?: boolean;
}

interface TextOptions extends FieldOptions {
  readonly min?: number;
  readonly max: number;
  readonly pattern?: RegExp;
  /** Kept as written, blanks around it included. */
  readonly verbatim?: boolean;
}

const LARGEST_INT = 2_147_483_647;
const MAX_EMAIL = 190;

export function TextField({ min = 1, max, pattern, verbatim = false, ...options }: TextOptions): PropertyDecorator {
  return applyDecorators(
    ...presence(options, {
      type: String,
      minLength: min,
      maxLength: max,
      ...(pattern && { pattern: pattern.source }),
    }),
    ...(verbatim ? [] : [Transform(trimmed)]),
    IsString(),
    IsTextOf(min, max),
    ...(pattern ? [Matches(pattern)] : []),
  );
}

export function EmailField(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    ...presence({ example: 'ada@example.com', ...options }, { type: String, format: 'email', maxLength: MAX_EMAIL }),
    Transform(trimmed),
    IsString(),
    IsTextOf(3, MAX_EMAIL),
    IsEmailThatFits(MAX_EMAIL),
    IsEmail(),
  );
}

export function EnumField(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(...presence(options, { enum: [...values] }), IsIn([...values]));
}

export function IdField(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    ...presence({ example: 7, ...options }, { type: 'integer', minimum: 1, maximum: LARGEST_INT }),
    IsInt(),
    Min(1),
    Max(LARGEST_INT),
  );
}

export function IntField({ min, max, ...options }: FieldOptions & { min: number; max: number }): PropertyDecorator {
  return applyDecorators(
    ...presence(options, { type: 'integer', minimum: min, maximum: max }),
    IsInt(),
    Min(min),
    Max(max),
  );
}

export function BooleanField(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(...presence(options, { type: Boolean }), IsBoolean());
}

/** A list of short texts, none twice. */
export function TextListField(
  options: FieldOptions & { maxItems: number; max: number; pattern?: RegExp },
): PropertyDecorator {
  const { maxItems, max, pattern, ...rest } = options;
  return applyDecorators(
    ...presence(rest, {
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: max },
      maxItems,
      uniqueItems: true,
    }),
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((each: unknown) => (typeof each === 'string' ? each.trim() : each)) : value,
    ),
    IsArray(),
    ArrayMaxSize(maxItems),
    IsWithoutRepeats(),
    IsString({ each: true }),
    IsTextOf(1, max, { each: true }),
    ...(pattern ? [Matches(pattern, { each: true })] : []),
  );
}

export function EnumListField(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    ...presence(options, { type: 'array', items: { type: 'string', enum: [...values] }, uniqueItems: true }),
    IsArray(),
    IsWithoutRepeats(),
    IsIn([...values], { each: true }),
  );
}

export function IdListField({ maxItems, ...options }: FieldOptions & { maxItems: number }): PropertyDecorator {
  return applyDecorators(
    ...presence(options, { type: 'array', items: { type: 'integer', minimum: 1 }, maxItems, uniqueItems: true }),
    IsArray(),
    ArrayMaxSize(maxItems),
    IsWithoutRepeats(),
    IsInt({ each: true }),
    Min(1, { each: true }),
    Max(LARGEST_INT, { each: true }),
  );
}

/** A free JSON object of at most `maxBytes` when written out. */
export function ObjectField({ maxBytes, ...options }: FieldOptions & { maxBytes: number }): PropertyDecorator {
  return applyDecorators(
    ...presence(options, { type: 'object', additionalProperties: true }),
    IsObject(),
    IsJsonOfAtMost(maxBytes),
  );
}

/** A whole number in a query, written in digits and nothing else. */
export function QueryIntField(
  options: FieldOptions & { min: number; max: number; default?: number },
): PropertyDecorator {
  const { min, max, default: standard, ...rest } = options;
  return applyDecorators(
    ...presence(rest, {
      type: 'integer',
      minimum: min,
      maximum: max,
      ...(standard !== undefined && { default: standard }),
    }),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ),
    IsInt(),
    Min(min),
    Max(max),
  );
}

export function QueryBooleanField(options: FieldOptions = {}): PropertyDecorator {
  return applyDecorators(
    ...presence({ optional: true, ...options }, { type: Boolean }),
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(),
  );
}

/** A query value in which a comma means "or". */
export function QueryListField(
  options: FieldOptions & { values?: readonly string[]; pattern?: RegExp },
): PropertyDecorator {
  const { values, pattern, ...rest } = options;
  return applyDecorators(
    ...presence({ optional: true, ...rest }, { type: String }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    IsArray(),
    ArrayMaxSize(50),
    IsString({ each: true }),
    ...(values ? [IsIn([...values], { each: true })] : []),
    ...(pattern ? [Matches(pattern, { each: true })] : []),
  );
}

function presence(
  { optional, nullable, ...documented }: FieldOptions,
  schema: ApiPropertyOptions,
): PropertyDecorator[] {
  return [
    ApiProperty({
      ...schema,
      ...documented,
      required: optional !== true,
      ...(nullable === true && { nullable: true }),
    } as ApiPropertyOptions),
    ...(optional || nullable
      ? [ValidateIf((_, value) => !(optional && value === undefined) && !(nullable && value === null))]
      : []),
  ];
}

function trimmed({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? value.trim() : value;
}
