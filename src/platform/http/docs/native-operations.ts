import type { Operation, Parameter } from './operation.js';

/** What holds for every operation of the native API, by its nature. */
export function completeNativeOperation(operation: Operation, method: string, path: string): void {
  addUsualErrors(operation, method, path);
  addHeaders(operation, method, path);
}

/** What any request of this kind may be answered, beside what its own decorator says. */
function addUsualErrors(operation: Operation, method: string, path: string): void {
  const { parameters = [], security } = operation;
  const has = (place: string) => parameters.some((parameter) => parameter.in === place);
  const usual: Record<string, readonly string[]> = {
    400: [
      'unknown_parameter',
      ...(has('query') ? ['invalid_parameter'] : []),
      ...(method === 'get' ? [] : ['malformed_json']),
    ],
    ...(method !== 'get' && { 413: ['payload_too_large'], 415: ['unsupported_media_type'] }),
    // Also without a body of its own: one that is sent all the same is refused.
    ...(method !== 'get' && { 422: ['validation_failed'] }),
    ...(security !== undefined && {
      401: ['unauthenticated', 'token_expired'],
      403: ['forbidden', 'tenant_suspended'],
    }),
    ...(path.includes('{') && { 404: ['not_found'] }),
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
  ];
  for (const [status, response] of Object.entries(responses)) {
    const headers = {
      ...(isEtagged && /^(20\d|304)$/.test(status) && { ETag: { description: 'Version', schema: { type: 'string' } } }),
      ...(status === '201' && path === '/api/v1/tickets' && { Location: { schema: { type: 'string' } } }),
    };
    if (Object.keys(headers).length > 0) response.headers = headers;
  }
}

const header = (name: string, description: string): Parameter => ({
  ...{ in: 'header', name, description },
  ...{ required: false, schema: { type: 'string', example: 'W/"3"' } },
});

const TICKET_NUMBER: Parameter = {
  ...{ in: 'path', name: 'number', description: 'Number of a ticket, or its reference.' },
  ...{ required: true, schema: { type: 'string', example: 'TK-2026-00001' } },
};
