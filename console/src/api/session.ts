import { useSyncExternalStore } from 'react';

/** Who is signed in, in all tabs of this browser. */
export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** In milliseconds of this browser's clock. */
  readonly expiresAt: number;
  readonly userId: number;
  readonly role: string;
}

export interface Grant {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
  readonly user: { readonly id: number; readonly role: string };
}

/** The portal and the console have sessions of their own: whoever has both open is mostly two people. */
const KEY = window.location.pathname.startsWith('/portal') ? 'polydesk.portal-session' : 'polydesk.session';
const listeners = new Set<() => void>();
let stored: string | null | undefined;
let parsed: Session | null = null;

/** The session as the tab that changed it last left it. */
export function currentSession(): Session | null {
  const text = localStorage.getItem(KEY);
  if (text !== stored) {
    stored = text;
    parsed = text === null ? null : (JSON.parse(text) as Session);
  }
  return parsed;
}

export function keepSession(grant: Grant): Session {
  const session: Session = {
    accessToken: grant.access_token,
    refreshToken: grant.refresh_token,
    expiresAt: Date.now() + grant.expires_in * 1_000,
    userId: grant.user.id,
    role: grant.user.role,
  };
  localStorage.setItem(KEY, JSON.stringify(session));
  announce();
  return session;
}

export function forgetSession(): void {
  localStorage.removeItem(KEY);
  announce();
}

export function useSession(): Session | null {
  return useSyncExternalStore(subscribe, currentSession);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(): void {
  for (const listener of listeners) listener();
}

// Told to every other tab.
window.addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) announce();
});
