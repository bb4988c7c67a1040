import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type DialectWire, dialectWires } from '../dialect-wire.js';
import { openApiDocument } from './openapi-document.js';

const require = createRequire(import.meta.url);

/** Everything from here, nothing inline: the page works offline and under the strictest policy. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const pageOf = (title: string, base: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="/docs/assets/swagger-ui.css">
    <link rel="icon" type="image/png" href="/docs/assets/favicon-32x32.png">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/assets/swagger-ui-bundle.js"></script>
    <script src="${base}/start.js"></script>
  </body>
</html>
`;

const startOf = (base: string) => `window.ui = SwaggerUIBundle({
  url: '${base}/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  persistAuthorization: true,
  displayOperationId: true,
  filter: true,
  docExpansion: 'list',
  validatorUrl: null,
});
`;

/** Swagger UI at `/docs` and, for a dialect, at `/docs/<name>`; each with its document beside it in `openapi.json`. */
export async function serveDocs(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyStatic, {
    root: dirname(require.resolve('swagger-ui-dist/package.json')),
    prefix: '/docs/assets/',
    index: false,
    cacheControl: true,
    maxAge: '1h',
    allowedPath: (path) => /^\/(swagger-ui\.css|swagger-ui-bundle\.js|favicon-32x32\.png)$/.test(path),
  });
  servePage(app, null);
  for (const wire of dialectWires()) servePage(app, wire);
}

/** One page; its document is made when first asked for. */
function servePage(app: NestFastifyApplication, wire: DialectWire | null): void {
  const server = app.getHttpAdapter().getInstance();
  const base = wire ? `/docs/${wire.name}` : '/docs';
  const title = wire ? `Polydesk: ${wire.title}` : 'Polydesk API';
  let document: string | undefined;

  server.get(base, (_request, reply) => {
    void reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', PAGE_POLICY)
      .send(pageOf(title, base));
  });
  server.get(`${base}/start.js`, (_request, reply) => {
    void reply.type('text/javascript; charset=utf-8').send(startOf(base));
  });
  server.get(`${base}/openapi.json`, (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(app, wire));
    void reply.type('application/json; charset=utf-8').send(document);
  });
}
