const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** The page a query asks for. Nonsense is the default, too much is cut: this wire has no word for a wrong query. */
export function pageOf({ page, limit }: { readonly page?: string; readonly limit?: string }) {
  return { page: positive(page) ?? 1, perPage: Math.min(positive(limit) ?? DEFAULT_LIMIT, MAX_LIMIT) };
}

function positive(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
