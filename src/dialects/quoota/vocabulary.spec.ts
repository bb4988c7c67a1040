import { describe, expect, it } from '@jest/globals';
import { PRIORITIES, STATUSES } from '../../modules/tickets/index.js';
import { PRIORITY, STATUS } from './vocabulary.js';

describe('vocabulary', () => {
  it('says every status, and a filter by a word finds all that it says', () => {
    expect(STATUSES.map((status) => STATUS.say(status))).toEqual([
      ...['Open', 'In Progress', 'In Progress', 'Resolved', 'Closed'],
    ]);
    expect(STATUS.matching('In Progress')).toEqual(['in_progress', 'pending']);
    expect(STATUS.words.flatMap((word) => STATUS.matching(word)).toSorted()).toEqual(STATUSES.toSorted());
    expect([STATUS.matching('open'), STATUS.matching('Pending')]).toEqual([[], []]);
  });

  it('says every priority by a word of its own, and reads it back', () => {
    expect(PRIORITIES.map((priority) => PRIORITY.say(priority))).toEqual(['Low', 'Medium', 'High', 'Critical']);
    expect(PRIORITIES.map((priority) => PRIORITY.read(PRIORITY.say(priority)))).toEqual(PRIORITIES);
  });
});
