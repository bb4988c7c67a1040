import { useState } from 'react';
import { currentSession } from '../api/session';

/** What is being written, and a name for it: sent twice under one name, it counts once. */
export interface Draft {
  readonly subject: string;
  readonly body: string;
  readonly key: string;
}

/** A draft that this browser keeps until it was sent, for whoever is signed in. */
export function useDraft(name: string) {
  const place = `polydesk.portal-draft.${currentSession()?.userId ?? 0}.${name}`;
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = localStorage.getItem(place);
    return kept === null ? emptyDraft() : (JSON.parse(kept) as Draft);
  });
  return {
    draft,
    write: (changes: Partial<Pick<Draft, 'subject' | 'body'>>) => {
      const next = { ...draft, ...changes };
      localStorage.setItem(place, JSON.stringify(next));
      setDraft(next);
    },
    finish: () => {
      localStorage.removeItem(place);
      setDraft(emptyDraft());
    },
  };
}

function emptyDraft(): Draft {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return { subject: '', body: '', key: Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}
