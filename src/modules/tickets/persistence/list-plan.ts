import { PRIMARY_KEY } from '../../../platform/database/database.service.js';
import { STATUSES } from '../domain/ticket-status.js';
import type { Sort, TicketFilter } from '../ticket-query.js';
import type { TagSearch } from './ticket-queries.js';

/** On what a caller sees the tickets of a list: as staff, as their requester, by the team, or by taking part in them. */
export type GroundKind = 'staff' | 'requester' | 'team' | 'participant';

/** What few tickets may fulfil, and the index that finds those; tags, in a table of their own, tell numbers. */
export interface Narrowing {
  readonly by: readonly (keyof TicketFilter)[];
  readonly index: string;
}

const NARROWINGS: readonly Narrowing[] = [
  { by: ['requesterIds'], index: 'tickets_by_requester' },
  { by: ['teamIds'], index: 'tickets_by_team' },
  { by: ['assigneeIds'], index: 'tickets_by_assignee' },
  { by: ['categoryIds'], index: 'tickets_by_category' },
  { by: ['priorities'], index: 'tickets_by_priority' },
  { by: ['createdFrom', 'createdBefore'], index: 'tickets_by_creation' },
  { by: ['updatedFrom', 'updatedBefore'], index: 'tickets_by_update' },
  { by: ['tags'], index: PRIMARY_KEY },
];

/** A part of a list, and the index by which it is read. */
export interface ListPart {
  readonly filter: TicketFilter;
  readonly index: string;
  /** What of the filter the index knows, which has the part in order; null where the tickets are gathered and sorted. */
  readonly known: TicketFilter | null;
  readonly tags: TagSearch;
}

/** How the tickets of a list that are seen on one ground are read. */
export interface ListPlan {
  /** Excluding each other. */
  readonly parts: readonly ListPart[];
  /** What few tickets may fulfil and the index does not know: it steps over all that do not. */
  readonly steppedOver: readonly Narrowing[];
}

interface OrderedIndex {
  readonly name: string;
  /** What it has the tickets by. The first of these a filter must name; one that names no status means all. */
  readonly of: readonly Spread[];
}

type Spread = 'assigneeIds' | 'categoryIds' | 'priorities' | 'statuses';

/** The longer first: it has less to step over. */
const FOR_STAFF: Readonly<Record<Sort, readonly OrderedIndex[]>> = {
  '-updated_at': [
    { name: 'tickets_by_assignee', of: ['assigneeIds', 'statuses'] },
    { name: 'tickets_by_category', of: ['categoryIds', 'statuses'] },
    { name: 'tickets_by_status_priority', of: ['priorities', 'statuses'] },
    { name: 'tickets_by_status', of: ['statuses'] },
    { name: 'tickets_by_update', of: [] },
  ],
  '-created_at': [
    { name: 'tickets_by_status_creation', of: ['statuses'] },
    { name: 'tickets_by_creation', of: [] },
  ],
  created_at: [
    { name: 'tickets_by_status_creation', of: ['statuses'] },
    { name: 'tickets_by_creation', of: [] },
  ],
  '-priority': [
    { name: 'tickets_by_status_urgency', of: ['statuses'] },
    { name: 'tickets_by_priority', of: [] },
  ],
  '-last_message_at': [{ name: 'tickets_by_activity', of: [] }],
};

/** More parts than this cost more than what one of them would step over. */
const MOST_PARTS = 20;

/** Of the values by which a list goes an index reads only those that are asked for. */
const RANGES: Readonly<Record<Sort, readonly (keyof TicketFilter)[]>> = {
  '-updated_at': ['updatedFrom', 'updatedBefore'],
  '-created_at': ['createdFrom', 'createdBefore'],
  created_at: ['createdFrom', 'createdBefore'],
  '-priority': ['priorities'],
  '-last_message_at': [],
};

/** What a ground says already. */
const GIVEN: Readonly<Record<Exclude<GroundKind, 'staff'>, readonly (keyof TicketFilter)[]>> = {
  requester: ['requesterIds'],
  team: ['teamIds'],
  participant: [],
};

