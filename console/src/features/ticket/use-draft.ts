import { useEffect, useMemo, useState } from 'react';
import { currentSession } from '../../api/session';
import { type Upload, useUploads } from '../../writing/use-uploads';

export type Mode = 'reply' | 'note';

/** What somebody has begun to write on a ticket. */
export interface Draft {
  readonly mode: Mode;
  readonly body: string;
  readonly files: readonly Upload[];
  /** How many messages there were when the writing began. */
  readonly seen: number;
  /** Names this message, so that sent twice it is posted once. */
  readonly key: string;
}

const SAVE_MS = 400;

/** The draft of a ticket, kept on this browser until it is sent: over reloads, crashes and sign-outs. */
export function useDraft(number: number, seen: number) {
  const place = `polydesk.draft.${currentSession()?.userId ?? 0}.${number}`;
  const [kept] = useState(() => stored(place));
  const [written, setWritten] = useState<Omit<Draft, 'files'>>(kept ?? nothingWritten('reply', seen));
  const uploads = useUploads(kept?.files);
  const [isSaved, setSaved] = useState(false);
  const files = uploads.all;
  const draft = useMemo<Draft>(() => ({ ...written, files }), [written, files]);

  useEffect(() => {
    const timer = window.setTimeout(() => {
      save(place, draft);
      setSaved(!isEmpty(draft));
    }, SAVE_MS);
    return () => window.clearTimeout(timer);
  }, [place, draft]);
  // Also what was written less than a moment before the page went.
  useEffect(() => {
    const saveNow = () => save(place, draft);
    window.addEventListener('pagehide', saveNow);
    return () => {
      window.removeEventListener('pagehide', saveNow);
      saveNow();
    };
  }, [place, draft]);

  const change = (changes: Partial<Omit<Draft, 'files'>>) => {
    setSaved(false);
    // A text that begins now is about what is there now.
    setWritten((before) => ({ ...before, ...(isEmpty({ ...before, files }) && { seen }), ...changes }));
  };
  const clear = () => {
    // Also when the ticket was left meanwhile, which has saved it once more.
    if (stored(place)?.key === draft.key) localStorage.removeItem(place);
    setSaved(false);
    uploads.clear();
    setWritten(({ mode }) => nothingWritten(mode, seen));
  };
  /** Back into the field, which must be empty. */
  const restore = ({ files: restored, ...rest }: Draft) => {
    uploads.restore(restored);
    change(rest);
  };
  /** For a text that was changed since it was sent. */
  const becomeAnother = () => change({ key: newKey() });
  return { draft, uploads, isSaved, change, clear, restore, becomeAnother };
}

export function isEmpty({ body, files }: Pick<Draft, 'body' | 'files'>): boolean {
  return body.trim() === '' && files.length === 0;
}

function nothingWritten(mode: Mode, seen: number): Omit<Draft, 'files'> {
  return { mode, body: '', seen, key: newKey() };
}

function stored(place: string): Draft | null {
  const text = localStorage.getItem(place);
  return text === null ? null : (JSON.parse(text) as Draft);
}

function save(place: string, draft: Draft): void {
  if (isEmpty(draft)) localStorage.removeItem(place);
  else localStorage.setItem(place, JSON.stringify({ ...draft, files: draft.files.filter(({ id }) => id !== null) }));
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
