import { ticket as text } from '#text/ticket';
import type { Priority } from '../api/client';
import { say } from '../text/say';
import { asImage } from './as-image';
import classes from './priority-glyph.module.css';

/** How urgent: by the number of bars, and a box around an exclamation mark; colour only adds to it. */
export function PriorityGlyph({ priority }: { readonly priority: Priority }) {
  const label = say(text.priorityIs, { priority: text.priority[priority] });
  return <span className={classes.glyph} data-priority={priority} {...asImage(label)} />;
}
