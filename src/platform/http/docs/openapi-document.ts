import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type DialectWire, dialectWireAt, dialectWires } from '../dialect-wire.js';
import { FailureDto } from '../envelope.dto.js';
import { completeDialectOperation } from './dialect-operations.js';
import { completeNativeOperation } from './native-operations.js';
import type { Operation } from './operation.js';
import { toVersion31, usedSchemas } from './schemas.js';

type Methods = Record<string, Operation>;

/** How the ids of an operation that has several paths end: with their places. The first path stands for all. */
const FIRST = /\[0\]$/;
const ALIAS = /\[[1-9]\d*\]$/;

const INTRODUCTION = `The native API of the desk. Every answer is in one envelope; failures carry a \`code\`.

To try it on the demo: \`POST /api/v1/auth/login\` with \`{"tenant": "northwind", "email": "ada@northwind.example",
"password": "demo-password"}\`, copy \`data.access_token\`, press **Authorize** and paste it. The demo also writes tokens
that live a day to \`data/demo-credentials.json\`.`;

/**
 * The OpenAPI 3.1 document of the native API, or of a dialect, with the errors that follow from a route's nature on
 * every operation.
 */
export function openApiDocument(app: NestFastifyApplication, wire: DialectWire | null = null): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, optionsFor(wire), {
    operationIdFactory: (_controller, method) => method,
    extraModels: [FailureDto, ...(wire ? [wire.failureDto] : [])],
  });
  const paths: [string, Methods][] = [];
  for (const [path, methods] of Object.entries(document.paths as Record<string, Methods>)) {
    if (dialectWireAt(path) !== wire) continue;
    const own = Object.entries(methods).filter(([, { operationId }]) => !ALIAS.test(operationId));
    for (const [method, operation] of own) {
      operation.operationId = operation.operationId.replace(FIRST, '');
      if (wire) completeDialectOperation(operation, method, wire);
      else completeNativeOperation(operation, method, path);
    }
    if (own.length > 0) paths.push([path, Object.fromEntries(own)]);
  }
  document.paths = Object.fromEntries(paths);
  const { schemas = {}, ...components } = document.components ?? {};
  document.components = { ...components, schemas: usedSchemas(document.paths, schemas) };
  return { ...(toVersion31(document) as OpenAPIObject), openapi: '3.1.0' };
}

function optionsFor(wire: DialectWire | null) {
  const others = dialectWires().map(({ name, title }) => `[${title}](/docs/${name})`);
  const spoken =
    others.length > 0 ? `\n\nWire contracts of other APIs that the desk speaks, too: ${others.join(', ')}.` : '';
  return new DocumentBuilder()
    .setTitle(wire ? `Polydesk: ${wire.title}` : 'Polydesk')
    .setDescription(wire ? wire.introduction : `${INTRODUCTION}${spoken}`)
    .setVersion('1')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token, or an API key (`sk_…`).' })
    .build();
}
