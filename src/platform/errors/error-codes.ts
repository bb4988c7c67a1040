import { DomainError, errorCode, type FieldErrors } from './domain-error.js';

export const NOT_FOUND = errorCode('not_found', 'not_found', 'Not found');
export const FORBIDDEN = errorCode('forbidden', 'forbidden', 'You may not do this');
export const CONFLICT = errorCode('conflict', 'conflict', 'The request conflicts with the current state');
export const ALREADY_EXISTS = errorCode('already_exists', 'conflict', 'It exists already');
export const VERSION_MISMATCH = errorCode(
  'version_mismatch',
  'precondition',
  'It was changed by somebody else meanwhile',
);
const VALIDATION_FAILED = errorCode('validation_failed', 'invalid', 'Validation failed');
export const UNAVAILABLE = errorCode('unavailable', 'unavailable', 'The service is not available at the moment');
export const INTERNAL_ERROR = errorCode('internal_error', 'unexpected', 'Something went wrong on our side');

export const notFound = () => new DomainError(NOT_FOUND);

export const invalid = (errors: FieldErrors) => new DomainError(VALIDATION_FAILED, { errors });
