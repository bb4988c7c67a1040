import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
// Loads every dialect, and with it its registration.
import { AppModule } from '../../src/app.module.js';
import { DomainError, ERROR_KINDS, type ErrorKind } from '../../src/platform/errors/domain-error.js';
import { type DialectWire, dialectWireAt, dialectWires } from '../../src/platform/http/dialect-wire.js';
import { openApiDocument } from '../../src/platform/http/docs/openapi-document.js';
import { IDEMPOTENCY_IN_PROGRESS, IDEMPOTENCY_KEY_REUSED } from '../../src/platform/http/http-errors.js';
import type { Answer, Method } from '../support/client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly documented: Readonly<Record<string, unknown>>;
}

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

interface Document {
  readonly paths: Record<string, Record<string, Operation['documented']>>;
  readonly components: { readonly schemas: Record<string, object> };
}

const documents = new Map<DialectWire, Document>();

function documentOf(wire: DialectWire): Document {
  const document = documents.get(wire) ?? (openApiDocument(test.app, wire) as unknown as Document);
  documents.set(wire, document);
  return document;
}

function operationsOf(wire: DialectWire): readonly Operation[] {
  return Object.entries(documentOf(wire).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, documented]) => ({
      method: method.toUpperCase() as Method,
      path: path.replace(/\{[^}]+\}/g, '1'),
      documented,
    })),
  );
}

const posting = (wire: DialectWire) => operationsOf(wire).find(({ method }) => method === 'POST')!.path;

const percentEncoded = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`;

/** A path below the prefix, or one like it, that can be read by whoever may. */
function knownUnder(prefix: string): string {
  const [wire] = dialectWires().filter(({ prefixes }) => prefixes.includes(prefix));
  const known = operationsOf(wire!).filter(({ method }) => method === 'GET');
  return (known.find(({ path }) => path.startsWith(prefix)) ?? known[0] ?? { path: prefix }).path;
}

/** Whether a body is a failure of the wire: all keys of its class that must be there, and none besides. */
function isFailureOf(wire: DialectWire, body: unknown): boolean {
  const { schemas } = documentOf(wire).components;
  const schema = { ...schemas[wire.failureDto.name], additionalProperties: false, components: { schemas } };
  return new Ajv2020({ strict: false, validateFormats: false }).validate(schema, body);
}

it('is loaded from its folder', () => {
  expect(AppModule).toBeDefined();
  const folders = readdirSync('src/dialects', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(dialectWires().map(({ name }) => name)).toEqual(expect.arrayContaining(folders.map(({ name }) => name)));
});

describe.each(dialectWires().map((wire) => [wire.name, wire] as const))('%s', (name, wire) => {
  it('has its paths for itself', () => {
    for (const prefix of wire.prefixes) {
      expect(dialectWireAt(prefix)?.name).toBe(name);
      expect(dialectWireAt(`${prefix}/anything?of=it`)?.name).toBe(name);
      expect(dialectWireAt(`${prefix}s`)?.name).not.toBe(name);
    }
    expect(dialectWireAt('/api/v1/tickets')).toBeNull();
  });

  it('has a page of its own, whose document knows no operation of others', async () => {
    const page = await test.app.inject({ method: 'GET', url: `/docs/${name}` });
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.body).toContain(`/docs/${name}/start.js`);
    const start = await test.app.inject({ method: 'GET', url: `/docs/${name}/start.js` });
    expect(start.body).toContain(`url: '/docs/${name}/openapi.json'`);
    const document = (await test.app.inject({ method: 'GET', url: `/docs/${name}/openapi.json` })).json();
    expect(Object.keys(document.paths).length).toBeGreaterThan(0);
    for (const path of Object.keys(document.paths)) expect(dialectWireAt(path)?.name).toBe(name);
    for (const path of Object.keys(openApiDocument(test.app).paths)) expect(dialectWireAt(path)).toBeNull();
  });

  it('describes every operation, each under an id of its own', () => {
    const operations = operationsOf(wire);
    const ids = operations.map(({ documented }) => documented['operationId']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { documented } of operations) {
      expect(documented['summary']).toBeTruthy();
      expect(documented['x-public'] === true || documented['x-roles'] !== undefined).toBe(true);
    }
  });

  it('says a failure of every kind in its shape', () => {
    const request = { id: 'a-request', method: 'POST', route: null, parameters: {}, at: 0 };
    for (const kind of ERROR_KINDS) {
      const error = new DomainError({ code: `some_${kind}`, kind, message: 'Some text' });
      const { status, body } = wire.failure(error, request);
      expect([kind, isFailureOf(wire, body)]).toEqual([kind, true]);
      expect([kind, status >= 500]).toEqual([kind, (['unavailable', 'unexpected'] as ErrorKind[]).includes(kind)]);
    }
  });

  it('tells what is wrong with a retry from what is wrong with a ticket', () => {
    const request = { id: 'a-request', method: 'POST', route: null, parameters: {}, at: 0 };
    for (const [code, expected] of [
      [IDEMPOTENCY_IN_PROGRESS, 409],
      [IDEMPOTENCY_KEY_REUSED, 422],
    ] as const) {
      const { status, body } = wire.failure(new DomainError(code), request);
      expect([status, isFailureOf(wire, body)]).toEqual([expected, true]);
    }
  });

  it('lets nobody in without a credential, or with one that is none', async () => {
    for (const { method, path, documented } of operationsOf(wire)) {
      if (documented['x-public'] === true) continue;
      for (const client of [test.client, test.client.as('garbage'), test.client.as('a.b.c')]) {
        const answer = await client.send(method, path);
        expect([method, path, answer.status]).toEqual([method, path, 401]);
        expectFailure(answer, wire);
      }
    }
  });

  it.each([
    [
      'its own path in an unusual spelling',
      401,
      (prefix: string) => test.client.send('GET', knownUnder(prefix).replace(/[a-z](?=[^/]*$)/, percentEncoded)),
    ],
    ['a route there is not', 404, (prefix: string) => test.client.send('GET', `${prefix}/no/such/route`)],
    [
      'a body that is no JSON',
      400,
      () => test.client.send('POST', posting(wire), { payload: '{', headers: { 'content-type': 'application/json' } }),
    ],
    [
      'a body beyond all bounds',
      413,
      () =>
        test.client.send('POST', posting(wire), {
          payload: JSON.stringify({ text: 'x'.repeat(1_100_000) }),
          headers: { 'content-type': 'application/json' },
        }),
    ],
    [
      'a content type nobody knows',
      415,
      () =>
        test.client.send('POST', posting(wire), { payload: '<a/>', headers: { 'content-type': 'application/xml' } }),
    ],
  ])('answers %s with %d in its own words', async (_what, status, send) => {
    for (const prefix of wire.prefixes) {
      const answer = await send(prefix);
      expect(answer.status).toBe(status);
      expectFailure(answer, wire);
    }
  });
});

function expectFailure({ body, headers }: Answer, wire: DialectWire): void {
  expect([body, isFailureOf(wire, body)]).toEqual([body, true]);
  expect(headers['x-request-id']).toBeTruthy();
}
