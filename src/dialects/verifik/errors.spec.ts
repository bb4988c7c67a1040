import { describe, expect, it } from '@jest/globals';
import { invalid } from '../../platform/errors/error-codes.js';
import { failure, problemCode } from './errors.js';

const request = { id: 'r', method: 'POST', route: '/v2/support-tickets', parameters: {}, at: 0 };

describe('the code of a field', () => {
  it.each([
    ['title', undefined, 'TITLE_REQUIRED'],
    ['title', ' ', 'TITLE_REQUIRED'],
    ['title', 7, 'INVALID_TITLE'],
    ['tags', null, 'INVALID_TAGS'],
    ['assignedTo', 7, 'INVALID_ASSIGNED_TO'],
  ])('%s that is %j: %s', (field, value, code) => {
    expect(problemCode({ field, value, rules: [] })).toBe(code);
  });
});

describe('a failure', () => {
  const bodyOf = (errors: Record<string, string[]>, method = 'POST') =>
    failure(invalid(errors), { ...request, method }).body;

  it('is the first field’s, in this wire’s order', () => {
    expect(bodyOf({ tags: ['INVALID_TAGS'], title: ['TITLE_REQUIRED'] })).toEqual({
      error: 'Title is required',
      message: 'TITLE_REQUIRED',
    });
  });

  it('names in its own words what a service refused', () => {
    const refused = {
      assignee_id: 'INVALID_ASSIGNED_TO',
      links: 'INVALID_ATTACHMENTS',
      category_id: 'INVALID_CATEGORY',
    };
    for (const [field, message] of Object.entries(refused)) {
      expect(bodyOf({ [field]: ['must be another'] })).toMatchObject({ message });
    }
    expect(bodyOf({ colour: ['must be red'] })).toEqual({ error: 'Invalid request', message: 'INVALID_REQUEST' });
  });

  it('of a query has the shape of the list’s page', () => {
    expect(bodyOf({ page: ['must be a number'] }, 'GET')).toEqual({
      success: false,
      error: 'Invalid query parameters',
      code: 'INVALID_PARAMETERS',
    });
  });
});
