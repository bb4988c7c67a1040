import type { DomainError } from '../../platform/errors/domain-error.js';
import type { FailedRequest, WireFailure } from '../../platform/http/dialect-wire.js';
import { transportStatusOf } from '../../platform/http/http-errors.js';

const TRANSPORT = {
  405: 'Method not allowed',
  409: 'Request in progress',
  413: 'Payload too large',
  415: 'Unsupported media type',
  422: 'Idempotency key reused',
  507: 'Storage full',
};

/** A failure in the two keys of this wire. */
export function failure(error: DomainError, request: FailedRequest): WireFailure {
  const { status, message } = saying(error, request);
  return { status, body: { success: false, message } };
}

function saying(error: DomainError, { route }: FailedRequest): { status: number; message: string } {
  const transport = transportStatusOf(error);
  if (transport !== null) return { status: transport, message: TRANSPORT[transport] };
  switch (error.kind) {
    case 'invalid':
      return { status: 400, message: Object.values(error.details.errors ?? {})[0]?.[0] ?? 'Malformed JSON' };
    case 'unauthenticated':
      return { status: 401, message: 'Unauthorized' };
    case 'forbidden':
      return { status: 403, message: 'Forbidden' };
    case 'not_found':
      return { status: 404, message: route === null ? 'Not found' : 'Ticket not found' };
    case 'conflict':
    case 'precondition':
      return { status: 400, message: 'Ticket is closed' };
    case 'limited':
      return { status: 429, message: 'Too many requests' };
    case 'unavailable':
      return { status: 503, message: 'Service unavailable' };
    case 'unexpected':
      return { status: 500, message: 'Internal server error' };
  }
}
