import type { ReactNode } from 'react';
import classes from './state-badge.module.css';

interface StateBadgeProps {
  readonly tone: 'good' | 'off' | 'bad' | 'busy';
  readonly children: ReactNode;
}

/** A state in a word, with a sign that tells it without its colour. */
export function StateBadge({ tone, children }: StateBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  );
}
