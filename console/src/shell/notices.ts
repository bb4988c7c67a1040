import { useSyncExternalStore } from 'react';
import { explain } from '../api/explain';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
  /** Takes it back; offered for as long as the notice is shown. */
  readonly undo?: () => void;
}

/** Long enough to read, to think better of it, and to reach the button. */
const SHOWN_MS = 8_000;

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Says something in passing; gives what to dismiss it with. */
export function notify(
  text: string,
  options: { readonly undo?: () => void; readonly tone?: Notice['tone'] } = {},
): () => void {
  const { undo, tone = 'plain' } = options;
  const id = ++lastId;
  // Said again, it takes the place of what it repeats, unless that would take an undo along.
  const others = notices.filter((each) => each.text !== text || each.undo);
  show([...others.slice(-2), { id, text, tone, ...(undo && { undo }) }]);
  setTimeout(() => dismissNotice(id), SHOWN_MS);
  return () => dismissNotice(id);
}

export function notifyFailure(error: unknown): void {
  notify(explain(error), { tone: 'bad' });
}

export function dismissNotice(id: number): void {
  if (notices.some((each) => each.id === id)) show(notices.filter((each) => each.id !== id));
}

export function useNotices(): readonly Notice[] {
  return useSyncExternalStore(subscribe, () => notices);
}

function show(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
