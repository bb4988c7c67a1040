import { ticket as text } from '#text/ticket';
import type { Status } from '../api/client';
import { asImage } from './as-image';
import classes from './status-badge.module.css';

/** Where a ticket stands: a word, with a sign whose filling grows along the way. */
export function StatusBadge({ status }: { readonly status: Status }) {
  return (
    <span className={classes.badge} data-status={status}>
      <StatusSign status={status} />
      {text.status[status]}
    </span>
  );
}

/** Only the sign; `label` says it where no word stands beside it. */
export function StatusSign({ status, label }: { readonly status: Status; readonly label?: string }) {
  return <span className={classes.sign} data-status={status} {...asImage(label)} />;
}
