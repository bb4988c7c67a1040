import { describe, expect, it } from '@jest/globals';
import type { ListPosition } from '../ticket-query.js';
import { type Between, stretches } from './list-stretches.js';
import type { Order } from './ticket-queries.js';

/** Several of each value. */
const ROWS: readonly ListPosition[] = Array.from({ length: 12 }, (_, number) => ({ value: number % 4, number }));

const COMPARISONS: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '<=': (left, right) => left <= right,
  '>=': (left, right) => left >= right,
};

/** Whether a row fulfils the conditions of a stretch, as a database reads them. */
function fulfils(row: ListPosition, conditions: ReturnType<typeof stretches>[number]): boolean {
  const values = Object.assign({}, ...conditions.map(([, given]) => given)) as Record<string, number>;
  return conditions.every(([text]) =>
    text
      .replaceAll(/[()]/g, '')
      .split(' OR ')
      .some((comparison) => {
        const [column, sign, name] = comparison.split(' ') as [string, string, string];
        return COMPARISONS[sign]!(column === 't.value' ? row.value : row.number, values[name.slice(1)]!);
      }),
  );
}

/** The numbers of what all stretches have, in the order of the list. */
function numbersOf(between: Between, order: Order, list: readonly ListPosition[]): readonly number[] {
  const found = stretches(between, order).flatMap((each) => ROWS.filter((row) => fulfils(row, each)));
  return found.sort((a, b) => list.indexOf(a) - list.indexOf(b)).map(({ number }) => number);
}

describe.each(['ASC', 'DESC'] as const)('stretches of a list that goes %s', (direction) => {
  const ascending = ROWS.toSorted((a, b) => a.value - b.value || a.number - b.number);
  const list = direction === 'ASC' ? ascending : ascending.toReversed();

  it.each(['few', 'many'] as const)('have what lies between two positions, each once, where %s are equal', (equals) => {
    const order: Order = { column: 't.value', direction, equals };
    for (let from = -1; from < list.length; from++) {
      for (let to = from + 1; to <= list.length; to++) {
        const between = { from: list[from] ?? null, to: list[to] ?? null };
        const expected = list.slice(from + 1, to + 1).map(({ number }) => number);
        expect(numbersOf(between, order, list)).toEqual(expected);
      }
    }
  });

  it('are each of one value, or of whole values, where many are equal', () => {
    const order: Order = { column: 't.value', direction, equals: 'many' };
    const texts = stretches({ from: list[2]!, to: list[9]! }, order).map((each) => each.map(([text]) => text).join());
    for (const text of texts) expect(/t.value = /.test(text) || !text.includes('t.number')).toBe(true);
  });
});
