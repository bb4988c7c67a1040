import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { thread as text } from '#text/thread';
import { say } from '../../text/say';
import { notify } from '../../shell/notices';
import { knownTicket } from '../../tickets/cache';
import { putBack, sendLater, takeOut, type Unsent, useUnsent } from './outbox';
import { baseOf } from './send-message';
import classes from './unsent-bars.module.css';

const SHOWN = 80;

interface UnsentBarsProps {
  /** Of the ticket. */
  readonly number: number;
  /** Null where there is no place to write, or it is taken. */
  readonly edit: ((unsent: Unsent) => void) | null;
}

/** What was written on a ticket and has not been sent: why, and what can be done about it. */
export function UnsentBars({ number, edit }: UnsentBarsProps) {
  const unsent = useUnsent().filter((each) => each.number === number);
  if (unsent.length === 0) return null;
  return (
    <ul className={classes.bars} aria-label={text.unsent.title}>
      {unsent.map((each) => (
        <li key={each.draft.key} className={classes.bar}>
          <IconCloudOff size={17} aria-hidden />
          <span className={classes.text}>
            {say(text.unsent.bar, { text: beginningOf(each.draft.body), reason: each.problem ?? text.unsent.waits })}
          </span>
          <Choice
            label={text.unsent.discard}
            unsent={each}
            choose={() => {
              takeOut(each);
              notify(text.unsent.discarded, { undo: () => putBack(each) });
            }}
          />
          {edit && (
            <Choice
              label={text.unsent.edit}
              unsent={each}
              choose={() => {
                takeOut(each);
                edit(each);
              }}
            />
          )}
          {each.problem !== null && (
            <Choice label={text.unsent.send} unsent={each} choose={() => sendLater(sentNow(each))} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly unsent: Unsent;
  readonly choose: () => void;
}

/** Named after the message as well, as there may be several. */
function Choice({ label, unsent, choose }: ChoiceProps) {
  const name = `${label}: ${beginningOf(unsent.draft.body)}`;
  return (
    <Button size="compact-sm" variant="default" aria-label={name} onClick={choose}>
      {label}
    </Button>
  );
}

/** Decided on the ticket as it is now. */
function sentNow(unsent: Unsent): Unsent {
  const ticket = knownTicket(unsent.number);
  return ticket ? { ...unsent, base: baseOf(ticket) } : unsent;
}

function beginningOf(body: string): string {
  const line = body.trim().replaceAll(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)} …` : line;
}
