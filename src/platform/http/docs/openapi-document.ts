import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { FailureDto } from '../envelope.dto.js';

type Json = Record<string, unknown>;

interface Parameter extends Json {
  readonly in: string;
  readonly name: string;
}

interface Operation extends Json {
  parameters?: Parameter[];
  readonly responses: Record<string, { description: string; content?: unknown; headers?: unknown }>;
  readonly security?: unknown;
  readonly 'x-etag'?: boolean;
}

const INTRODUCTION = `The native API of the desk. Every answer is in one envelope; failures carry a \`code\`.

To try it on the demo: \`POST /api/v1/auth/login\` with \`{"tenant": "northwind", "email": "ada@northwind.example",
"password": "demo-password"}\`, copy \`data.access_token\`, press **Authorize** and paste it. The demo also writes tokens
that live a day to \`data/demo-credentials.json\`.`;

/** The OpenAPI 3.1 document of the native API, with the errors that follow from a route's nature on every operation. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('Polydesk')
    .setDescription(INTRODUCTION)
    .setVersion('1')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token, or an API key (`sk_…`).' })
    .build();
  const document = SwaggerModule.createDocument(app, options, {
    operationIdFactory: (_controller, method) => method,
    extraModels: [FailureDto],
  });
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      addUsualErrors(operation, method, path);
      addHeaders(operation, method, path);
    }
  }
  return { ...(toVersion31(document) as OpenAPIObject), openapi: '3.1.0' };
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

/** `nullable` and `$ref` beside other keywords are of OpenAPI 3.0; 3.1 says both in plain JSON Schema. */
function toVersion31(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toVersion31);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Json;
  const converted = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, toVersion31(each)]));
  if (nullable !== true) return converted;
  const { allOf, $ref, type, enum: values, ...documentation } = converted;
  if (Array.isArray(allOf) || $ref !== undefined) {
    return { ...documentation, anyOf: [Array.isArray(allOf) ? (allOf[0] as unknown) : { $ref }, { type: 'null' }] };
  }
  return {
    ...documentation,
    type: [type, 'null'],
    ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }),
  };
}
