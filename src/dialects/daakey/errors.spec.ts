import { describe, expect, it } from '@jest/globals';
import { INVALID_CREDENTIALS, unauthenticated } from '../../modules/auth/index.js';
import { INVALID_TRANSITION } from '../../modules/tickets/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { INTERNAL_ERROR, invalid, notFound } from '../../platform/errors/error-codes.js';
import { MALFORMED_JSON, PAYLOAD_TOO_LARGE } from '../../platform/http/http-errors.js';
import { failure, invalidSignature } from './errors.js';

const TICKET = '/api/v1/client/tickets/:ticket';

function told(error: DomainError, route: string | null = TICKET) {
  const at = Date.parse('2024-01-01T00:00:00Z');
  const { status, body } = failure(error, { id: 'uuid', method: 'POST', route, parameters: {}, at });
  return [status, body];
}

const body = (message: string, errors?: unknown) => ({
  success: false,
  message,
  ...(errors !== undefined && { errors }),
  data: null,
  request_id: 'uuid',
  timestamp: '2024-01-01T00:00:00.000Z',
});

describe('a failure', () => {
  it('of a credential says which, and of credentials has errors that are null', () => {
    expect(told(unauthenticated())).toEqual([401, body('Unauthenticated')]);
    expect(told(unauthenticated('something within'))).toEqual([401, body('Unauthenticated')]);
    expect(told(invalidSignature())).toEqual([401, body('Invalid agency signature')]);
    expect(told(new DomainError(INVALID_CREDENTIALS))).toEqual([401, body('Invalid credentials', null)]);
  });

  it('of a state is 400, by what was tried', () => {
    const closed = new DomainError(INVALID_TRANSITION);
    expect(told(closed, `${TICKET}/messages`)).toEqual([400, body('Cannot add message to closed ticket')]);
    expect(told(closed, '/api/v1/dashboard/tickets/:ticket/close')).toEqual([400, body('Ticket is already closed')]);
  });

  it('of fields keeps the words of the wire and puts those of services into them', () => {
    const ours = { 'attachments.0': ['The attachments.0 field must be a valid URL.'] };
    expect(told(invalid(ours))).toEqual([422, body('Validation failed', ours)]);
    const theirs = invalid({ linked_resource: ['linked_resource must be …'], assignee_id: ['x'], links: ['y'] });
    expect(told(theirs)).toEqual([
      422,
      body('Validation failed', {
        booking_id: ['The selected booking id is invalid.'],
        user_id: ['The selected user id is invalid.'],
        attachments: ['The selected attachments is invalid.'],
      }),
    ]);
  });

  it('of the request itself has its own status, but for a file that is too large', () => {
    expect(told(new DomainError(MALFORMED_JSON))).toEqual([400, body('Malformed JSON')]);
    expect(told(new DomainError(PAYLOAD_TOO_LARGE))).toEqual([413, body('Payload Too Large')]);
    expect(told(new DomainError(PAYLOAD_TOO_LARGE), '/api/v1/client/upload')).toEqual([
      422,
      body('Validation failed', { file: ['The file failed to upload.'] }),
    ]);
  });

  it('tells a ticket from a page that there is not, and nothing of what is our fault', () => {
    expect(told(notFound())).toEqual([404, body('Ticket not found')]);
    expect(told(notFound(), null)).toEqual([404, body('Not Found')]);
    expect(told(new DomainError(INTERNAL_ERROR, { message: 'SQL' }))).toEqual([500, body('Server Error')]);
  });
});
