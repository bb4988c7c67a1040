import { DomainError, type ErrorKind, errorCode, type FieldErrors } from '../errors/domain-error.js';
import { STORAGE_FULL } from '../database/storage-full.error.js';

/** Failures of the request itself, found before any module sees it; each has a status of its own. */
export const MALFORMED_JSON = errorCode('malformed_json', 'invalid', 'The request body is not valid JSON');
const UNKNOWN_PARAMETER = errorCode('unknown_parameter', 'invalid', 'Unknown query parameter');
export const INVALID_PARAMETER = errorCode('invalid_parameter', 'invalid', 'Invalid query parameter or header');
export const INVALID_CURSOR = errorCode('invalid_cursor', 'invalid', 'The cursor is not valid for this list');
export const METHOD_NOT_ALLOWED = errorCode('method_not_allowed', 'invalid', 'This method is not allowed here');
export const PAYLOAD_TOO_LARGE = errorCode('payload_too_large', 'invalid', 'The request is too large');
export const UNSUPPORTED_MEDIA_TYPE = errorCode(
  'unsupported_media_type',
  'invalid',
  'The content type is not supported here',
);
/** What is wrong with a retry; the same on every wire. */
export const IDEMPOTENCY_IN_PROGRESS = errorCode(
  'idempotency_in_progress',
  'conflict',
  'A request with this Idempotency-Key is being carried out',
);
export const IDEMPOTENCY_KEY_REUSED = errorCode(
  'idempotency_key_reused',
  'invalid',
  'This Idempotency-Key was used for another request',
);

const STATUS_OF_KIND: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  precondition: 412,
  limited: 429,
  unavailable: 503,
  unexpected: 500,
};

const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  [MALFORMED_JSON.code]: 400,
  [UNKNOWN_PARAMETER.code]: 400,
  [INVALID_PARAMETER.code]: 400,
  [INVALID_CURSOR.code]: 400,
  [METHOD_NOT_ALLOWED.code]: 405,
  [IDEMPOTENCY_IN_PROGRESS.code]: 409,
  [PAYLOAD_TOO_LARGE.code]: 413,
  [UNSUPPORTED_MEDIA_TYPE.code]: 415,
  [IDEMPOTENCY_KEY_REUSED.code]: 422,
  [STORAGE_FULL.code]: 507,
};

/** The HTTP status of a code in the native API. */
export function statusOf(error: { readonly code: string; readonly kind: ErrorKind }): number {
  return STATUS_OF_CODE[error.code] ?? STATUS_OF_KIND[error.kind];
}

const TRANSPORT = {
  [METHOD_NOT_ALLOWED.code]: { status: 405, text: 'Method not allowed' },
  [IDEMPOTENCY_IN_PROGRESS.code]: { status: 409, text: 'Request in progress' },
  [PAYLOAD_TOO_LARGE.code]: { status: 413, text: 'Payload too large' },
  [UNSUPPORTED_MEDIA_TYPE.code]: { status: 415, text: 'Unsupported media type' },
  [IDEMPOTENCY_KEY_REUSED.code]: { status: 422, text: 'Idempotency key reused' },
  [STORAGE_FULL.code]: { status: 507, text: 'Storage full' },
} as const;

/**
 * Status and text of what went wrong with the HTTP of a request, which every wire says alike: method, retry, size,
 * content type, room on the disk. Null for everything that is the wire's own to say.
 */
export function transportFailureOf({ code }: { readonly code: string }): { status: number; text: string } | null {
  return TRANSPORT[code] ?? null;
}

export const unknownParameter = (name: string) =>
  new DomainError(UNKNOWN_PARAMETER, { message: `Unknown query parameter: ${name}` });

export const invalidParameter = (message: string, errors?: FieldErrors) =>
  new DomainError(INVALID_PARAMETER, { message, ...(errors && { errors }) });
