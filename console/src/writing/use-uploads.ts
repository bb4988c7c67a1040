import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { writing as text } from '#text/writing';
import { freshSession } from '../api/authorized-fetch';
import { type Attachment, failureOf } from '../api/client';
import { explain } from '../api/explain';
import { ApiFailure } from '../api/failure';
import { siteSettingsQuery } from '../api/site-settings';
import { say, sizeOf } from '../text/say';

/** A file on its way to a message, or there already. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  /** From 0 to 1. */
  readonly progress: number;
  /** What went wrong. */
  readonly problem: string | null;
  /** Once it is there. */
  readonly id: number | null;
}

export interface Uploads {
  readonly all: readonly Upload[];
  readonly ids: readonly number[];
  /** Why the message cannot be sent yet: it would go without some of them. */
  readonly obstacle: string | null;
  readonly add: (files: Iterable<File>) => void;
  readonly retry: (key: number) => void;
  readonly remove: (key: number) => void;
  readonly clear: () => void;
  /** Those of a message that is written on. */
  readonly restore: (files: readonly Upload[]) => void;
}

export const MOST_FILES = 10;

/** The files of a message that is being written, each sent as soon as it is chosen. `kept` are those of a draft. */
export function useUploads(kept: readonly Upload[] = []): Uploads {
  const [all, setAll] = useState<readonly Upload[]>(kept);
  const files = useRef(new Map<number, { file: File; stop: () => void }>());
  const { data: settings } = useQuery(siteSettingsQuery);

  const set = (key: number, changes: Partial<Upload>) =>
    setAll((before) => before.map((each) => (each.key === key ? { ...each, ...changes } : each)));

  const send = (key: number, file: File) => {
    const aborter = new AbortController();
    files.current.set(key, { file, stop: () => aborter.abort() });
    upload(file, aborter.signal, (progress) => set(key, { progress })).then(
      ({ id, file_name: name, mime_type: type }) => set(key, { id, name, type, progress: 1 }),
      (error: unknown) => {
        if (!aborter.signal.aborted) set(key, { problem: explain(error) });
      },
    );
  };

  const add = (given: Iterable<File>) => {
    const limit = settings?.upload_max_bytes ?? Infinity;
    const room = Math.max(0, MOST_FILES - all.length);
    const added = [...given].slice(0, room).map((file, index): [Upload, File] => [
      {
        key: Date.now() * MOST_FILES + index,
        ...{ name: file.name, size: file.size, type: file.type, progress: 0, id: null },
        problem: file.size > limit ? say(text.tooLarge, { size: sizeOf(limit) }) : null,
      },
      file,
    ]);
    setAll((before) => [...before, ...added.map(([entry]) => entry)]);
    for (const [{ key, problem }, file] of added) if (problem === null) send(key, file);
  };

  return {
    all,
    ids: all.flatMap(({ id }) => (id === null ? [] : [id])),
    obstacle: obstacleIn(all),
    add,
    retry: (key) => {
      const known = files.current.get(key);
      if (!known) return;
      set(key, { problem: null, progress: 0 });
      send(key, known.file);
    },
    remove: (key) => {
      files.current.get(key)?.stop();
      setAll((before) => before.filter((each) => each.key !== key));
    },
    clear: () => setAll([]),
    restore: setAll,
  };
}

function obstacleIn(all: readonly Upload[]): string | null {
  if (all.some(({ problem }) => problem !== null)) return text.someFailed;
  return all.some(({ id }) => id === null) ? text.someOnTheirWay : null;
}

/** By XMLHttpRequest, the one way that tells how far an upload is. */
async function upload(file: File, signal: AbortSignal, tell: (progress: number) => void): Promise<Attachment> {
  const session = await freshSession();
  const form = new FormData();
  form.set('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/attachments');
    request.responseType = 'json';
    if (session) request.setRequestHeader('authorization', `Bearer ${session.accessToken}`);
    request.upload.onprogress = ({ loaded, total }) => tell(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new ApiFailure(0, 'unreachable', ''));
    request.onload = () => {
      const body = request.response as { data: Attachment } | null;
      if (request.status === 201 && body) resolve(body.data);
      else reject(failureOf(new Response(null, { status: request.status }), body));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
