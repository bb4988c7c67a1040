import type { NumberedPage } from '../../platform/http/page.js';

const DEFAULT_PER_PAGE = 15;
const MAX_PER_PAGE = 100;

/** The page a query asks for. Nonsense is the default and too much is cut, as Laravel's paginator does. */
export function pageOf({ page, per_page: perPage }: { readonly page?: unknown; readonly per_page?: unknown }) {
  return { page: positive(page) ?? 1, perPage: Math.min(positive(perPage) ?? DEFAULT_PER_PAGE, MAX_PER_PAGE) };
}

function positive(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** Rows of a list with what `meta` says of their page. */
export class Listed<T> {
  readonly pages: {
    readonly current_page: number;
    readonly last_page: number;
    readonly per_page: number;
    readonly total: number;
  };

  constructor(
    { page, perPage, total }: Omit<NumberedPage<unknown>, 'items'>,
    readonly rows: readonly T[],
  ) {
    // An empty list has one page, which is empty.
    const last = Math.max(1, Math.ceil(total / perPage));
    this.pages = { current_page: page, last_page: last, per_page: perPage, total };
  }
}
