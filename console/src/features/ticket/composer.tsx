import { Button, CloseButton, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { thread as text } from '#text/thread';
import { writing as writingText } from '#text/writing';
import type { TicketDetail } from '../../api/client';
import { explain } from '../../api/explain';
import { isFailure, isUnreachable } from '../../api/failure';
import { useSession } from '../../api/session';
import { notify, notifyFailure } from '../../shell/notices';
import { say } from '../../text/say';
import { freshTicket } from '../../tickets/cache';
import { AttachButton } from '../../writing/attach-button';
import { Markdown } from '../../writing/markdown';
import { UploadList } from '../../writing/upload-list';
import { WritingField } from '../../writing/writing-field';
import { NewerBar } from './newer-bar';
import { sendLater } from './outbox';
import { type Afterwards, baseOf, sendMessage, writtenSince } from './send-message';
import { isEmpty, type Mode, type useDraft } from './use-draft';
import classes from './composer.module.css';

const LONGEST = 20_000;
const AFTERWARDS_KEY = 'polydesk.after-reply';
const MODES = ['reply', 'note'] as const;

interface ComposerProps {
  readonly ticket: TicketDetail;
  readonly drafting: ReturnType<typeof useDraft>;
  readonly field: Ref<HTMLTextAreaElement>;
  readonly chooseMode: (mode: Mode) => void;
  /** Shows the first message that came since the writing began. */
  readonly showNewer: () => void;
}

/** Where replies and notes are written. */
export function Composer({ ticket, drafting, field, chooseMode, showNewer }: ComposerProps) {
  const { draft, uploads, isSaved, change, clear, becomeAnother } = drafting;
  const userId = useSession()?.userId ?? 0;
  const [isSending, setSending] = useState(false);
  const [isPreview, setPreview] = useState(false);
  const [warned, setWarned] = useState<string | null>(null);
  const isWarned = warned === draft.key;
  const [afterReply, setAfterReply] = useState<Afterwards>(
    localStorage.getItem(AFTERWARDS_KEY) === 'keep' ? 'keep' : 'pending',
  );
  const isNote = draft.mode === 'note';
  const newer = writtenSince(draft, ticket.messages);

  const send = async (afterwards: Afterwards, isAnyway = isWarned) => {
    if (draft.body.trim() === '') return void notify(text.composer.empty, { tone: 'bad' });
    if (uploads.obstacle !== null) return void notify(uploads.obstacle, { tone: 'bad' });
    if (isSending) return;
    const done = (notice: string) => {
      // At once, since what is written from here on is another message.
      clear();
      setPreview(false);
      setSending(false);
      notify(notice);
    };
    const move = { base: baseOf(ticket), afterwards: isNote ? 'keep' : afterwards } as const;
    let isPosted = false;
    const posted = () => {
      isPosted = true;
      done(isNote ? text.composer.noteAdded : text.composer.sent);
    };
    setSending(true);
    try {
      const fresh = isNote ? ticket : await freshTicket(ticket.number);
      if (!isNote && !isAnyway && writtenSince(draft, fresh.messages).length > 0) {
        setWarned(draft.key);
        setSending(false);
        return;
      }
      await sendMessage(ticket.number, draft, move, posted);
    } catch (error) {
      if (isPosted) return notifyFailure(error);
      if (isUnreachable(error)) {
        // Who was warned is not asked again about the same messages.
        const seen = isAnyway ? ticket.message_count : draft.seen;
        sendLater({ userId, number: ticket.number, draft: { ...draft, seen }, ...move });
        return done(text.unsent.queued);
      }
      if (isFailure(error, 'idempotency_key_reused')) {
        becomeAnother();
        setSending(false);
        return notify(text.composer.sentBefore, { tone: 'bad' });
      }
      notify(say(text.composer.kept, { reason: explain(error) }), { tone: 'bad' });
      setSending(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') (event.target as HTMLElement).blur();
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void send(event.shiftKey ? 'resolved' : afterReply);
  };
  const chooseAfterwards = (afterwards: Afterwards) => {
    localStorage.setItem(AFTERWARDS_KEY, afterwards);
    setAfterReply(afterwards);
  };

  if (!ticket.abilities.includes('reply')) return <p className={classes.closed}>{text.composer.closed}</p>;
  return (
    <section className={classes.composer} data-note={isNote} aria-label={text.composer[draft.mode]}>
      {newer.length > 0 && !isNote && !isEmpty(draft) && (
        <NewerBar newer={newer} show={showNewer} sendAnyway={isWarned ? () => void send(afterReply, true) : null} />
      )}
      <div className={classes.modes}>
        <div role="tablist" className={classes.tabs}>
          {MODES.map((mode) => (
            <button
              key={mode}
              type="button"
              role="tab"
              aria-selected={draft.mode === mode}
              className={classes.mode}
              onClick={() => chooseMode(mode)}
            >
              {mode === 'note' && <IconLock size={14} stroke={2} aria-hidden />}
              {text.composer[mode]}
            </button>
          ))}
        </div>
        <span className={classes.spacer} />
        <span className={classes.saved} role="status">
          {isSaved && writingText.draftSaved}
        </span>
        <button type="button" className={classes.mode} aria-pressed={isPreview} onClick={() => setPreview(!isPreview)}>
          {isPreview ? writingText.edit : writingText.preview}
        </button>
        {!isEmpty(draft) && (
          <CloseButton
            size="sm"
            aria-label={text.composer.discard}
            onClick={() => {
              const { body, seen, key } = draft;
              clear();
              notify(text.composer.discarded, { undo: () => change({ body, seen, key }) });
            }}
          />
        )}
      </div>
      {isPreview ? (
        <div className={classes.preview}>
          {draft.body.trim() === '' ? writingText.nothingToPreview : <Markdown text={draft.body} />}
        </div>
      ) : (
        <WritingField
          ref={field}
          label={say(text.composer.label[draft.mode], { name: ticket.requester.name })}
          placeholder={say(text.composer.placeholder[draft.mode], { name: ticket.requester.name })}
          value={draft.body}
          maxLength={LONGEST}
          isReadOnly={isSending}
          change={(body) => change({ body })}
          uploads={uploads}
          onKeyDown={onKeyDown}
        />
      )}
      <UploadList uploads={uploads} />
      <div className={classes.actions}>
        <AttachButton uploads={uploads} isDisabled={isSending} />
        <span className={classes.hint}>{writingText.markdownHint}</span>
        {isNote ? (
          <Button
            leftSection={<IconLock size={15} />}
            loading={isSending}
            className={classes.noteButton}
            onClick={() => void send('keep')}
          >
            {text.composer.addNote}
          </Button>
        ) : (
          <>
            <Button variant="default" disabled={isSending} onClick={() => void send('resolved')}>
              {text.composer.sendAndResolve}
            </Button>
            <Button.Group>
              <Button loading={isSending} onClick={() => void send(afterReply)}>
                {text.composer.send}
              </Button>
              <Menu position="top-end">
                <Menu.Target>
                  <Button className={classes.split} aria-label={`${text.composer.then} …`}>
                    <IconChevronDown size={15} />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {(['pending', 'keep'] as const).map((each) => (
                    <Menu.Item
                      key={each}
                      onClick={() => chooseAfterwards(each)}
                      rightSection={each === afterReply && <IconCheck size={16} />}
                    >
                      {text.composer.send}, {text.composer.then} {text.composer.afterwards[each]}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            </Button.Group>
          </>
        )}
      </div>
    </section>
  );
}
