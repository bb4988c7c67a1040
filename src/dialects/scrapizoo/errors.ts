import type { DomainError } from '../../platform/errors/domain-error.js';
import type { FailedRequest, WireFailure } from '../../platform/http/dialect-wire.js';
import { MALFORMED_JSON, transportFailureOf } from '../../platform/http/http-errors.js';
import type { FieldProblem } from '../../platform/http/lenient-shape.pipe.js';
import { LONGEST } from './wire/requests.js';

/** A failure in the two keys of this wire. */
export function failure(error: DomainError, request: FailedRequest): WireFailure {
  const { status, message } = saying(error, request);
  return { status, body: { success: false, message } };
}

function saying(error: DomainError, { route }: FailedRequest): { status: number; message: string } {
  const transport = transportFailureOf(error);
  if (transport) return { status: transport.status, message: transport.text };
  switch (error.kind) {
    case 'invalid':
      return { status: 400, message: invalidText(error) };
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

/** Of several wrong fields this wire names the first. */
function invalidText({ code, details }: DomainError): string {
  if (code === MALFORMED_JSON.code) return 'Malformed JSON';
  return Object.values(details.errors ?? {})[0]?.[0] ?? 'Invalid request';
}

/** What is wrong with a field. Only that one is missing has a text of the vendor's kind; the others are ours. */
export function describeProblem({ field, value, rules }: FieldProblem): string {
  if (field === 'id') return 'Invalid ticket id';
  const name = field.charAt(0).toUpperCase() + field.slice(1);
  if (value === undefined || value === null) return `${name} is required`;
  if (typeof value !== 'string') return `${name} must be text`;
  if (value.trim() === '') return `${name} is required`;
  if (rules.includes('isStorable')) return `${name} has characters that cannot be kept`;
  return `${name} must have at most ${LONGEST[field as keyof typeof LONGEST]} characters`;
}
