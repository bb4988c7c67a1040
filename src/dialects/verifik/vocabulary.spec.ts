import { describe, expect, it } from '@jest/globals';
import { PRIORITIES, STATUSES } from '../../modules/tickets/index.js';
import { CATEGORIES, categoriesSaid, categoryOf, PRIORITY, STATUS, wordFor } from './vocabulary.js';

describe('statuses and priorities', () => {
  it('are said one by one and read back', () => {
    for (const status of STATUSES) expect(STATUS.read(STATUS.say(status))).toBe(status);
    for (const priority of PRIORITIES) expect(PRIORITY.read(PRIORITY.say(priority))).toBe(priority);
    expect([STATUS.words.length, PRIORITY.words.length]).toEqual([STATUSES.length, PRIORITIES.length]);
  });
});

const times = { archivedAt: null, createdAt: 0, updatedAt: 0 };
const category = (id: number, name: string, slug: string) => ({
  ...{ id, name, slug, description: null, position: id },
  ...times,
});

describe('categories', () => {
  const feature = category(1, 'Feature request', 'feature-request');
  const spanish = category(2, 'Facturación', 'billing');
  const parcels = category(3, 'Parcels', 'parcels');
  const all = [feature, spanish, parcels];

  it('are known by name or slug, however the words are joined', () => {
    expect(all.map(wordFor)).toEqual(['feature_request', 'billing', null]);
  });

  it('print as their word, the rest as general, or as the ticket’s own word', () => {
    expect(all.map((each) => categoryOf({ custom: {}, category: each }))).toEqual([
      'feature_request',
      'billing',
      'general',
    ]);
    expect(categoryOf({ custom: { category_label: 'account' }, category: parcels })).toBe('account');
    expect(categoryOf({ custom: { category_label: 'Boats' }, category: parcels })).toBe('general');
  });

  it('are each found by exactly one word', () => {
    const found = CATEGORIES.flatMap((word) => categoriesSaid(word, all));
    expect(found.map(({ id }) => id).toSorted()).toEqual([1, 2, 3]);
  });
});
