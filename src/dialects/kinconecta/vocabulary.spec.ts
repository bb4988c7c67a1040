import { expect, it } from '@jest/globals';
import { STATUSES } from '../../modules/tickets/index.js';
import { STATUS } from './vocabulary.js';

it('says every status, and reads every word as one that is said so', () => {
  expect(STATUSES.map((status) => STATUS.say(status))).toEqual([
    'open',
    'in_progress',
    'in_progress',
    'resolved',
    'closed',
  ]);
  for (const word of STATUS.words) expect(STATUS.say(STATUS.read(word))).toBe(word);
  expect(STATUS.read('in_progress')).toBe('in_progress');
});
