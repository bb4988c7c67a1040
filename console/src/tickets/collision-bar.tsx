import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ticket as text } from '#text/ticket';
import { say } from '../text/say';
import { propertyIn, valueIn } from './describe';
import type { TicketActions } from './use-ticket-actions';
import classes from './collision-bar.module.css';

type CollisionBarProps = Pick<TicketActions, 'collision' | 'settleCollision'>;

/** Somebody else set the same to something else meanwhile: says what, and lets people choose. */
export function CollisionBar({ collision, settleCollision }: CollisionBarProps) {
  if (!collision) return null;
  const { change, current } = collision;
  return (
    <div className={classes.bar} role="alert">
      <IconAlertTriangle size={18} />
      <span className={classes.text}>
        {say(text.collision.title, { field: propertyIn(change), value: valueIn(change, current) })}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => settleCollision('theirs')}>
        {text.collision.keepTheirs}
      </Button>
      <Button size="compact-sm" onClick={() => settleCollision('mine')}>
        {text.collision.useMine}
      </Button>
    </div>
  );
}
