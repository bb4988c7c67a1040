import type { DomainError, FieldErrors } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/error-codes.js';
import { type FieldProblem, isMissing } from '../../platform/http/lenient-shape.pipe.js';
import { isLinkable } from '../../modules/attachments/index.js';

/** Laravel's stock English for what is wrong with a field. */
export const TEXTS = {
  required: (field: string) => `The ${spoken(field)} field is required.`,
  unknown: (field: string) => `The selected ${spoken(field)} is invalid.`,
  notUploaded: (field: string) => `The ${spoken(field)} failed to upload.`,
  tooLarge: (field: string, kilobytes: number) =>
    `The ${spoken(field)} field must not be greater than ${kilobytes} kilobytes.`,
  wrongType: (field: string, types: readonly string[]) =>
    `The ${spoken(field)} field must be a file of type: ${types.join(', ')}.`,
} as const;

/** The most characters of each text, and the most attachments. */
export const MOST = {
  subject: 255,
  message: 10_000,
  reason: 5_000,
  email: 190,
  password: 200,
  attachments: 10,
} as const;

/** What each rule says, the first that is broken alone. */
const RULES: readonly (readonly [rule: string, say: (field: string) => string])[] = [
  ['isStorable', (field) => `The ${spoken(field)} field format is invalid.`],
  ['isString', (field) => `The ${spoken(field)} field must be a string.`],
  ['isArray', (field) => `The ${spoken(field)} field must be an array.`],
  ['arrayMaxSize', (field) => `The ${spoken(field)} field must not have more than ${MOST.attachments} items.`],
  ['isInt', (field) => `The ${spoken(field)} field must be an integer.`],
  ['isBoolean', (field) => `The ${spoken(field)} field must be true or false.`],
  ['isEmail', (field) => `The ${spoken(field)} field must be a valid email address.`],
  ['isTextOf', (field) => `The ${spoken(field)} field must not be greater than ${mostOf(field)} characters.`],
];

/** Says what is wrong with a field, or with each of its URLs. */
export function describe(problem: FieldProblem): string | FieldErrors {
  const { field, value, rules } = problem;
  if (isMissing(value)) return TEXTS.required(field);
  if (rules.includes('isLinkable') && Array.isArray(value) && !rules.includes('arrayMaxSize')) return badUrls(problem);
  const [, say] = RULES.find(([rule]) => rules.includes(rule)) ?? [];
  return (say ?? TEXTS.unknown)(field);
}

/** That one field is not as it must be. */
export function refusal(field: string, text: string): DomainError {
  return invalid({ [field]: [text] });
}

function badUrls({ field, value }: FieldProblem): FieldErrors {
  const bad = (value as readonly unknown[]).flatMap((each, index) => (isUrl(each) ? [] : [`${field}.${index}`]));
  return Object.fromEntries(bad.map((name) => [name, [`The ${name} field must be a valid URL.`]]));
}

export function isUrl(value: unknown): value is string {
  return typeof value === 'string' && isLinkable(value);
}

function mostOf(field: string): number {
  return field in MOST ? MOST[field as keyof typeof MOST] : 0;
}

function spoken(field: string): string {
  return field.replaceAll('_', ' ');
}
