import { useState } from 'react';

export interface Selection {
  readonly size: number;
  readonly has: (number: number) => boolean;
  readonly toggle: (number: number) => void;
  /** All from the one that was selected last to this one. */
  readonly extendTo: (number: number) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

/** Which of the listed tickets are selected. What is no longer listed is not selected either. */
export function useSelection(listed: readonly number[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [anchor, setAnchor] = useState<number | null>(null);
  const selected = chosen.size === 0 ? chosen : new Set(listed.filter((number) => chosen.has(number)));
  return {
    size: selected.size,
    has: (number) => selected.has(number),
    toggle: (number) => {
      const next = new Set(selected);
      if (!next.delete(number)) next.add(number);
      setChosen(next);
      setAnchor(number);
    },
    extendTo: (number) => {
      const ends = [anchor ?? number, number].map((each) => listed.indexOf(each)).sort((one, other) => one - other);
      const [from = 0, to = 0] = ends;
      setChosen(new Set([...selected, ...listed.slice(Math.max(from, 0), to + 1)]));
      setAnchor(number);
    },
    all: () => setChosen(new Set(listed)),
    clear: () => setChosen(new Set()),
  };
}
