import { DAY, parseIso } from '../../../platform/clock/clock.js';
import { TimeZone } from '../../../platform/clock/time-zone.js';
import { TextField } from '../../../platform/http/fields.js';
import { invalidParameter } from '../../../platform/http/http-errors.js';
import type { ReportRange } from '../reports.service.js';

/** The longest range, a leap year. */
export const MOST_DAYS = 366;

const DAY_PATTERN = /^(19[7-9]|20\d)\d-\d{2}-\d{2}$/;
const day = { max: 10, pattern: DAY_PATTERN };

/** Which days a report is about. */
export class ReportQueryDto {
  @TextField({ ...day, example: '2026-03-01', description: 'The first day.' })
  from: string;
  @TextField({
    ...day,
    example: '2026-03-07',
    description: `The last day, itself included: at most ${MOST_DAYS} in all.`,
  })
  to: string;
  @TextField({
    optional: true,
    max: 64,
    example: 'Europe/Madrid',
    default: 'UTC',
    description:
      'Whose days and hours they are: a zone of the IANA database. Changes of clocks are taken into account.',
  })
  time_zone?: string;
}

/** The days that a query means. Throws `invalid_parameter`, which names what is wrong. */
export function rangeOf({ from, to, time_zone: name = 'UTC' }: ReportQueryDto): ReportRange {
  const zone = TimeZone.find(name);
  if (!zone) throw invalidParameter('time_zone must be a zone of the IANA database');
  const [firstDay, lastDay] = [midnightOf('from', from), midnightOf('to', to)];
  const days = (lastDay - firstDay) / DAY + 1;
  if (days < 1) throw invalidParameter('to must not be before from');
  if (days > MOST_DAYS) throw invalidParameter(`from and to must be at most ${MOST_DAYS} days apart, both included`);
  return { zone, firstDay, days, from: zone.startOfDay(firstDay), before: zone.startOfDay(lastDay + DAY) };
}

function midnightOf(parameter: string, text: string): number {
  const midnight = parseIso(text);
  if (midnight === null) throw invalidParameter(`${parameter} must be a day that exists`);
  return midnight;
}
