import { LRUCache } from 'lru-cache';

export type Values = Readonly<Record<string, unknown>>;

/** What the driver is given: the text and its values, in order. */
export type BoundQuery = readonly [sql: string, parameters: unknown[]];

/** Stands in a query for a value, or for one of a list, that is given when it runs. */
class Slot {
  constructor(
    readonly name: string,
    readonly place: number | null,
  ) {}

  valueIn(values: Values): unknown {
    const value = values[this.name];
    return this.place === null ? value : (value as readonly unknown[])[this.place];
  }
}

interface PreparedQuery {
  readonly sql: string;
  readonly slots: readonly Slot[];
}

/** Lists of many lengths make many texts; so many are kept, the latest used. */
const MOST = 1_000;

/**
 * Queries whose SQL was written once. TypeORM takes longer to write one than the database to answer it, and most differ
 * from one before in nothing but their values.
 */
export class PreparedQueries {
  private readonly known = new LRUCache<string, PreparedQuery>({ max: MOST });

  /** `shape` must tell all of a query but its values; `build` writes it, with what stands in for them. */
  bind(shape: string, values: Values, build: (standIns: Values) => [string, unknown[]]): BoundQuery {
    const key = keyOf(shape, values);
    let query = this.known.get(key);
    if (!query) {
      query = prepare(values, build);
      this.known.set(key, query);
    }
    return [query.sql, query.slots.map((slot) => slot.valueIn(values))];
  }
}

/** A list is as many parameters as it is long. */
function keyOf(shape: string, values: Values): string {
  let key = shape;
  for (const name in values) {
    const value = values[name];
    if (Array.isArray(value)) key += `\0${name}×${value.length}`;
  }
  return key;
}

function prepare(values: Values, build: (standIns: Values) => [string, unknown[]]): PreparedQuery {
  const standIns = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((_, place) => new Slot(name, place)) : new Slot(name, null),
    ]),
  );
  const [sql, slots] = build(standIns);
  // One caller's value would be everybody's.
  if (!slots.every((slot) => slot instanceof Slot)) throw new Error(`A value is written into the query: ${sql}`);
  return { sql, slots };
}
