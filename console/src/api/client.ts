import createClient from 'openapi-fetch';
import { authorizedFetch } from './authorized-fetch';
import { ApiFailure } from './failure';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];
export type Ticket = Schemas['TicketDto'];
export type TicketDetail = Schemas['TicketDetailDto'];
export type Message = Schemas['MessageDto'];
export type Attachment = Schemas['AttachmentDto'];
export type Category = Schemas['CategoryDto'];
export type User = Schemas['UserDto'];
export type Profile = Schemas['ProfileDto'];
export type Status = Ticket['status'];
export type Priority = Ticket['priority'];

/** The API, a method per verb; hand the answer to `dataOf` or `pageOf`. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: authorizedFetch });

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What an answer holds. Throws `ApiFailure`. */
export async function dataOf<T>(answer: Promise<Answer<{ data: T }>>): Promise<T> {
  return (await bodyOf(answer)).data;
}

/** A page of a list. Throws `ApiFailure`. */
export async function pageOf<T>(
  answer: Promise<Answer<{ data: T[]; meta: Schemas['PageMetaDto'] }>>,
): Promise<{ items: T[]; meta: Schemas['PageMetaDto'] }> {
  const { data, meta } = await bodyOf(answer);
  return { items: data, meta };
}

async function bodyOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer.catch((cause: unknown) => {
    throw new ApiFailure(0, 'unreachable', '', {}, cause);
  });
  if (data !== undefined) return data;
  throw failureOf(response, error);
}

interface FailureBody {
  readonly code: string;
  readonly message: string;
  readonly errors?: Record<string, string[]>;
  readonly data?: unknown;
}

export function failureOf(response: Response, error: unknown): ApiFailure {
  const retryAfter = Number(response.headers.get('retry-after'));
  const body = isFailureBody(error) ? error : { code: 'unexpected', message: '' };
  return new ApiFailure(response.status, body.code, body.message, body.errors, body.data, retryAfter || null);
}

function isFailureBody(error: unknown): error is FailureBody {
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}
