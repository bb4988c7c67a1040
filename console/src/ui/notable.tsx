import type { ReactNode } from 'react';
import classes from './notable.module.css';

interface NotableProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly hint?: string | undefined;
  /** Spoken at once, for what went wrong. */
  readonly isAlert?: boolean;
  readonly children?: ReactNode;
}

/** In place of content: nothing there, nothing found, something broken; says why and offers what to do next. */
export function Notable({ icon, title, hint, isAlert = false, children }: NotableProps) {
  return (
    <div className={classes.root} role={isAlert ? 'alert' : undefined}>
      {icon && <div className={classes.icon}>{icon}</div>}
      <h2 className={classes.title}>{title}</h2>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
