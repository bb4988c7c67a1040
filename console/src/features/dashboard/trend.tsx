import { useEffect, useRef, useState } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { dashboard as text } from '#text/dashboard';
import { dateOf, say } from '../../text/say';
import classes from './trend.module.css';

interface Day {
  readonly day: string;
  readonly created: number;
  readonly resolved: number;
}

const HEIGHT = 220;
const DAY_SECONDS = 86_400;

interface TrendProps {
  readonly label: string;
  readonly days: readonly Day[];
  /** Drawn anew when it changes. */
  readonly theme: string;
}

/** Two lines over the days; what the pointer is over is written out below. */
export default function Trend({ label, days, theme }: TrendProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const plot = draw(element, days, setPointed);
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [days, theme]);
  const day = pointed === null ? undefined : days[pointed];
  return (
    <div>
      <div ref={frame} className={classes.frame} role="img" aria-label={label} />
      <p className={classes.legend}>
        <span className={classes.created}>{text.created}</span>
        <span className={classes.resolved}>{text.resolved}</span>
        <span className={classes.pointed}>
          {day && say(text.dayFigures, { day: dateOf(day.day), created: day.created, resolved: day.resolved })}
        </span>
      </p>
    </div>
  );
}

function draw(element: HTMLElement, days: readonly Day[], point: (index: number | null) => void): UPlot {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const grid = { stroke: colour('--pd-line'), width: 1 };
  const axis = { stroke: colour('--pd-dim'), grid, ticks: grid, font: `12px ${style.fontFamily}` };
  const line = (name: string, stroke: string, dash?: number[]) => ({
    label: name,
    stroke,
    width: 2,
    points: { show: days.length < 32, size: 5, fill: stroke },
    ...(dash && { dash }),
  });
  return new UPlot(
    {
      width: element.clientWidth,
      height: HEIGHT,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false } },
      // Days are drawn at their midnight in Greenwich, whatever the zone they are of.
      tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1_000), 'Etc/UTC'),
      scales: { y: { range: (_plot, _least, most) => [0, Math.max(4, most * 1.1)] } },
      axes: [
        {
          ...axis,
          space: 64,
          values: (_plot, splits) =>
            splits.map((at) => (at % DAY_SECONDS === 0 ? dateOf(new Date(at * 1_000).toISOString().slice(0, 10)) : '')),
        },
        { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000] },
      ],
      series: [{}, line(text.created, colour('--pd-accent')), line(text.resolved, colour('--pd-good'), [6, 4])],
      hooks: { setCursor: [({ cursor }) => point(cursor.idx ?? null)] },
    },
    [
      days.map(({ day }) => Date.parse(day) / 1_000),
      days.map(({ created }) => created),
      days.map(({ resolved }) => resolved),
    ],
    element,
  );
}
