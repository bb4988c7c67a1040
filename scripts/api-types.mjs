/**
 * node scripts/api-types.mjs [--check]: writes the types of the console's client from the OpenAPI document of the
 * application as it is built, or says that they are out of date.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ready, ROOT } from './ready.mjs';

const TARGET = join(ROOT, 'console/src/api/schema.d.ts');
const HEADING = '/** The HTTP API as its OpenAPI document tells it. Written by `npm run api:types`. */\n';

await ready({ build: ['server'] });
const types = await format(HEADING + (await typesOf(await openApiDocument())));
if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, types);
} else if (types !== readFileSync(TARGET, 'utf8')) {
  console.error('console/src/api/schema.d.ts is not what the API is: run `npm run api:types`.');
  process.exitCode = 1;
}

async function openApiDocument() {
  const dataDir = mkdtempSync(join(tmpdir(), 'polydesk-api-'));
  Object.assign(process.env, { DATA_DIR: dataDir, DB_ENGINE: 'sqlite', DB_URL: '', LOG_LEVEL: 'silent' });
  try {
    const { createApp } = await import('../dist/create-app.js');
    const { openApiDocument: documentOf } = await import('../dist/platform/http/docs/openapi-document.js');
    const app = await createApp();
    await app.init();
    const document = documentOf(app);
    await app.close();
    return document;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function typesOf(document) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  return astToString(await openapiTS(JSON.stringify(document), { alphabetize: true, defaultNonNullable: false }));
}

async function format(text) {
  const prettier = await import('prettier');
  return prettier.format(text, { ...(await prettier.resolveConfig(TARGET)), parser: 'typescript' });
}
