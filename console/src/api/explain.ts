import { trouble } from '#text/trouble';
import { say } from '../text/say';
import { ApiFailure } from './failure';

/** What to tell a person about a failure. */
export function explain(error: unknown): string {
  if (!(error instanceof ApiFailure)) return trouble.unexpected;
  if (error.status === 0) return trouble.unreachable;
  if (error.status === 429) return say(trouble.limited, { seconds: error.retryAfterSeconds ?? 60 });
  const first = Object.values(error.errors)[0]?.[0];
  if (first !== undefined) return first;
  if (error.status === 503) return trouble.unavailable;
  return error.message === '' ? trouble.unexpected : error.message;
}

/** The texts of each field of a form, by the field's path. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ApiFailure)) return {};
  return Object.fromEntries(Object.entries(error.errors).map(([field, texts]) => [field, texts[0] ?? '']));
}
