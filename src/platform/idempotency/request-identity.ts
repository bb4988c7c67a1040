import type { FastifyRequest } from 'fastify';
import type { TenantContext } from '../context/request-context.js';
import { digest } from '../crypto/keys.service.js';
import { invalidParameter } from '../http/http-errors.js';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The request's Idempotency-Key; null without one. Throws `invalid_parameter`. */
export function keyOf({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw invalidParameter('Idempotency-Key must have 1 to 255 visible characters');
}

/** What a key is good for: one actor's requests of one method to one path. */
export function scopeOf({ method, url }: FastifyRequest, { tenant, actor }: TenantContext, key: string): string {
  const path = (url.split('?', 1)[0] ?? '').replace(/\/+$/, '');
  return digest(JSON.stringify([tenant.id, actor.type, actor.id, method, path, key]));
}

/** What is asked for by the query, the JSON body, however it is written, and the version that is insisted on. */
export function askedBy({ query, body, headers }: FastifyRequest): string {
  const version = headers['if-match'];
  return canonical([query, body ?? {}, ...(version === undefined ? [] : [version])]);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
