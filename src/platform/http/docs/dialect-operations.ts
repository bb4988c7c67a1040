import { getSchemaPath } from '@nestjs/swagger';
import type { DialectWire } from '../dialect-wire.js';
import type { Operation } from './operation.js';

/** Gives every failure of a dialect's operation the dialect's shape, and adds those that any request may meet. */
export function completeDialectOperation(operation: Operation, method: string, { failureDto }: DialectWire): void {
  const sends = method !== 'get';
  const isRetryable = method === 'post' && operation.security !== undefined;
  const usual: Record<string, string> = {
    ...(sends && { 400: 'The body is not JSON' }),
    ...(operation.security !== undefined && { 401: 'No credential, or one that is not good here' }),
    ...(isRetryable && {
      404: 'Not there for you any more, when a request is sent again with its `Idempotency-Key`',
      409: 'A request with this `Idempotency-Key` is being carried out',
    }),
    ...(sends && { 413: 'The body is too large', 415: 'The content type is not supported' }),
    ...(isRetryable && { 422: 'The `Idempotency-Key` was used for another request' }),
    429: 'Too many requests; `Retry-After` says when to come again',
    500: 'Something went wrong on our side',
    503: 'Not available at the moment; `Retry-After` says when to come again',
    ...(sends && { 507: 'There is no room left' }),
  };
  for (const [status, text] of Object.entries(usual)) {
    const own = operation.responses[status]?.description;
    operation.responses[status] = { description: own === undefined ? text : `${own}; ${text.toLowerCase()}` };
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    if (Number(status) < 400) continue;
    response.content = { 'application/json': { schema: { $ref: getSchemaPath(failureDto) } } };
  }
}
