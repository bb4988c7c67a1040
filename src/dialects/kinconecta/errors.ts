import { STATUS_CODES } from 'node:http';
import { toIso } from '../../platform/clock/clock.js';
import type { DomainError } from '../../platform/errors/domain-error.js';
import type { FailedRequest, WireFailure } from '../../platform/http/dialect-wire.js';
import { transportFailureOf } from '../../platform/http/http-errors.js';
import { type FieldProblem, isMissing } from '../../platform/http/lenient-shape.pipe.js';
import { ROLE_CONTEXTS, STATUS } from './vocabulary.js';
import { MAX_FILES, SIZES } from './wire/requests.js';

/** A failure as Spring says it; refusals of the guard alone carry no time. */
export function failure(error: DomainError, request: FailedRequest): WireFailure {
  const { status, message } = saying(error, request);
  const timed = status === 401 || status === 403 ? {} : { timestamp: toIso(request.at).slice(0, -1) };
  return { status, body: { status, error: STATUS_CODES[status], message, ...timed } };
}

function saying(error: DomainError, { route, parameters }: FailedRequest): { status: number; message: string } {
  const transport = transportFailureOf(error);
  if (transport) return { status: transport.status, message: transport.text };
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

/** The fields in the order of the object, and what services call some of them. */
const FIELDS: Readonly<Record<string, string>> = {
  roleContext: 'roleContext',
  fullName: 'fullName',
  name: 'fullName',
  email: 'email',
  subject: 'subject',
  category: 'category',
  message: 'message',
  status: 'status',
  createdAt: 'createdAt',
  updatedAt: 'updatedAt',
  attachments: 'attachments',
  links: 'attachments',
  file: 'file',
};

/** `fullName: must not be blank; email: must not be blank` */
function fieldTexts({ details: { errors = {} } }: DomainError): string {
  const texts = Object.entries(FIELDS).flatMap(([key, field]) => {
    const text = errors[key]?.[0];
    // Services begin with the name of the field.
    return text === undefined ? [] : [`${field}: ${text.startsWith(`${key} `) ? text.slice(key.length + 1) : text}`];
  });
  return texts.length > 0 ? texts.join('; ') : 'Malformed request';
}

const DATE = 'must be a date and time in ISO 8601 format';

const TEXTS: Readonly<Record<string, string>> = {
  roleContext: `must be one of ${ROLE_CONTEXTS.join(', ')}`,
  status: `must be one of ${STATUS.words.join(', ')}`,
  createdAt: DATE,
  updatedAt: DATE,
  attachments: `must be at most ${MAX_FILES} files, each with a fileName and a fileUrl`,
};

/** What is wrong with a field, in the words of Jakarta's validation where it has some. */
export function problemText({ field, value, rules }: FieldProblem): string {
  if (isMissing(value)) return 'must not be blank';
  const own = TEXTS[field];
  if (own !== undefined) return own;
  if (typeof value !== 'string') return 'must be a string';
  const size = Object.entries(SIZES).find(([name]) => name === field)?.[1] ?? 0;
  if ([...value].length > size) return `size must be between 0 and ${size}`;
  return rules.includes('isEmail') ? 'must be a well-formed email address' : 'must be well-formed text';
}
