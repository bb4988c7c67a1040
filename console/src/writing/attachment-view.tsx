import { IconExternalLink, IconFile, IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { writing as text } from '#text/writing';
import type { Attachment } from '../api/client';
import { say, sizeOf } from '../text/say';
import classes from './attachment-view.module.css';

const SHOWN_INLINE = /^(image\/(png|jpeg|gif|webp|avif)|application\/pdf)$/;
const OURS = /^\/api\/v1\/attachments\//;

/** A file of a message: pictures as pictures, all else as something to open. */
export function AttachmentView({ file }: { readonly file: Attachment }) {
  const { pathname, search } = new URL(file.url);
  const isOurs = OURS.test(pathname);
  const isInline = isOurs && SHOWN_INLINE.test(file.mime_type);
  // By its path: the server may be known to this browser by another name than it knows itself by.
  const href = isOurs ? `${pathname}${search}${isInline ? '&disposition=inline' : ''}` : file.url;
  const size = file.size === null ? text.elsewhere : sizeOf(file.size);
  const link = { href, target: '_blank', rel: 'noopener noreferrer' };

  if (isInline && file.mime_type.startsWith('image/')) {
    return (
      <a {...link} className={classes.picture} aria-label={say(text.openFile, { name: file.file_name, size })}>
        <Picture src={href} name={file.file_name} />
      </a>
    );
  }
  const Icon = !isOurs ? IconExternalLink : file.mime_type === 'application/pdf' ? IconFileTypePdf : IconFile;
  return (
    <a {...link} className={classes.file}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={classes.name}>{file.file_name}</span>
      <span className={classes.size}>{size}</span>
    </a>
  );
}

/** Its address is made anew every few minutes; what was loaded by an older one stays. */
function Picture({ src, name }: { readonly src: string; readonly name: string }) {
  const [shown, setShown] = useState(src);
  return <img src={shown} alt={name} loading="lazy" onError={() => setShown(src)} />;
}
