/** How many days a dashboard can look back, today included. */
export const RANGES = ['7', '30', '90'] as const;
export type RangeId = (typeof RANGES)[number];

export interface DashboardSearch {
  readonly days?: RangeId;
}

export function readDashboardSearch({ days }: Readonly<Record<string, unknown>>): DashboardSearch {
  const known = RANGES.find((each) => each === days);
  return known === undefined ? {} : { days: known };
}

/** Days as the reports are asked for them: from the first to the last, in this browser's zone. */
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly time_zone: string;
}

/** The last so many days until today. */
export function rangeOf(days: number, today = new Date()): Range {
  const first = new Date(today.getFullYear(), today.getMonth(), today.getDate() - days + 1);
  return { from: dayText(first), to: dayText(today), time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

type Moment = 'created_at' | 'resolved_at';

/** The filters of a list of what came about from one day to another, both included. */
export function between(moment: Moment, from: string, to: string): Readonly<Record<string, string>> {
  return { [`${moment}[gte]`]: startOf(from), [`${moment}[lt]`]: startOf(to, 1) };
}

/** The moment at which a day of this zone, or the one so many days later, begins. */
function startOf(day: string, later = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

function dayText(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
