import type { DomainError } from '../../platform/errors/domain-error.js';
import type { FailedRequest, WireFailure } from '../../platform/http/dialect-wire.js';
import { transportStatusOf } from '../../platform/http/http-errors.js';

const TRANSPORT = {
  405: 'Not found',
  409: 'Request in progress',
  413: 'Payload too large',
  415: 'Unsupported media type',
  422: 'Idempotency key reused',
  507: 'Storage full',
};

/** A failure in the four keys of this wire. It knows no 403, 405 and 422: who may not, is not; what is wrong, is 400. */
export function failure(error: DomainError, request: FailedRequest): WireFailure {
  const { status, message } = saying(error, request);
  return { status, body: { success: false, statusCode: status, data: null, error: { message } } };
}

function saying(error: DomainError, { method, route }: FailedRequest): { status: number; message: string } {
  const transport = transportStatusOf(error);
  if (transport !== null) return { status: transport === 405 ? 404 : transport, message: TRANSPORT[transport] };
  switch (error.kind) {
    case 'invalid':
      return { status: 400, message: invalidText(method, route ?? '') };
    case 'unauthenticated':
    case 'forbidden':
      return { status: 401, message: 'Unauthorized' };
    case 'not_found':
      return { status: 404, message: route?.includes(':ticketId') ? 'Ticket not found' : 'Not found' };
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

function invalidText(method: string, route: string): string {
  if (method !== 'POST') return 'Invalid request';
  if (route.endsWith('/messages')) return 'Invalid message';
  if (route.endsWith('/tickets')) return 'Invalid ticket data';
  return route.endsWith('/attachments') ? 'Invalid file' : 'Invalid request';
}
