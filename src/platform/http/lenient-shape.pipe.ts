import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import type { FieldErrors } from '../errors/domain-error.js';
import { invalid } from '../errors/error-codes.js';
import { collectUnstorable, isDto, type Problems } from './shape.pipe.js';

/** A field that is not as its DTO class says. */
export interface FieldProblem {
  readonly field: string;
  readonly value: unknown;
  /** The rules it breaks, by their names in class-validator; `isStorable` for text that no database keeps whole. */
  readonly rules: readonly string[];
}

export type Describe = (problem: FieldProblem) => string | FieldErrors;

/**
 * Reads bodies and queries of a dialect as the servers it stands in for do: what the DTO class does not name is dropped
 * without a word, also a body that is no object. `describe` says in the dialect's words what is wrong with a field, or
 * with each of its parts by their names; the fields are reported in the order of the class (`validation_failed`).
 */
export class LenientShape implements PipeTransform {
  constructor(private readonly describe: Describe) {}

  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || metatype === undefined || !isDto(metatype)) return value;
    const given = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
    const instance = plainToInstance(metatype, { ...(withoutConstructors(given) as object) });
    const problems = problemsOf(instance);
    if (problems.length === 0) return instance;
    throw invalid(Object.assign({}, ...problems.map((problem) => this.errorsOf(problem))) as FieldErrors);
  }

  private errorsOf(problem: FieldProblem): FieldErrors {
    const said = this.describe(problem);
    return typeof said === 'string' ? { [problem.field]: [said] } : said;
  }
}

/** Whether nothing was given: servers like those that dialects stand in for take blank text for none. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** class-transformer takes a key of this name for the class of its object, and fails on what is none. */
function withoutConstructors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutConstructors);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'constructor');
  return Object.fromEntries(entries.map(([key, each]) => [key, withoutConstructors(each)]));
}

/** In the order in which the class declares its fields. */
function problemsOf(instance: object): readonly FieldProblem[] {
  const broken = new Map<string, FieldProblem>();
  for (const error of validateSync(instance, { whitelist: true, forbidUnknownValues: false })) {
    const { property: field, constraints } = error;
    // Without constraints of its own, something in it is wrong.
    broken.set(field, { field, value: error.value as unknown, rules: Object.keys(constraints ?? { nested: true }) });
  }
  for (const [field, value] of Object.entries(instance)) {
    const unstorable: Problems = {};
    collectUnstorable(value, field, unstorable);
    if (Object.keys(unstorable).length > 0 && !broken.has(field)) {
      broken.set(field, { field, value: value as unknown, rules: ['isStorable'] });
    }
  }
  if (broken.size < 2) return [...broken.values()];
  const order = declaredFields(instance.constructor);
  return [...broken.values()].sort((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

function declaredFields(dto: object): readonly string[] {
  const declared = getMetadataStorage().getTargetValidationMetadatas(dto as never, '', false, false);
  return [...new Set(declared.map(({ propertyName }) => propertyName))];
}
