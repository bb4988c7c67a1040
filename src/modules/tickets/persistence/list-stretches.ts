import type { ListPosition } from '../ticket-query.js';
import type { Order } from './ticket-queries.js';

/** Between which positions of a list is read: behind `from`, and as far as `to`, which may be part of it. */
export interface Between {
  readonly from: ListPosition | null;
  readonly to: ListPosition | null;
}

/** A condition with its values. */
type Narrow = readonly [text: string, values: object];

/**
 * The conditions of what lies between two positions, such that an index can look it up. Few tickets have the same instant
 * and are told apart as they come; very many have the same priority, so those at either end are stretches of their own.
 */
export function stretches({ from, to }: Between, { column, direction, equals }: Order): readonly (readonly Narrow[])[] {
  const [behind, before] = direction === 'DESC' ? ['<', '>'] : ['>', '<'];
  if (equals === 'few') {
    const begin: readonly Narrow[] = from
      ? [
          [`${column} ${behind}= :from`, { from: from.value }],
          [`(${column} ${behind} :from OR t.number ${behind} :fromNumber)`, { fromNumber: from.number }],
        ]
      : [];
    const end: readonly Narrow[] = to
      ? [
          [`${column} ${before}= :to`, { to: to.value }],
          [`(${column} ${before} :to OR t.number ${before}= :toNumber)`, { toNumber: to.number }],
        ]
      : [];
    return [[...begin, ...end]];
  }
  const begin: readonly Narrow[] = from
    ? [
        [`${column} = :from`, { from: from.value }],
        [`t.number ${behind} :fromNumber`, { fromNumber: from.number }],
      ]
    : [];
  const end: readonly Narrow[] = to
    ? [
        [`${column} = :to`, { to: to.value }],
        [`t.number ${before}= :toNumber`, { toNumber: to.number }],
      ]
    : [];
  if (from?.value === to?.value) return [[...begin, ...end]];
  const middle: readonly Narrow[] = [
    ...(from ? [[`${column} ${behind} :from`, { from: from.value }] as const] : []),
    ...(to ? [[`${column} ${before} :to`, { to: to.value }] as const] : []),
  ];
  return [begin, middle, end].filter((each) => each.length > 0);
}
