interface MessagePlace {
  readonly ticketNumber: number;
  /** Place among the public messages of its ticket, from 1; null for an internal note. */
  readonly publicSeq: number | null;
  /** Place among all messages of its ticket, from 1. */
  readonly seq: number;
}

/**
 * The id of a message: a whole number, unique over all tickets of a tenant, made of the ticket's number and the place in
 * its thread by Szudzik's pairing. Public messages have odd ids, made of their place among the public ones, and internal
 * notes even ones: so the client and the dashboard call a message the same, and no gap tells clients of a note. Exact up
 * to ticket 60 000 000.
 */
export const MESSAGE_ID = {
  write({ ticketNumber, publicSeq, seq }: MessagePlace): number {
    const isNote = publicSeq === null;
    return 2 * pair(ticketNumber - 1, (isNote ? seq : publicSeq) - 1) + (isNote ? 2 : 1);
  },

  /** Which message an id names; `place` counts the public messages or, for a note, all. */
  read(id: number): { readonly ticketNumber: number; readonly place: number; readonly isNote: boolean } {
    const isNote = id % 2 === 0;
    const [ticket, place] = unpair((id - (isNote ? 2 : 1)) / 2);
    return { ticketNumber: ticket + 1, place: place + 1, isNote };
  },
};

function pair(x: number, y: number): number {
  return x >= y ? x * x + x + y : y * y + x;
}

function unpair(paired: number): readonly [x: number, y: number] {
  // The root of a large number may come out one too large.
  const rounded = Math.floor(Math.sqrt(paired));
  const root = rounded * rounded > paired ? rounded - 1 : rounded;
  const rest = paired - root * root;
  return rest < root ? [rest, root] : [root, rest - root];
}
