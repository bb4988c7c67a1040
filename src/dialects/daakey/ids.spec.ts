import { describe, expect, it } from '@jest/globals';
import { MESSAGE_ID } from './ids.js';

const SOME = [1, 2, 3, 4, 7, 40, 99, 100, 1_000, 65_535, 1_000_000, 59_999_999, 60_000_000];

describe('the ids of messages', () => {
  it('are read as they were written, to the largest', () => {
    for (const ticketNumber of SOME) {
      for (const place of SOME) {
        const open = MESSAGE_ID.write({ ticketNumber, publicSeq: place, seq: place + 5 });
        const note = MESSAGE_ID.write({ ticketNumber, publicSeq: null, seq: place });
        expect(MESSAGE_ID.read(open)).toEqual({ ticketNumber, place, isNote: false });
        expect(MESSAGE_ID.read(note)).toEqual({ ticketNumber, place, isNote: true });
        expect([open, note].every((id) => Number.isSafeInteger(id) && id > 0)).toBe(true);
      }
    }
  });

  it('begin at 1 and leave none out', () => {
    const ids = new Set<number>();
    for (let ticketNumber = 1; ticketNumber <= 30; ticketNumber++) {
      for (let place = 1; place <= 30; place++) {
        ids.add(MESSAGE_ID.write({ ticketNumber, publicSeq: place, seq: place }));
        ids.add(MESSAGE_ID.write({ ticketNumber, publicSeq: null, seq: place }));
      }
    }
    expect([...ids].sort((a, b) => a - b)).toEqual(Array.from({ length: 1_800 }, (_, index) => index + 1));
  });

  it('of public messages tell nothing of the notes between them', () => {
    const withNotes = MESSAGE_ID.write({ ticketNumber: 3, publicSeq: 2, seq: 9 });
    expect(withNotes).toBe(MESSAGE_ID.write({ ticketNumber: 3, publicSeq: 2, seq: 2 }));
  });
});
