import { describe, expect, it } from '@jest/globals';
import { DomainError, type ErrorKind } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/error-codes.js';
import { MALFORMED_JSON, METHOD_NOT_ALLOWED, PAYLOAD_TOO_LARGE } from '../../platform/http/http-errors.js';
import { describeProblem, failure } from './errors.js';

const request = { id: 'a-request', method: 'POST', route: '/api/ticket/create-reply', parameters: {}, at: 0 };
const said = (error: DomainError, route: string | null = request.route) => {
  const { status, body } = failure(error, { ...request, route });
  return [status, body];
};
const failed = (message: string) => ({ success: false, message });

describe('failures', () => {
  it.each<[ErrorKind, number, string]>([
    ['invalid', 400, 'Invalid request'],
    ['unauthenticated', 401, 'Unauthorized'],
    ['forbidden', 403, 'Forbidden'],
    ['not_found', 404, 'Ticket not found'],
    ['conflict', 400, 'Ticket is closed'],
    ['precondition', 400, 'Ticket is closed'],
    ['limited', 429, 'Too many requests'],
    ['unavailable', 503, 'Service unavailable'],
    ['unexpected', 500, 'Internal server error'],
  ])('of the kind %s are %d %s', (kind, status, message) => {
    expect(said(new DomainError({ code: `some_${kind}`, kind, message: 'Ours' }))).toEqual([status, failed(message)]);
  });

  it('name the first wrong field alone', () => {
    const error = invalid({ subject: ['Subject is required'], description: ['Description is required'] });
    expect(said(error)).toEqual([400, failed('Subject is required')]);
  });

  it('of the transport keep their status', () => {
    expect(said(new DomainError(MALFORMED_JSON))).toEqual([400, failed('Malformed JSON')]);
    expect(said(new DomainError(METHOD_NOT_ALLOWED))).toEqual([405, failed('Method not allowed')]);
    expect(said(new DomainError(PAYLOAD_TOO_LARGE))).toEqual([413, failed('Payload too large')]);
    expect(said(new DomainError({ code: 'x', kind: 'not_found', message: 'Ours' }), null)).toEqual([
      404,
      failed('Not found'),
    ]);
  });
});

describe('problems of a field', () => {
  it.each([
    ['subject', undefined, ['isString'], 'Subject is required'],
    ['subject', null, ['isString'], 'Subject is required'],
    ['category', '', ['isTextOf'], 'Category is required'],
    ['description', ' \n', ['matches'], 'Description is required'],
    ['subject', 7, ['isString', 'isTextOf'], 'Subject must be text'],
    ['category', 'x'.repeat(101), ['isTextOf'], 'Category must have at most 100 characters'],
    ['subject', 'x'.repeat(256), ['isTextOf'], 'Subject must have at most 255 characters'],
    ['description', 'a\0b', ['isStorable'], 'Description has characters that cannot be kept'],
    ['id', undefined, ['isString'], 'Invalid ticket id'],
  ])('%s %p', (field, value, rules, text) => {
    expect(describeProblem({ field, value, rules })).toBe(text);
  });
});
