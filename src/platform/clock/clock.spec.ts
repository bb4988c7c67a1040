import { describe, expect, it } from '@jest/globals';
import { asDate, Clock, parseIso, toIso, toIsoOrNull, yearOf } from './clock.js';

describe('an instant', () => {
  it('is written with milliseconds and Z, and read back', () => {
    const text = '2026-01-31T09:05:00.007Z';
    expect(toIso(parseIso(text) ?? 0)).toBe(text);
    expect(toIsoOrNull(null)).toBeNull();
    expect(toIsoOrNull(0)).toBe('1970-01-01T00:00:00.000Z');
  });

  it.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T09:05Z', '2026-01-31T09:05:00.000Z'],
    ['2026-01-31T09:05:01.5+02:00', '2026-01-31T07:05:01.500Z'],
    ['2026-01-31T23:30:00-05:00', '2026-02-01T04:30:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-01-31T09:05:01.123456Z', '2026-01-31T09:05:01.123Z'],
  ])('is read from %s', (text, iso) => {
    expect(toIsoOrNull(parseIso(text))).toBe(iso);
  });

  it.each([
    ...[
      '',
      'now',
      '2026',
      '2026-1-5',
      '2026-02-30',
      '2025-02-29',
      '2026-13-01',
      '2026-01-31T09:05:00',
      '1769850300000',
    ],
    ...[
      '2026-01-31T25:00Z',
      '2026-01-31T09:61Z',
      '2026-01-31 09:05Z',
      ' 2026-01-31',
      '2026-01-31T09:05:00z',
      '2026-02-31T10:00Z',
    ],
  ])('is not read from %j', (text) => {
    expect(parseIso(text)).toBeNull();
  });

  it('has its year in UTC', () => {
    expect(yearOf(parseIso('2026-01-01T00:30:00+01:00') ?? 0)).toBe(2025);
    expect(yearOf(parseIso('2025-12-31T23:30:00-01:00') ?? 0)).toBe(2026);
  });

  it('is a Date where a library wants one', () => {
    expect(asDate(1_000).getTime()).toBe(1_000);
  });
});

describe('the clock', () => {
  it('tells the time of this machine in whole milliseconds', () => {
    const before = Date.now();
    const now = new Clock().now();
    expect(Number.isInteger(now)).toBe(true);
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});
