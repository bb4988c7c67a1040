import { Button } from '@mantine/core';
import { settings as text } from '#text/settings';
import { CopyLine } from '../../../ui/copy-line';
import classes from './shown-once.module.css';

interface Line {
  readonly label: string;
  readonly value: string;
}

interface ShownOnceProps {
  readonly hint: string;
  readonly lines: readonly Line[];
  readonly close: () => void;
}

/** A secret that nobody will ever be shown again, and what can be done with it at once. */
export function ShownOnce({ hint, lines, close }: ShownOnceProps) {
  return (
    <section className={classes.root} aria-label={text.once.title} role="status">
      <h3 className={classes.title}>{text.once.title}</h3>
      <p className={classes.hint}>{hint}</p>
      {lines.map(({ label, value }) => (
        <CopyLine key={label} label={label} value={value} />
      ))}
      <div>
        <Button onClick={close}>{text.once.done}</Button>
      </div>
    </section>
  );
}
