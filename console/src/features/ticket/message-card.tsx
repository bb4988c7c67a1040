import { IconLock } from '@tabler/icons-react';
import { memo } from 'react';
import { thread as text } from '#text/thread';
import type { Message } from '../../api/client';
import { instantOf, timeOf } from '../../text/say';
import { Face } from '../../ui/face';
import { Markdown } from '../../writing/markdown';
import { AttachmentView } from '../../writing/attachment-view';
import classes from './message-card.module.css';

interface MessageCardProps {
  readonly message: Message;
  readonly isMine: boolean;
}

/** One message. What only the team sees has another ground, a lock and a word that says so. */
function Card({ message, isMine }: MessageCardProps) {
  const { seq, author, visibility, body, attachments, created_at: at } = message;
  const isNote = visibility === 'internal';
  const side = author.role === 'customer' ? 'customer' : 'desk';
  return (
    <article
      id={`message-${seq}`}
      className={classes.card}
      data-note={isNote}
      data-side={side}
      data-message
      tabIndex={-1}
      aria-labelledby={`message-${seq}-by`}
    >
      <header className={classes.head}>
        <Face name={author.name} />
        <span id={`message-${seq}-by`} className={classes.author}>
          {author.name}
          {isMine && <span className={classes.you}> ({text.you})</span>}
        </span>
        {isNote && (
          <span className={classes.note} title={text.internalHint}>
            <IconLock size={13} stroke={2} aria-hidden />
            {text.internal}
          </span>
        )}
        <time className={classes.time} dateTime={at} title={instantOf(at)}>
          {timeOf(at)}
        </time>
      </header>
      <div className={classes.body}>
        <Markdown text={body} />
        {attachments.length > 0 && (
          <div className={classes.files}>
            {attachments.map((file) => (
              <AttachmentView key={file.id} file={file} />
            ))}
          </div>
        )}
      </div>
    </article>
  );
}

export const MessageCard = memo(Card);
