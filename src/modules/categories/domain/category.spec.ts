import { describe, expect, it } from '@jest/globals';
import { calledBy, type Category, MAX_SLUG, SLUG_PATTERN, slugOf } from './category.js';

describe('the slug of a name', () => {
  it.each([
    ['Billing', 'billing'],
    ['Booking Issues', 'booking-issues'],
    ['  Fahrzeug – Übergabe! ', 'fahrzeug-ubergabe'],
    ['Crème brûlée', 'creme-brulee'],
    ['vehicle_issue', 'vehicle_issue'],
    ['a _ b', 'a-b'],
    ['--x--', 'x'],
    ['24/7', '24-7'],
    ['日本語', ''],
    ['!!!', ''],
  ])('of %j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is never longer than it may be, nor ends in a dash', () => {
    const slug = slugOf(`${'x'.repeat(MAX_SLUG - 1)} y`);
    expect(slug).toBe('x'.repeat(MAX_SLUG - 1));
    expect(slugOf('y'.repeat(200))).toHaveLength(MAX_SLUG);
  });

  it('is one that a request could have given', () => {
    for (const name of ['Booking Issues', 'a__b--c', 'x-_y', '_lead', '9', 'Ärger & Freude']) {
      expect(slugOf(name)).toMatch(SLUG_PATTERN);
    }
  });
});

describe('a category called by words', () => {
  const named = (name: string, slug: string) => ({ name, slug }) as Category;
  const categories = [named('Booking Issues', 'bookings'), named('Ärger', 'arger'), named('Bookings', 'more')];

  it.each([
    ['Booking Issues', 'bookings'],
    [' bOOking issues\n', 'bookings'],
    ['BOOKINGS', 'bookings'],
    ['ÄRGER', 'arger'],
    ['A\u0308rger', 'arger'],
    ['More', 'more'],
    ['booking', undefined],
    ['', undefined],
  ])('%j is %s', (label, slug) => {
    expect(calledBy(label, categories)?.slug).toBe(slug);
  });
});
