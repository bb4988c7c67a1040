/** The language of the catalogue that is built in; its folder is what `#text/` stands for. */
const LANGUAGE = 'en';

/** A text of the catalogue, or one for each number that the language tells apart. `{name}` is a place for a value. */
export type Phrase = string | { readonly one: string; readonly other: string };

const plurals = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE);

/** The phrase with its values in place; `count` chooses the form. */
export function say(phrase: Phrase, values: Readonly<Record<string, string | number>> = {}): string {
  const count = Number(values['count'] ?? 0);
  const text = typeof phrase === 'string' ? phrase : phrase[plurals.select(count) === 'one' ? 'one' : 'other'];
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? numbers.format(value) : (value ?? place);
  });
}

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
const relative = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto', style: 'narrow' });
const full = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'full', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const time = new Intl.DateTimeFormat(LANGUAGE, { timeStyle: 'short' });

/** How long ago, in a word or two. */
export function agoOf(iso: string, now = Date.now()): string {
  const seconds = (Date.parse(iso) - now) / 1_000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return unit === 'second' ? relative.format(0, 'second') : relative.format(Math.trunc(seconds / size), unit);
}

export function instantOf(iso: string): string {
  return full.format(new Date(iso));
}

export function dayOf(iso: string): string {
  return day.format(new Date(iso));
}

export function timeOf(iso: string): string {
  return time.format(new Date(iso));
}

const date = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A day that is written as `2026-03-01`. */
export function dateOf(isoDay: string): string {
  return date.format(new Date(`${isoDay}T00:00:00Z`));
}

/** From Monday on. */
export function weekdayNames(): readonly string[] {
  const names = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) => names.format(Date.UTC(2024, 0, 1 + index)));
}

/** From midnight on. */
export function hourNames(): readonly string[] {
  const names = new Intl.DateTimeFormat(LANGUAGE, { hour: 'numeric', timeZone: 'UTC' });
  return Array.from({ length: 24 }, (_, hour) => names.format(Date.UTC(2024, 0, 1, hour)));
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function sizeOf(bytes: number): string {
  const power = Math.min(SIZES.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  return new Intl.NumberFormat(LANGUAGE, {
    style: 'unit',
    unit: SIZES[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1_000 ** power);
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}

const LENGTHS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** A length of time in its largest unit, to a tenth of it where it is that short. */
export function spanOf(seconds: number): string {
  const [unit, size] = LENGTHS.find(([, length]) => seconds >= length) ?? ['second', 1];
  const amount = seconds / size;
  const maximumFractionDigits = amount < 10 && unit !== 'second' ? 1 : 0;
  return new Intl.NumberFormat(LANGUAGE, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(
    amount,
  );
}

/** How long from one instant to another, in its largest unit. */
export function durationOf(from: string, to: string): string {
  const seconds = Math.max(0, (Date.parse(to) - Date.parse(from)) / 1_000);
  const [unit, size] = LENGTHS.find(([, length]) => seconds >= length) ?? ['second', 1];
  return new Intl.NumberFormat(LANGUAGE, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.round(seconds / size),
  );
}
