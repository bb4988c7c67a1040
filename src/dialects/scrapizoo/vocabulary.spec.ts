import { describe, expect, it } from '@jest/globals';
import { PRIORITIES, STATUSES } from '../../modules/tickets/index.js';
import { PRIORITY, STATUS } from './vocabulary.js';

describe('vocabulary', () => {
  it('says every status', () => {
    expect(STATUSES.map((status) => STATUS.say(status))).toEqual([
      ...['created', 'in_progress', 'in_progress', 'resolved', 'closed'],
    ]);
    expect(STATUS.words.map((word) => STATUS.read(word))).toEqual(['open', 'in_progress', 'resolved', 'closed']);
    expect(STATUS.words.flatMap((word) => STATUS.matching(word))).toHaveLength(STATUSES.length);
  });

  it('says every priority by a word of its own, and reads it back', () => {
    expect(PRIORITIES.map((priority) => PRIORITY.say(priority))).toEqual(['low', 'medium', 'high', 'critical']);
    expect(PRIORITIES.map((priority) => PRIORITY.read(PRIORITY.say(priority)))).toEqual(PRIORITIES);
  });
});
