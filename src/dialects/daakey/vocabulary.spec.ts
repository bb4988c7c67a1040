import { describe, expect, it } from '@jest/globals';
import { PRIORITIES, STATUSES } from '../../modules/tickets/index.js';
import { CATEGORY_WORDS, categoryFor, PRIORITY, ROLE, STATUS, wordOf } from './vocabulary.js';

describe('the words of the wire', () => {
  it('are total: all of ours are said, and all of theirs are read', () => {
    for (const status of STATUSES) expect(STATUS.words).toContain(STATUS.say(status));
    for (const priority of PRIORITIES) expect(PRIORITY.words).toContain(PRIORITY.say(priority));
    for (const word of STATUS.words) expect(STATUS.say(STATUS.read(word))).toBe(word);
    for (const word of PRIORITY.words) expect(PRIORITY.say(PRIORITY.read(word))).toBe(word);
    for (const word of ROLE.words) expect(ROLE.say(ROLE.read(word))).toBe(word);
  });

  it('lose of the statuses only pending, and nothing of the priorities', () => {
    expect(STATUSES.filter((status) => STATUS.read(STATUS.say(status)) !== status)).toEqual(['pending']);
    expect(PRIORITIES.filter((priority) => PRIORITY.read(PRIORITY.say(priority)) !== priority)).toEqual([]);
    expect(STATUS.matching('in_progress')).toEqual(['in_progress', 'pending']);
  });

  it('for categories are read and said alike; all others are general', () => {
    for (const word of CATEGORY_WORDS) expect(wordOf(categoryFor(word))).toBe(word);
    for (const slug of ['towing', 'vehicle-issue', '']) expect(wordOf({ slug })).toBe('general');
  });
});
