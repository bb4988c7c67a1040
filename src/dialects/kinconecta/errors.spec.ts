import { describe, expect, it } from '@jest/globals';
import { invalid, notFound } from '../../platform/errors/error-codes.js';
import { unauthenticated } from '../../modules/auth/index.js';
import { failure, problemText } from './errors.js';

const request = {
  id: 'r',
  method: 'GET',
  route: '/api/support-tickets/:id',
  parameters: { id: '99' },
  at: Date.UTC(2026, 2, 10, 11, 0, 0, 123),
};

describe('a failure', () => {
  it('has the time without a zone, but where the guard refuses', () => {
    expect(failure(notFound(), request)).toEqual({
      status: 404,
      body: {
        status: 404,
        error: 'Not Found',
        message: 'SupportTicket not found with id: 99',
        timestamp: '2026-03-10T11:00:00.123',
      },
    });
    expect(failure(unauthenticated(), request).body).toEqual({
      status: 401,
      error: 'Unauthorized',
      message: 'Authentication required',
    });
  });

  it.each([
    [
      { message: ['must not be blank'], fullName: ['must not be blank'] },
      'fullName: must not be blank; message: must not be blank',
    ],
    [{ name: ['name must have 1 to 190 characters'] }, 'fullName: must have 1 to 190 characters'],
    [{ links: ['links must be http or https URLs'] }, 'attachments: must be http or https URLs'],
    [{}, 'Malformed request'],
    [{ colour: ['must be red'] }, 'Malformed request'],
  ])('names the fields in the order of the object: %j', (errors, message) => {
    expect(failure(invalid(errors), request).body).toMatchObject({ status: 400, message });
  });
});

describe('what is wrong with a field', () => {
  it.each([
    ['email', null, ['isEmail'], 'must not be blank'],
    ['email', 'ana', ['isEmail'], 'must be a well-formed email address'],
    ['email', 'x'.repeat(191), ['isEmail', 'isTextOf'], 'size must be between 0 and 190'],
    ['subject', ['a'], ['isString'], 'must be a string'],
    ['subject', 'a\0', ['isStorable'], 'must be well-formed text'],
  ])('%s that is %j', (field, value, rules, text) => {
    expect(problemText({ field, value, rules })).toBe(text);
  });
});
