import type { CSSProperties } from 'react';
import { dashboard as text } from '#text/dashboard';
import { hourNames, say, weekdayNames } from '../../text/say';
import classes from './heat-map.module.css';

const HOURS = hourNames();
const WEEKDAYS = weekdayNames();

export interface Weekday {
  readonly weekday: number;
  readonly created: readonly number[];
}

/** The hours of a week, darker the more tickets are opened in them. */
export function HeatMap({ weekdays }: { readonly weekdays: readonly Weekday[] }) {
  const cells = weekdays.flatMap(({ weekday, created }) =>
    created.map((count, hour) => ({ weekday: WEEKDAYS[weekday - 1] ?? '', hour: HOURS[hour] ?? '', count })),
  );
  const busiest = cells.reduce((most, cell) => (cell.count > most.count ? cell : most));
  return (
    <div className={classes.map} role="img" aria-label={say(text.hoursChart, busiest)}>
      {weekdays.map(({ weekday, created }) => (
        <div key={weekday} className={classes.row}>
          <span className={classes.day}>{WEEKDAYS[weekday - 1]?.slice(0, 3)}</span>
          {created.map((count, hour) => (
            <span
              key={HOURS[hour]}
              className={classes.cell}
              title={say(text.hourFigure, { weekday: WEEKDAYS[weekday - 1] ?? '', hour: HOURS[hour] ?? '', count })}
              style={{ '--heat': count / Math.max(1, busiest.count) } as CSSProperties}
            />
          ))}
        </div>
      ))}
      <div className={classes.row}>
        <span />
        {HOURS.map((hour, index) => (
          <span key={hour} className={classes.hour}>
            {index % 6 === 0 ? hour : ''}
          </span>
        ))}
      </div>
    </div>
  );
}
