import { useEffect, useSyncExternalStore } from 'react';
import { thread as text } from '#text/thread';
import { explain } from '../../api/explain';
import { ApiFailure } from '../../api/failure';
import { inOneTab } from '../../api/one-tab';
import { currentSession } from '../../api/session';
import { useLiveState } from '../../live/live';
import { notify } from '../../shell/notices';
import { say } from '../../text/say';
import { freshTicket, knownTicket } from '../../tickets/cache';
import { type Move, sendMessage, writtenSince } from './send-message';
import type { Draft } from './use-draft';

/** A message that was sent while nothing answered. It goes out by itself as soon as something does. */
export interface Unsent extends Move {
  readonly number: number;
  readonly draft: Draft;
  /** Who wrote it: nobody else who signs in here sends it. */
  readonly userId: number;
  /** In milliseconds of this browser's clock. */
  readonly since: number;
  /** What keeps it from going out by itself; null while it waits for nothing but the connection. */
  readonly problem: string | null;
}

const RETRY_MS = 15_000;
/** Some hours less than the API knows a message by its key, by which it is posted once however often it is sent. */
const LONGEST_WAIT_MS = 20 * 3_600_000;

const listeners = new Set<() => void>();
let stored: string | null = null;
let parsed: readonly Unsent[] = [];

/** What the person who is signed in has not sent yet, on this browser: over reloads, crashes and sign-outs. */
export function useUnsent(): readonly Unsent[] {
  return useSyncExternalStore(subscribe, allUnsent);
}

/** Has what waits sent when there is a connection, for as long as the component is shown. */
export function useOutbox(): void {
  const liveState = useLiveState();
  const isWaiting = useUnsent().some(({ problem }) => problem === null);
  useEffect(() => {
    if (!isWaiting) return;
    sendWaiting();
    const timer = window.setInterval(sendWaiting, RETRY_MS);
    return () => window.clearInterval(timer);
  }, [isWaiting, liveState]);
}

/** Has it sent as soon as that can be. */
export function sendLater(message: Omit<Unsent, 'since' | 'problem'>): void {
  putBack({ ...message, since: Date.now(), problem: null });
  sendWaiting();
}

/** In place of what is there of the same message. */
export function putBack(unsent: Unsent): void {
  write(unsent.userId, [...othersThan(unsent), unsent]);
}

export function takeOut(unsent: Unsent): void {
  write(unsent.userId, othersThan(unsent));
}

let lastTry: Promise<void> = Promise.resolve();

/** After what is being tried already, which may have begun too early. */
function sendWaiting(): void {
  lastTry = lastTry
    .then(() =>
      inOneTab('outbox', async () => {
        for (let next = firstWaiting(); next; next = firstWaiting()) if (!(await send(next))) return;
      }),
    )
    .catch(() => undefined);
}

/** Whether it is worth trying the next one. */
async function send(unsent: Unsent): Promise<boolean> {
  const { number, draft, userId } = unsent;
  let isPosted = false;
  const posted = () => {
    isPosted = true;
    takeOut(unsent);
    notify(say(text.unsent.sent, { reference: referenceOf(number) }));
  };
  try {
    const ticket = await freshTicket(number);
    if (currentSession()?.userId !== userId) return false;
    const newer = draft.mode === 'reply' ? writtenSince(draft, ticket.messages) : [];
    if (Date.now() - unsent.since > LONGEST_WAIT_MS) {
      hold(unsent, text.unsent.old);
    } else if (newer.length > 0) {
      const problem = say(text.composer.newer, { count: newer.length, name: newer[0]?.author.name ?? '' });
      hold({ ...unsent, draft: { ...draft, seen: ticket.message_count } }, problem);
    } else {
      await sendMessage(number, draft, unsent, posted);
    }
  } catch (error) {
    if (isPosted)
      notify(say(text.unsent.notMoved, { reference: referenceOf(number), reason: explain(error) }), { tone: 'bad' });
    else if (isPassing(error)) return false;
    else hold(unsent, explain(error));
  }
  return true;
}

/** Nothing that the message is to blame for: not even a session that is over, since there will be another. */
function isPassing(error: unknown): boolean {
  return error instanceof ApiFailure && (error.isPassing || error.status === 401);
}

function hold(unsent: Unsent, problem: string): void {
  // Where it was taken out meanwhile, it stays out.
  const held = unsentOf(unsent.userId).map((each) =>
    each.draft.key === unsent.draft.key ? { ...unsent, problem } : each,
  );
  write(unsent.userId, held);
  notify(say(text.unsent.held, { reference: referenceOf(unsent.number), reason: problem }), { tone: 'bad' });
}

function referenceOf(number: number): string {
  return knownTicket(number)?.reference ?? `#${number}`;
}

function firstWaiting(): Unsent | undefined {
  return allUnsent().find(({ problem }) => problem === null);
}

function placeOf(userId: number): string {
  return `polydesk.unsent.${userId}`;
}

function unsentOf(userId: number): readonly Unsent[] {
  const now = localStorage.getItem(placeOf(userId));
  if (now !== stored) {
    stored = now;
    parsed = now === null ? [] : (JSON.parse(now) as readonly Unsent[]);
  }
  return parsed;
}

function othersThan({ userId, draft }: Unsent): readonly Unsent[] {
  return unsentOf(userId).filter((each) => each.draft.key !== draft.key);
}

function allUnsent(): readonly Unsent[] {
  return unsentOf(currentSession()?.userId ?? 0);
}

function write(userId: number, unsent: readonly Unsent[]): void {
  if (unsent.length === 0) localStorage.removeItem(placeOf(userId));
  else localStorage.setItem(placeOf(userId), JSON.stringify(unsent));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // What other tabs do.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
