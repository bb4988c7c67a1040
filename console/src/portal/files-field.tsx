import { useRef } from 'react';
import { portal } from '#text/portal';
import { writing } from '#text/writing';
import { say, sizeOf } from '../text/say';
import { MOST_FILES, type Upload, type Uploads } from '../writing/use-uploads';

const text = portal.files;

/** Files are sent as soon as they are chosen (`POST /attachments`); the message then names their ids. */
export function FilesField({ uploads }: { readonly uploads: Uploads }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="files">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text.add}
        onChange={({ currentTarget }) => {
          uploads.add([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <button type="button" disabled={uploads.all.length >= MOST_FILES} onClick={() => input.current?.click()}>
        {text.add}
      </button>
      {uploads.all.length >= MOST_FILES && <span className="hint">{say(text.tooMany, { count: MOST_FILES })}</span>}
      <ul>
        {uploads.all.map((upload) => (
          <FileRow key={upload.key} upload={upload} uploads={uploads} />
        ))}
      </ul>
    </div>
  );
}

function FileRow({ upload, uploads }: { readonly upload: Upload; readonly uploads: Uploads }) {
  const { key, name, size, progress, problem, id } = upload;
  const percent = Math.round(progress * 100);
  return (
    <li>
      <span className="name">{name}</span>
      {problem === null ? (
        <span className="hint">{sizeOf(size)}</span>
      ) : (
        <span role="alert" className="problem">
          {problem}
        </span>
      )}
      {id === null && problem === null && (
        <progress value={percent} max={100} aria-label={say(writing.uploading, { name, percent })} />
      )}
      {problem !== null && (
        <button type="button" className="quiet" onClick={() => uploads.retry(key)}>
          {writing.retry}
        </button>
      )}
      <button
        type="button"
        className="quiet"
        aria-label={say(writing.remove, { name })}
        onClick={() => uploads.remove(key)}
      >
        <span aria-hidden>×</span>
      </button>
    </li>
  );
}
