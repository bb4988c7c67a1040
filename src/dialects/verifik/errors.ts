import type { DomainError } from '../../platform/errors/domain-error.js';
import type { FailedRequest, WireFailure } from '../../platform/http/dialect-wire.js';
import { MALFORMED_JSON, transportStatusOf } from '../../platform/http/http-errors.js';

const TRANSPORT = {
  405: ['Method not allowed', 'METHOD_NOT_ALLOWED'],
  409: ['Request in progress', 'REQUEST_IN_PROGRESS'],
  413: ['Payload too large', 'PAYLOAD_TOO_LARGE'],
  415: ['Unsupported media type', 'UNSUPPORTED_MEDIA_TYPE'],
  422: ['Idempotency key reused', 'IDEMPOTENCY_KEY_REUSED'],
  507: ['Storage full', 'STORAGE_FULL'],
} as const;

type Saying = readonly [status: number, text: string, code: string];

/** A failure as this wire says it: the text for people in `error`, the code for programs in `message`. */
export function failure(error: DomainError, request: FailedRequest): WireFailure {
  if (request.method === 'GET' && error.kind === 'invalid') {
    return { status: 400, body: { success: false, error: 'Invalid query parameters', code: 'INVALID_PARAMETERS' } };
  }
  const [status, text, code] = saying(error, request);
  return { status, body: { error: text, message: code } };
}

function saying(error: DomainError, { route }: FailedRequest): Saying {
  const transport = transportStatusOf(error);
  if (transport !== null) return [transport, ...TRANSPORT[transport]];
  switch (error.kind) {
    case 'invalid':
      return error.code === MALFORMED_JSON.code
        ? [400, 'Malformed JSON', 'MALFORMED_JSON']
        : [400, 'Invalid request', 'INVALID_REQUEST'];
    case 'unauthenticated':
      return [401, 'Authentication required', 'UNAUTHORIZED'];
    case 'forbidden':
      return [403, 'Insufficient permissions', 'FORBIDDEN'];
    case 'not_found':
      return route === null
        ? [404, 'Not found', 'NOT_FOUND']
        : [404, 'Support ticket not found', 'SUPPORT_TICKET_NOT_FOUND'];
    case 'conflict':
    case 'precondition':
      return [400, 'Support ticket is closed', 'SUPPORT_TICKET_CLOSED'];
    case 'limited':
      return [429, 'Too many requests', 'TOO_MANY_REQUESTS'];
    case 'unavailable':
      return [503, 'Service unavailable', 'SERVICE_UNAVAILABLE'];
    case 'unexpected':
      return [500, 'Internal server error', 'INTERNAL_SERVER_ERROR'];
  }
}
