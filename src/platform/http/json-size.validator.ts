import { ValidateBy } from 'class-validator';

/** Bounds a free JSON value by the bytes it takes when written out. */
export function IsJsonOfAtMost(bytes: number): PropertyDecorator {
  return ValidateBy({
    name: 'isJsonOfAtMost',
    validator: {
      validate: (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '') <= bytes,
      defaultMessage: (args) => `${args?.property ?? 'value'} must take at most ${bytes} bytes as JSON`,
    },
  });
}
