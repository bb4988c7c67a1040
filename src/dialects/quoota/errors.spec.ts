import { describe, expect, it } from '@jest/globals';
import { DomainError, type ErrorKind } from '../../platform/errors/domain-error.js';
import { MALFORMED_JSON, METHOD_NOT_ALLOWED, PAYLOAD_TOO_LARGE } from '../../platform/http/http-errors.js';
import { failure } from './errors.js';

const TICKET = '/api/v1/support/tickets/:ticketId';
const said = (error: DomainError, route: string | null = TICKET, method = 'POST') =>
  failure(error, { id: 'a-request', method, route, parameters: {}, at: 0 });
const error = (kind: ErrorKind) => new DomainError({ code: `some_${kind}`, kind, message: 'Ours' });
const failed = (statusCode: number, message: string) => ({
  status: statusCode,
  body: { success: false, statusCode, data: null, error: { message } },
});

describe('failures', () => {
  it.each<[ErrorKind, number, string]>([
    ['invalid', 400, 'Invalid request'],
    ['unauthenticated', 401, 'Unauthorized'],
    ['forbidden', 401, 'Unauthorized'],
    ['not_found', 404, 'Ticket not found'],
    ['conflict', 400, 'Ticket is closed'],
    ['precondition', 400, 'Ticket is closed'],
    ['limited', 429, 'Too many requests'],
    ['unavailable', 503, 'Service unavailable'],
    ['unexpected', 500, 'Internal server error'],
  ])('of the kind %s are %d %s', (kind, status, message) => {
    const { body, ...rest } = said(error(kind));
    expect({ ...rest, body }).toEqual(failed(status, message));
    expect(Object.keys(body)).toEqual(['success', 'statusCode', 'data', 'error']);
  });

  it.each([
    ['POST', '/api/v1/support/tickets', 'Invalid ticket data'],
    ['POST', '/support/tickets', 'Invalid ticket data'],
    ['POST', `${TICKET}/messages`, 'Invalid message'],
    ['POST', `${TICKET}/close`, 'Invalid request'],
    ['POST', '/support/attachments', 'Invalid file'],
    ['GET', '/support/tickets', 'Invalid request'],
  ])('of what was sent to %s %s are %s', (method, route, message) => {
    for (const each of [error('invalid'), new DomainError(MALFORMED_JSON)]) {
      expect(said(each, route, method)).toEqual(failed(400, message));
    }
  });

  it('know neither a method that is not allowed nor a route that is not there', () => {
    expect(said(new DomainError(METHOD_NOT_ALLOWED), null)).toEqual(failed(404, 'Not found'));
    expect(said(error('not_found'), null)).toEqual(failed(404, 'Not found'));
    expect(said(new DomainError(PAYLOAD_TOO_LARGE))).toEqual(failed(413, 'Payload too large'));
  });
});
