import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

/** Text of `min` to `max` code points, which is what the databases count; class-validator's own takes some for none. */
export function IsTextOf(min: number, max: number, options?: ValidationOptions): PropertyDecorator {
  const text = buildMessage((each) => `${each}$property must have $constraint1 to $constraint2 characters`, options);
  return ValidateBy(
    {
      name: 'isTextOf',
      constraints: [min, max],
      validator: {
        validate: (value: unknown) => typeof value === 'string' && hasLength(value, min, max),
        defaultMessage: text,
      },
    },
    options,
  );
}

/** An e-mail address that still fits once it is brought to the form in which it is compared and kept. */
export function IsEmailThatFits(max: number): PropertyDecorator {
  return ValidateBy({
    name: 'isEmailThatFits',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' &&
        hasLength(value, 0, max) &&
        hasLength(value.normalize('NFKC').toLowerCase(), 0, max),
      defaultMessage: () => `$property must have at most ${max} characters in its normal form`,
    },
  });
}

/** A list in which nothing is there twice; unlike class-validator's ArrayUnique its time grows with the list only. */
export function IsWithoutRepeats(): PropertyDecorator {
  return ValidateBy({
    name: 'isWithoutRepeats',
    validator: {
      validate: (value: unknown) => Array.isArray(value) && new Set(value).size === value.length,
      defaultMessage: () => '$property must have nothing twice',
    },
  });
}

function hasLength(text: string, min: number, max: number): boolean {
  // A code point takes two units at most, so that a megabyte need not be taken apart.
  if (text.length > 2 * max) return false;
  const length = [...text].length;
  return length >= min && length <= max;
}
