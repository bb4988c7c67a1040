import type { NumberedPage } from '../../platform/http/page.js';

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/** The page a query asks for; too large a limit is cut. */
export function pageOf({ page = 1, limit = DEFAULT_LIMIT }: { readonly page?: number; readonly limit?: number }) {
  return { page, perPage: Math.min(limit, MAX_LIMIT) };
}

export function paginationOf({ page, perPage, total }: Omit<NumberedPage<unknown>, 'items'>) {
  return { page, limit: perPage, total, pages: Math.ceil(total / perPage) };
}
