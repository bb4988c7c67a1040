import { ActionIcon, CloseButton } from '@mantine/core';
import { IconFile, IconRefresh } from '@tabler/icons-react';
import { writing as text } from '#text/writing';
import { say, sizeOf } from '../text/say';
import type { Upload, Uploads } from './use-uploads';
import classes from './upload-list.module.css';

/** The files of what is being written, and how far each is. */
export function UploadList({ uploads }: { readonly uploads: Uploads }) {
  if (uploads.all.length === 0) return null;
  return (
    <ul className={classes.list}>
      {uploads.all.map((upload) => (
        <li key={upload.key} className={classes.file} data-failed={upload.problem !== null}>
          <IconFile size={16} stroke={1.7} aria-hidden />
          <span className={classes.text}>
            <span className={classes.name}>{upload.name}</span>
            <span className={classes.detail} role={upload.problem === null ? undefined : 'alert'}>
              {upload.problem ?? sizeOf(upload.size)}
            </span>
          </span>
          <Progress upload={upload} />
          {upload.problem !== null && (
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={text.retry}
              onClick={() => uploads.retry(upload.key)}
            >
              <IconRefresh size={15} />
            </ActionIcon>
          )}
          <CloseButton
            size="sm"
            aria-label={say(text.remove, { name: upload.name })}
            onClick={() => uploads.remove(upload.key)}
          />
        </li>
      ))}
    </ul>
  );
}

function Progress({ upload: { name, progress, id, problem } }: { readonly upload: Upload }) {
  if (id !== null || problem !== null) return null;
  const percent = Math.round(progress * 100);
  return (
    <progress
      className={classes.progress}
      value={percent}
      max={100}
      aria-label={say(text.uploading, { name, percent })}
    />
  );
}
