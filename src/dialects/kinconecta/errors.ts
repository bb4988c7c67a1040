import { STATUS_CODES } from 'node:http';
import { toIso } from '../../platform/clock/clock.js';
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

/** A failure as Spring says it; refusals of the guard alone carry no time. */
export function failure(error: DomainError, request: FailedRequest): WireFailure {
  const { status, message } = saying(error, request);
  const timed = status === 401 || status === 403 ? {} : { timestamp: toIso(request.at).slice(0, -1) };
  return { status, body: { status, error: STATUS_CODES[status], message, ...timed } };
}

function saying(error: DomainError, { route, parameters }: FailedRequest): { status: number; message: string } {
  const transport = transportStatusOf(error);
  if (transport !== null) return { status: transport, message: TRANSPORT[transport] };
  switch (error.kind) {
    case 'invalid':
      return { status: 400, message: fieldTexts(error) };
    case 'unauthenticated':
      return { status: 401, message: 'Authentication required' };
    case 'forbidden':
      return { status: 403, message: 'Access denied' };
    case 'not_found':
      return {
        status: 404,
        message: route?.includes(':id') ? `SupportTicket not found with id: ${parameters['id']}` : 'Not found',
      };
    case 'conflict':
    case 'precondition':
      return { status: 400, message: 'Ticket is closed' };
    case 'limited':
      return { status: 429, message: 'Too many requests' };
    case 'unavailable':
      return { status: 503, message: 'Service unavailable' };
    case 'unexpected':
      return { status: 500, message: 'Unexpected internal server error' };
  }
}

/** `fullName: must not be blank; email: must not be blank` */
function fieldTexts(error: DomainError): string {
  const texts = Object.entries(error.details.errors ?? {}).map(([field, [text]]) => `${field}: ${text}`);
  return texts.length > 0 ? texts.join('; ') : 'Malformed request';
}
