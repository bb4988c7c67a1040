import { Tooltip } from '@mantine/core';
import { shell as text } from '#text/shell';
import { useLiveState } from './live';
import classes from './live-badge.module.css';

/** Whether what is shown follows what happens. */
export function LiveBadge() {
  const state = useLiveState();
  return (
    <Tooltip label={text.live[state]} disabled={state === 'off'}>
      <span className={classes.badge} data-state={state} role="status">
        <span className={classes.dot} />
        <span className={state === 'off' ? classes.text : 'visually-hidden'}>{text.live[state]}</span>
      </span>
    </Tooltip>
  );
}
