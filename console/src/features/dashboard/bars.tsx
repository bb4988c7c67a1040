import type { CSSProperties } from 'react';
import { TicketLink } from './ticket-link';
import classes from './bars.module.css';

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly count: number | string;
  readonly filter: Readonly<Record<string, string>>;
}

/** How many of each kind, the longest bar being the most; each leads to its list. */
export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  const size = ({ count }: Bar) => (typeof count === 'number' ? count : Number.parseInt(count, 10));
  const most = Math.max(1, ...bars.map(size));
  return (
    <ul className={classes.bars}>
      {bars.map((bar) => (
        <li key={bar.id}>
          <TicketLink filter={bar.filter} className={classes.bar}>
            <span className={classes.label}>{bar.label}</span>
            <span className={classes.track} aria-hidden>
              <span style={{ '--part': size(bar) / most } as CSSProperties} />
            </span>
            <span className={classes.count}>{bar.count}</span>
          </TicketLink>
        </li>
      ))}
    </ul>
  );
}
