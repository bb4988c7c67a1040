import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE, toIso } from './clock.js';
import { TimeZone } from './time-zone.js';

const at = (text: string) => Date.parse(text);
const startOf = (zone: string, day: string) => toIso(TimeZone.find(zone)!.startOfDay(at(`${day}T00:00:00Z`)));
const stretches = (zone: string, from: string, before: string) =>
  TimeZone.find(zone)!
    .stretches(at(from), at(before))
    .map((each) => [toIso(each.from), toIso(each.before), each.offset / MINUTE]);

it('knows the zones of the IANA database only', () => {
  for (const name of ['UTC', 'Europe/Madrid', 'Asia/Kathmandu']) expect(TimeZone.find(name)?.name).toBe(name);
  for (const name of ['', 'Europe/Nowhere', 'Madrid', "'; --"]) expect(TimeZone.find(name)).toBeNull();
});

describe('a day starts', () => {
  it.each([
    ['UTC', '2026-03-01', '2026-03-01T00:00:00.000Z'],
    ['Europe/Madrid', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Madrid', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-01', '2026-02-28T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-03-01', '2026-02-28T10:00:00.000Z'],
  ])('in %s on %s at %s', (zone, day, instant) => {
    expect(startOf(zone, day)).toBe(instant);
  });

  it('when the clocks leave midnight out, and at the first of two midnights', () => {
    expect(startOf('America/Santiago', '2024-09-08')).toBe('2024-09-08T04:00:00.000Z');
    expect(startOf('America/Havana', '2024-11-03')).toBe('2024-11-03T04:00:00.000Z');
  });

  it('at once on a day that was left out', () => {
    expect(startOf('Pacific/Apia', '2011-12-30')).toBe(startOf('Pacific/Apia', '2011-12-31'));
  });
});

describe('time', () => {
  it('is cut where the clocks are changed', () => {
    expect(stretches('UTC', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toHaveLength(1);
    expect(stretches('Europe/Madrid', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([
      ['2026-01-01T00:00:00.000Z', '2026-03-29T01:00:00.000Z', 60],
      ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z', 120],
      ['2026-10-25T01:00:00.000Z', '2027-01-01T00:00:00.000Z', 60],
    ]);
  });

  it('is whole: no moment is lost and none is there twice', () => {
    const [from, before] = [at('2026-03-29T01:00:00Z') - 3 * DAY, at('2026-03-29T01:00:00Z')];
    for (const end of [before, before + 1, before + HOUR, before + DAY]) {
      const cut = TimeZone.find('Europe/Madrid')!.stretches(from, end);
      expect([cut[0]!.from, cut.at(-1)!.before]).toEqual([from, end]);
      for (const [index, each] of cut.slice(1).entries()) expect(each.from).toBe(cut[index]!.before);
    }
    expect(TimeZone.find('UTC')!.stretches(from, from)).toEqual([]);
  });
});
