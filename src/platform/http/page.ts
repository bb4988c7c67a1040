/** A page of a keyset-paged list. */
export class Page<T> {
  constructor(
    readonly items: readonly T[],
    readonly limit: number,
    readonly nextCursor: string | null,
    /** Rows of the whole list when asked for, at most `TOTAL_CAP`. */
    readonly total?: number,
    /** A list that grows at its end has a next cursor there, too: to ask again with. */
    readonly hasMore: boolean = nextCursor !== null,
  ) {}

  map<U>(present: (item: T) => U): Page<U> {
    return new Page(this.items.map(present), this.limit, this.nextCursor, this.total, this.hasMore);
  }
}

/** A page of a list that is paged by number, for wires that know no cursor. */
export interface NumberedPage<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  /** Rows of the whole list, at most `TOTAL_CAP`. */
  readonly total: number;
}

/** Totals are counted this far and no further. */
export const TOTAL_CAP = 10_000;

export const DEFAULT_LIMIT = 25;
export const MAX_LIMIT = 100;

/**
 * Makes a page of rows read with one more than `limit`, the last one telling whether there is a next page.
 * `cursorAfter` writes the cursor that starts behind a row.
 */
export function pageOf<T>(rows: readonly T[], limit: number, cursorAfter: (last: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return new Page(items, limit, rows.length > limit && last !== undefined ? cursorAfter(last) : null);
}
