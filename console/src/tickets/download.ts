import { ApiFailure } from '../api/failure';
import { authorizedFetch } from '../api/authorized-fetch';
import { failureOf } from '../api/client';
import type { ListFilter } from './queries';

const LONGEST_KEPT_MS = 60_000;

/**
 * Saves the tickets of a list as a table. Tells how many bytes have come. Throws `ApiFailure`, also for a table that was
 * cut off before its end.
 */
export async function downloadTickets(filter: ListFilter, progress: (bytes: number) => void): Promise<void> {
  const query = new URLSearchParams(filter);
  // What a search finds has an order of its own.
  if (query.has('q')) query.delete('sort');
  const url = `${window.location.origin}/api/v1/tickets/export?${query.toString()}`;
  const answer = await authorizedFetch(new Request(url)).catch(unreachable);
  if (!answer.ok || !answer.body) throw failureOf(answer, await answer.json().catch(() => null));
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(unreachable);
    if (done) break;
    parts.push(value);
    bytes += value.length;
    progress(bytes);
  }
  save(new Blob(parts, { type: 'text/csv' }), nameOf(answer));
}

function unreachable(cause: unknown): never {
  throw new ApiFailure(0, 'unreachable', '', {}, cause);
}

function nameOf({ headers }: Response): string {
  return /filename="?([\w.-]+)"?/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'tickets.csv';
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), LONGEST_KEPT_MS);
}
