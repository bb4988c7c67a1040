import type { Operation, Parameter } from './operation.js';

/** What holds for every operation of the native API, by its nature. */
export function completeNativeOperation(operation: Operation, method: string, path: string): void {
  addUsualErrors(operation, method, path);
  addHeaders(operation, method, path);
}

/** What any request of this kind may be answered, beside what its own decorator says. */
function addUsualErrors(operation: Operation, method: string, path: string): void {
  const { parameters = [], security } = operation;
  const isRetryable = takesKey(operation, method);
  const has = (place: string) => parameters.some((parameter) => parameter.in === place);
  const usual: Record<string, readonly string[]> = {
    400: [
      'unknown_parameter',
      ...(has('query') || isRetryable ? ['invalid_parameter'] : []),
      ...(method === 'get' ? [] : ['malformed_json']),
    ],
    ...(isRetryable && { 409: ['idempotency_in_progress'] }),
    ...(method !== 'get' && { 413: ['payload_too_large'], 415: ['unsupported_media_type'] }),
    // Also without a body of its own: one that is sent all the same is refused.
    ...(method !== 'get' && { 422: ['validation_failed', ...(isRetryable ? ['idempotency_key_reused'] : [])] }),
    ...(security !== undefined && {
      401: ['unauthenticated', 'token_expired'],
      403: ['forbidden', 'tenant_suspended'],
    }),
    // A replay too may be about what its caller may not see any more.
    ...((path.includes('{') || isRetryable) && { 404: ['not_found'] }),
    429: ['rate_limited'],
    ...(method !== 'get' && { 507: ['storage_full'] }),
    500: ['internal_error'],
    503: ['unavailable'],
  };
  if (operation['x-etag'] === true && method === 'get') {
    operation.responses['304'] = { description: '`If-None-Match` names the current version' };
  }
  for (const [status, codes] of Object.entries(usual)) {
    const own = operation.responses[status]?.description.match(/[a-z_]{4,}/g) ?? [];
    operation.responses[status] = {
      description: [...new Set([...own, ...codes])].map((code) => `\`${code}\``).join(', '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/FailureDto' } } },
    };
  }
}

/** What travels beside the bodies: versions, where something new is, and tickets named in two ways. */
function addHeaders(operation: Operation, method: string, path: string): void {
  const { parameters = [], responses } = operation;
  const isEtagged = operation['x-etag'] === true;
  operation.parameters = [
    ...parameters.map((each) => (each.in === 'path' && each.name === 'number' ? TICKET_NUMBER : each)),
    ...(isEtagged && method === 'get' ? [header('If-None-Match', 'Tags you have; 304 when one is current.')] : []),
    ...('412' in responses ? [header('If-Match', 'The tag the change is meant for; 412 when it is not current.')] : []),
    ...(takesKey(operation, method) ? [IDEMPOTENCY_KEY] : []),
  ];
  for (const [status, response] of Object.entries(responses)) {
    const headers = {
      ...(isEtagged && /^(20\d|304)$/.test(status) && { ETag: { description: 'Version', schema: { type: 'string' } } }),
      ...(status === '201' && path === '/api/v1/tickets' && { Location: { schema: { type: 'string' } } }),
      ...(takesKey(operation, method) && /^20\d$/.test(status) && { 'Idempotent-Replayed': REPLAYED }),
      ...(status === '429' && LIMIT_HEADERS),
      ...(/^(429|503)$/.test(status) && { 'Retry-After': RETRY_AFTER }),
    };
    if (Object.keys(headers).length > 0) response.headers = headers;
  }
}

/** Where somebody in particular sends something that should happen once. */
function takesKey({ security }: Operation, method: string): boolean {
  return method === 'post' && security !== undefined;
}

const IDEMPOTENCY_KEY: Parameter = {
  ...{ in: 'header', name: 'Idempotency-Key', required: false },
  description:
    'Your name for this request, such as a UUID. Sent again with the same key and body within 24 hours it happens once, ' +
    'and every time is answered as the first time.',
  schema: { type: 'string', minLength: 1, maxLength: 255, example: '5f0d1c9e-2b7a-4b8e-9a55-0c6f7f6b2d11' },
};
const REPLAYED = { description: '`true` on the answer of a request sent again', schema: { type: 'string' } };
const RETRY_AFTER = { description: 'Seconds to wait', schema: { type: 'integer' } };
const LIMIT_HEADERS = {
  RateLimit: {
    description: '`"actor";r=0;t=17`: what is left, and the seconds until all is',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': { description: '`"actor";q=600;w=60`: so many in so many seconds', schema: { type: 'string' } },
};

const header = (name: string, description: string): Parameter => ({
  ...{ in: 'header', name, description },
  ...{ required: false, schema: { type: 'string', example: 'W/"3"' } },
});

const TICKET_NUMBER: Parameter = {
  ...{ in: 'path', name: 'number', description: 'Number of a ticket, or its reference.' },
  ...{ required: true, schema: { type: 'string', example: 'TK-2026-00001' } },
};
