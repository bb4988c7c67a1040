import { openApiDocument } from '../../../src/platform/http/docs/openapi-document.js';
import { DeliveryRelay } from '../../../src/modules/webhooks/index.js';
import { EventSequencer } from '../../../src/platform/events/event-sequencer.js';
import type { Answer, Client, Method } from '../../support/client.js';
import type { Desk } from '../../support/desk.js';
import { addProvider } from '../../support/identity-provider.js';
import type { TestApp } from '../../support/test-app.js';

type Json = Readonly<Record<string, unknown>>;

/** One operation of the published document, with who may use it. */
export interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly string[];
  readonly isPublic: boolean;
  readonly roles: readonly string[] | undefined;
  readonly scope: string | undefined;
  /** A body of its examples. */
  readonly body: Json | undefined;
  /** What its query must have, of its examples, with the question mark. */
  readonly query: string;
  readonly documented: Json;
}

export function operationsOf({ app }: TestApp): readonly Operation[] {
  const document = openApiDocument(app) as unknown as {
    paths: Record<string, Record<string, Json>>;
    components: { schemas: Record<string, Json> };
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, documented]) => ({
      method: method.toUpperCase() as Method,
      path,
      parameters: [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name),
      isPublic: documented['x-public'] === true,
      roles: documented['x-roles'] as readonly string[] | undefined,
      scope: documented['x-key-scope'] as string | undefined,
      body: bodyOf(documented, document.components.schemas),
      query: queryOf(documented),
      documented,
    })),
  );
}

function bodyOf({ requestBody }: Json, schemas: Record<string, Json>): Json | undefined {
  const { content } = (requestBody ?? {}) as { content?: Record<string, { schema: { $ref?: string } }> };
  const name = content?.['application/json']?.schema.$ref?.split('/').at(-1);
  const { required = [], properties = {} } = (schemas[name ?? ''] ?? {}) as {
    required?: readonly string[];
    properties?: Record<string, { example?: unknown }>;
  };
  return name === undefined ? undefined : Object.fromEntries(required.map((key) => [key, properties[key]?.example]));
}

function queryOf({ parameters = [] }: Json): string {
  const required = (parameters as readonly Json[]).filter(
    (each) => each['in'] === 'query' && each['required'] === true,
  );
  const examples = Object.fromEntries(
    required.map(({ name, example, schema }) => [String(name), String(example ?? (schema as Json)['example'])]),
  );
  return required.length === 0 ? '' : `?${new URLSearchParams(examples).toString()}`;
}

/** What a path parameter may name in a tenant, by the parameter and what stands before it. */
export type Names = Readonly<Record<string, string>>;

/** Makes one of everything that has an address, and gives the addresses. */
export async function addEverything({ app }: TestApp, desk: Desk, name: string): Promise<Names> {
  const { admin, ada } = desk.people;
  const made = async (path: string, body: object) => String((await admin.client.post(path, body)).body.data.id);
  const upload = await ada.client.upload('note.txt', 'A note.', 'text/plain');
  await admin.client.put(`/linked-resources/booking/${name}`, {});
  // An address on the open internet; nothing is sent to it, as the application does not listen.
  const webhook = await made('/webhooks', { url: 'https://1.1.1.1/' });
  await app.get(EventSequencer).settle();
  await app.get(DeliveryRelay).round();
  const [delivery] = (await admin.client.get(`/webhooks/${webhook}/deliveries`)).body.data;
  return {
    'tickets/{number}': String(await desk.open(ada)),
    'attachments/{id}': String(upload.body.data.id),
    'categories/{id}': await made('/categories', { name }),
    'teams/{id}': await made('/teams', { name }),
    'users/{id}': String((await desk.add(name, 'customer')).id),
    'members/{user_id}': String((await desk.add(`${name}-member`, 'customer')).id),
    'api-keys/{id}': await made('/api-keys', { name, scopes: [] }),
    'identity-providers/{id}': String((await addProvider(desk, 'HS256')).id),
    'tenants/{code}': desk.code,
    'linked-resources/{type}': 'booking',
    '{type}/{external_id}': name,
    'webhooks/{id}': webhook,
    'deliveries/{delivery_id}': String(delivery.id),
  };
}

/** Nothing has ever been called so. */
export const NEVER: Readonly<Record<string, string>> = {
  ...{ id: '2000000000', number: '2000000000', user_id: '2000000000' },
  delivery_id: '2000000000',
  ...{ code: 'never', type: 'never', external_id: 'never' },
};

/** The path with each parameter replaced by what `nameOf` gives for it, and the query it cannot do without. */
export function pathOf(
  { path, query }: Operation,
  nameOf: (key: string, parameter: string) => string | undefined,
): string {
  const parts = path.split('/');
  const named = parts
    .map((part, index) => {
      if (!part.startsWith('{')) return part;
      const key = `${parts[index - 1]}/${part}`;
      const name = nameOf(key, part.slice(1, -1));
      if (name === undefined) throw new Error(`The access matrix does not know what ${key} of ${path} may be: tell it`);
      return encodeURIComponent(name);
    })
    .join('/');
  return named + query;
}

const REQUEST_ID = 'the-access-matrix';

/** What is wrong with a refusal; undefined when nothing is. */
export function wrongIn(answer: Answer, status: number, codes: readonly string[]): string | undefined {
  const { body, headers } = answer;
  if (answer.status !== status || !codes.includes(body?.code)) return `answered ${answer.status} ${body?.code}`;
  if (body.request_id !== REQUEST_ID || headers['x-request-id'] !== REQUEST_ID) return 'lost the request id';
  if (body.data !== null || body.success !== false) return 'told something';
  if (status === 401 && !String(headers['www-authenticate']).startsWith('Bearer')) return 'lacks WWW-Authenticate';
  return undefined;
}

export function send(client: Client, { method, body }: Operation, path: string): Promise<Answer> {
  return client.request(method, path, { body, headers: { 'x-request-id': REQUEST_ID } });
}
