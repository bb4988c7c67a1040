import type { Client } from './client.js';

/** All rows of a paged list, page by page as `Link` leads. */
export async function everyPage(client: Client, path: string, betweenPages?: () => Promise<void>): Promise<any[]> {
  const rows: unknown[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const answer = await client.get(next);
    if (answer.status !== 200) throw new Error(`${next} answered ${answer.status}`);
    rows.push(...answer.body.data);
    next = /^<(.+)>; rel="next"$/.exec(String(answer.headers['link'] ?? ''))?.[1];
    if ((next !== undefined) !== answer.body.meta.has_more) throw new Error('Link and has_more disagree');
    if (next !== undefined) await betweenPages?.();
  }
  return rows;
}

/** Who of a list is who: the numbers of its tickets. */
export function numbersOf(rows: readonly { readonly number: number }[]): number[] {
  return rows.map(({ number }) => number);
}
