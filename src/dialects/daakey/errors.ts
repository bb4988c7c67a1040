import { toIso } from '../../platform/clock/clock.js';
import type { DomainError } from '../../platform/errors/domain-error.js';
import type { FailedRequest, WireFailure } from '../../platform/http/dialect-wire.js';
import { MALFORMED_JSON, transportStatusOf } from '../../platform/http/http-errors.js';

const TRANSPORT = {
  405: 'Method Not Allowed',
  409: 'Request In Progress',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Idempotency Key Reused',
  507: 'Storage Full',
};

/** A failure in the envelope of this wire; `errors` only where fields are wrong, never `meta`. */
export function failure(error: DomainError, request: FailedRequest): WireFailure {
  const { status, message } = saying(error, request);
  const errors = status === 422 ? { errors: error.details.errors ?? {} } : {};
  const tail = { data: null, request_id: request.id, timestamp: toIso(request.at) };
  return { status, body: { success: false, message, ...errors, ...tail } };
}

function saying(error: DomainError, { route }: FailedRequest): { status: number; message: string } {
  const transport = transportStatusOf(error);
  if (transport !== null) return { status: transport, message: TRANSPORT[transport] };
  switch (error.kind) {
    case 'invalid':
      return error.code === MALFORMED_JSON.code
        ? { status: 400, message: 'Malformed JSON' }
        : { status: 422, message: 'Validation failed' };
    case 'unauthenticated':
      return { status: 401, message: 'Unauthenticated' };
    case 'forbidden':
      return { status: 403, message: 'Forbidden' };
    case 'not_found':
      return { status: 404, message: route === null ? 'Not Found' : 'Ticket not found' };
    case 'conflict':
    case 'precondition':
      return {
        status: 400,
        message: route?.endsWith('/close') ? 'Ticket is already closed' : 'Cannot add message to closed ticket',
      };
    case 'limited':
      return { status: 429, message: 'Too Many Requests' };
    case 'unavailable':
      return { status: 503, message: 'Service Unavailable' };
    case 'unexpected':
      return { status: 500, message: 'Server Error' };
  }
}
