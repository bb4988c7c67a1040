import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { DomainError } from '../errors/domain-error.js';
import { invalid } from '../errors/error-codes.js';
import { INVALID_PARAMETER, unknownParameter } from './http-errors.js';

export type Problems = Record<string, string[]>;

/** How many wrong fields an answer names. */
const MAX_REPORTED = 50;

/**
 * Checks a body or a query against its DTO class. All failing fields of a body are reported together (422); a query is
 * refused at its first problem (400). What the class does not name is refused, not dropped.
 */
@Injectable()
export class ShapePipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (metatype === undefined || !isDto(metatype)) return value;
    switch (type) {
      case 'body':
        return checkBody(value, metatype);
      case 'query':
        return checkQuery(value, metatype);
      case 'param':
      case 'custom':
        return value;
    }
  }
}

function checkBody(value: unknown, dto: Type<object>): object {
  const body = value ?? {};
  if (typeof body !== 'object' || Array.isArray(body)) throw invalid({ body: ['body must be a JSON object'] });
  const problems: Problems = {};
  collectUnstorable(body, '', problems);
  throwIfAny(problems);
  const instance = plainToInstance(dto, body);
  collect(validate(instance), '', problems);
  throwIfAny(problems);
  return instance;
}

/** What a route without a body was sent. */
export function checkNoBody(value: unknown): void {
  const body = value ?? {};
  if (typeof body !== 'object' || Array.isArray(body)) throw invalid({ body: ['body must be empty'] });
  throwIfAny(Object.fromEntries(Object.keys(body).map((key) => [key, [`property ${key} should not exist`]])));
}

/** Many are as good as all: nobody reads on, and whoever sent ten thousand wrong fields gets no megabyte back. */
function throwIfAny(problems: Problems): void {
  const found = Object.entries(problems).slice(0, MAX_REPORTED);
  if (found.length > 0) throw invalid(Object.fromEntries(found));
}

/** Throws `unknown_parameter` and `invalid_parameter`. */
export function checkQuery<T extends object>(value: unknown, dto: Type<T>): T {
  // class-transformer drops such a key without a word.
  const inherited = Object.keys(value as object).find(isInherited);
  if (inherited !== undefined) throw unknownParameter(inherited);
  const instance = plainToInstance(dto, { ...(value as object) });
  const unstorable: Problems = {};
  collectUnstorable(value, '', unstorable);
  const [error] = validate(instance);
  if (error?.constraints?.['whitelistValidation'] !== undefined) {
    throw unknownParameter(error.property);
  }
  const problems: Problems = unstorable;
  if (error) collect([error], '', problems);
  const [text] = Object.values(problems).flat();
  if (text !== undefined) throw new DomainError(INVALID_PARAMETER, { message: text });
  return instance;
}

function validate(instance: object): ValidationError[] {
  return validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
}

function collect(errors: readonly ValidationError[], prefix: string, problems: Problems): void {
  for (const { property, constraints, children } of errors) {
    const path = prefix + property;
    if (constraints) problems[path] = Object.values(constraints);
    if (children) collect(children, `${path}.`, problems);
  }
}

/**
 * Names by their paths: text that a database would cut or refuse (NUL, half of a surrogate pair), numbers that JSON was
 * too long for, and keys that would reach a prototype.
 */
export function collectUnstorable(value: unknown, path: string, problems: Problems): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) problems[path] = [`${path} must be text without NUL and unpaired surrogates`];
  } else if (typeof value === 'number') {
    if (!isExact(value)) problems[path] = [`${path} must be a number that keeps its value`];
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      const inner = path === '' ? key : `${path}.${key}`;
      if (isInherited(key) || !isStorable(key)) problems[path || 'body'] = [`${path || 'body'} has a forbidden key`];
      else collectUnstorable(each, inner, problems);
    }
  }
}

/** `__proto__`, `toString` …: class-transformer would drop such a key without a word, or run into it. */
function isInherited(key: string): boolean {
  return key in Object.prototype;
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Not endless, and no integer so large that reading it has rounded it. */
function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

export function isDto(metatype: Type<unknown>): metatype is Type<object> {
  return ![String, Number, Boolean, Array, Object].includes(metatype as never);
}
