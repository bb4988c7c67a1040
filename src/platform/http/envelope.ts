import type { DomainError, FieldErrors } from '../errors/domain-error.js';

/** What only lists carry beside their rows. */
export interface PageMeta {
  readonly limit: number;
  readonly next_cursor: string | null;
  readonly has_more: boolean;
  readonly total?: number;
}

export interface SuccessEnvelope {
  readonly success: true;
  readonly message: string;
  readonly data: unknown;
  readonly meta?: PageMeta;
  readonly request_id: string;
  readonly timestamp: string;
}

export interface FailureEnvelope {
  readonly success: false;
  readonly message: string;
  readonly code: string;
  readonly errors?: FieldErrors;
  readonly data: unknown;
  readonly request_id: string;
  readonly timestamp: string;
}

export function failureEnvelope(error: DomainError, requestId: string, timestamp: string): FailureEnvelope {
  return {
    success: false,
    message: error.message,
    code: error.code,
    ...(error.details.errors && { errors: error.details.errors }),
    data: error.details.data ?? null,
    request_id: requestId,
    timestamp,
  };
}
