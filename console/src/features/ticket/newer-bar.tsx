import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { thread as text } from '#text/thread';
import type { Message } from '../../api/client';
import { say } from '../../text/say';
import classes from './newer-bar.module.css';

interface NewerBarProps {
  readonly newer: readonly Message[];
  readonly show: () => void;
  /** Once somebody tried to send; null before. */
  readonly sendAnyway: (() => void) | null;
}

/** Others wrote since the writing began: what is written may no longer fit. */
export function NewerBar({ newer, show, sendAnyway }: NewerBarProps) {
  return (
    <div className={classes.bar} role="alert">
      <IconAlertTriangle size={17} aria-hidden />
      <span className={classes.text}>
        {say(text.composer.newer, { count: newer.length, name: newer[0]?.author.name ?? '' })}
      </span>
      <Button size="compact-sm" variant="default" onClick={show}>
        {text.composer.show}
      </Button>
      {sendAnyway && (
        <Button size="compact-sm" onClick={sendAnyway}>
          {text.composer.sendAnyway}
        </Button>
      )}
    </div>
  );
}
