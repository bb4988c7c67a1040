import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Schemas } from '../api/client';
import { freshSession } from '../api/authorized-fetch';
import { holdsLease, inOneTab } from '../api/one-tab';
import { currentSession } from '../api/session';
import { readEventStream, type StreamMessage } from './read-event-stream';

export type LiveEvent = Schemas['EventDto'];
export type LiveState = 'connecting' | 'on' | 'off';

/** `missed`: events were lost, so that what was read before may be stale. */
type Heard = { readonly kind: 'event'; readonly event: LiveEvent } | { readonly kind: 'missed' };
type Told = Heard | { readonly kind: 'state'; readonly state: LiveState } | { readonly kind: 'hello' };

const LOCK = 'live';
const CURSOR_KEY = 'polydesk.live-cursor';
const LONGEST_PAUSE_MS = 15_000;
/** The server sends something at least every 15 seconds. */
const SILENCE_MS = 40_000;
const LEASE_CHECK_MS = 2_000;

const channel = new BroadcastChannel('polydesk.live');
const hearers = new Set<(heard: Heard) => void>();
const stateListeners = new Set<() => void>();
let state: LiveState = 'connecting';
let isLeader = false;
let isStarted = false;

channel.onmessage = ({ data }: MessageEvent<Told>) => receive(data);

/** Hears every event of the tenant for as long as the component is shown; one tab listens to the server for all. */
export function useLiveEvents(hear: (heard: Heard) => void): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const hearer = (heard: Heard) => latest.current(heard);
    hearers.add(hearer);
    start();
    return () => {
      hearers.delete(hearer);
    };
  }, []);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    () => state,
  );
}

function start(): void {
  if (isStarted) return;
  isStarted = true;
  channel.postMessage({ kind: 'hello' } satisfies Told);
  void lead();
}

/** Waits for the lead and keeps it until this tab is closed, or slept so long that another took it. */
async function lead(): Promise<never> {
  for (;;) {
    await inOneTab(LOCK, async () => {
      isLeader = true;
      await followWhileLeading();
      isLeader = false;
    });
  }
}

async function followWhileLeading(): Promise<void> {
  for (let failures = 0; holdsLease(LOCK);) {
    const began = Date.now();
    await follow().catch(() => undefined);
    failures = Date.now() - began > LONGEST_PAUSE_MS ? 0 : failures + 1;
    // The first end is most often that of the token, and not worth a word.
    if (failures > 1) tell({ kind: 'state', state: 'off' });
    await pause(Math.min(LONGEST_PAUSE_MS, failures <= 1 ? 100 : 500 * 2 ** failures));
  }
}

/** One connection, until it ends for whatever reason. */
async function follow(): Promise<void> {
  const session = await freshSession();
  if (!session) {
    await pause(1_000);
    return;
  }
  const aborter = new AbortController();
  const stop = () => aborter.abort();
  // What still seems open may lead nowhere, and would be waited for.
  window.addEventListener('offline', stop);
  const cursor = localStorage.getItem(CURSOR_KEY);
  let lastSign = Date.now();
  const watch = setInterval(() => {
    const isOther = currentSession()?.userId !== session.userId;
    if (isOther || !holdsLease(LOCK) || Date.now() - lastSign > SILENCE_MS) stop();
  }, LEASE_CHECK_MS);
  try {
    const answer = await fetch('/api/v1/events/stream?types=ticket.*,message.*', {
      headers: {
        authorization: `Bearer ${session.accessToken}`,
        ...(cursor !== null && { 'last-event-id': cursor }),
      },
      signal: aborter.signal,
    });
    if (answer.status === 400) {
      // A place in somebody else's stream.
      localStorage.removeItem(CURSOR_KEY);
      tell({ kind: 'missed' });
    }
    if (!answer.ok || !answer.body) throw new Error(`The stream was refused with ${answer.status}`);
    // Without a place to go on from, what happened between reading the page and now was missed.
    if (state === 'off' && cursor === null) tell({ kind: 'missed' });
    tell({ kind: 'state', state: 'on' });
    await readEventStream(answer.body, hear, () => (lastSign = Date.now()));
  } finally {
    clearInterval(watch);
    window.removeEventListener('offline', stop);
  }
}

function hear({ id, event, data }: StreamMessage): void {
  localStorage.setItem(CURSOR_KEY, id);
  tell(event === 'reset' ? { kind: 'missed' } : { kind: 'event', event: JSON.parse(data) as LiveEvent });
}

/** To this tab and to all others. */
function tell(told: Told): void {
  channel.postMessage(told);
  receive(told);
}

function receive(told: Told): void {
  switch (told.kind) {
    case 'hello':
      if (isLeader) channel.postMessage({ kind: 'state', state } satisfies Told);
      break;
    case 'state':
      state = told.state;
      for (const listener of stateListeners) listener();
      break;
    case 'event':
    case 'missed':
      for (const hearer of hearers) hearer(told);
      break;
  }
}

/** Shorter when the machine is connected again meanwhile. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener('online', end);
  });
}

window.addEventListener('offline', () => tell({ kind: 'state', state: 'off' }));