/**
 * The index that has a list in its order, by which so much of it is read as is asked for. A filter of several values is
 * several parts. Customers' tickets are few: they are gathered and sorted, all of them, where no index has them in order.
 */
export function planOf(filter: TicketFilter, sort: Sort, ground: GroundKind): ListPlan {
  if (ground !== 'staff') {
    const { name, inOrder } = indexOf(ground, sort);
    const known = inOrder ? only(filter, [...RANGES[sort], ...GIVEN[ground]]) : null;
    return { parts: [{ filter, index: name, known, tags: 'on the way' }], steppedOver: [] };
  }
  const usable = FOR_STAFF[sort].flatMap(({ name, of }) => {
    if (of[0] !== undefined && filter[of[0]] === undefined) return [];
    const parts = spread(filter, of);
    return parts.length > MOST_PARTS ? [] : [{ name, of, parts }];
  });
  const { name, of, parts } = usable[0]!;
  const names = [...of, ...RANGES[sort]];
  return {
    parts: parts.map((part) => ({ filter: part, index: name, known: only(part, names), tags: 'on the way' })),
    steppedOver: NARROWINGS.filter(({ by }) => by.some((each) => filter[each] !== undefined && !names.includes(each))),
  };
}

/** Those that fulfil what few do are gathered by what they have in common. */
export function gathered(filter: TicketFilter, by: Narrowing): ListPart {
  return { filter, index: by.index, known: null, tags: isByTag(by) ? 'by tag' : 'on the way' };
}

export function isByTag({ by }: Narrowing): boolean {
  return by.includes('tags');
}

/** Whether reading the part means stepping over tickets that do not fulfil all of its filter. */
export function stepsOver({ filter, known }: ListPart): boolean {
  return known !== null && namesOf(filter).some((name) => known[name] === undefined);
}

/** So much of a filter. */
export function only(filter: TicketFilter, names: readonly (keyof TicketFilter)[]): TicketFilter {
  return Object.fromEntries(namesOf(filter).flatMap((name) => (names.includes(name) ? [[name, filter[name]]] : [])));
}

/** Of the conditions that are set. */
function namesOf(filter: TicketFilter): readonly (keyof TicketFilter)[] {
  return (Object.keys(filter) as (keyof TicketFilter)[]).filter((name) => filter[name] !== undefined);
}

/** The index in which the tickets of a filter are counted; null where the database is to see what leads to them. */
export function narrowestFor(filter: TicketFilter): string | null {
  if (filter.tags || filter.requesterIds || filter.teamIds) return null;
  const found = FOR_STAFF['-updated_at'].find(({ of }) => of.every((name) => filter[name] !== undefined));
  return Object.keys(filter).every((name) => found?.of.some((known) => known === name)) ? found!.name : null;
}

function indexOf(ground: Exclude<GroundKind, 'staff'>, sort: Sort): { name: string; inOrder: boolean } {
  if (ground === 'participant') return { name: PRIMARY_KEY, inOrder: false };
  if (RANGES[sort].includes('createdFrom')) return { name: `tickets_by_${ground}_creation`, inOrder: true };
  return { name: `tickets_by_${ground}`, inOrder: sort === '-updated_at' };
}

/** A filter as several of one value each. */
function spread(filter: TicketFilter, over: readonly Spread[]): readonly TicketFilter[] {
  return over.reduce<readonly TicketFilter[]>(
    (parts, name) => parts.flatMap((part) => valuesOf(filter, name).map((value) => ({ ...part, [name]: [value] }))),
    [filter],
  );
}

/** Without a filter all there are. Who filters for one of none gets a part that finds nothing. */
function valuesOf(filter: TicketFilter, name: Spread): readonly unknown[] {
  const given = filter[name] ?? (name === 'statuses' ? STATUSES : []);
  return [...new Set<unknown>(given)];
}
