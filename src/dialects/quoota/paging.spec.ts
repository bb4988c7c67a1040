import { expect, it } from '@jest/globals';
import { pageOf } from './paging.js';

it.each([
  [{}, 1, 20],
  [{ page: '3', limit: '50' }, 3, 50],
  [{ limit: '100' }, 1, 100],
  [{ limit: '101' }, 1, 100],
  [{ limit: '999999999' }, 1, 100],
  [{ page: '0', limit: '0' }, 1, 20],
  [{ page: '-1', limit: '-5' }, 1, 20],
  [{ page: '1.5', limit: '1e2' }, 1, 20],
  [{ page: 'two', limit: '' }, 1, 20],
  [{ page: '99999999999999999999', limit: ' 5' }, 1, 20],
])('%j is page %d of %d', (query, page, perPage) => {
  expect(pageOf(query)).toEqual({ page, perPage });
});
