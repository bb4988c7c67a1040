import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { TenantsService } from '../../../src/modules/auth/index.js';
import { HOUR } from '../../../src/platform/clock/clock.js';
import { ROLES } from '../../../src/platform/context/request-context.js';
import { clockOf, signInOwner } from '../../support/accounts.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { addEverything, type Names, NEVER, type Operation, operationsOf, pathOf, send, wrongIn } from './operations.js';

const SCOPES = [
  'tickets:read',
  'tickets:write',
  'users:read',
  'linked_resources:read',
  'linked_resources:write',
  'events:read',
];

let test: TestApp;
let desk: Desk;
let foreign: Desk;
let owner: Client;
let names: Names;
let foreignNames: Names;
let operations: readonly Operation[];
let closed: readonly Operation[];

beforeAll(async () => {
  test = await startTestApp();
  [desk, foreign] = [await makeDesk(test), await makeDesk(test)];
  owner = await signInOwner(test);
  // Numbers count per tenant: those of the first must be beyond all of the other's.
  for (const round of ['one', 'two', 'three']) names = await addEverything(test, desk, `${desk.code}-${round}`);
  foreignNames = await addEverything(test, foreign, foreign.code);
  operations = operationsOf(test);
  closed = operations.filter(({ isPublic }) => !isPublic);
});
afterEach(() => clockOf(test).move(0));
afterAll(() => test.close());

const inTheDesk = (operation: Operation) => pathOf(operation, (key) => names[key]);
const clientOf = (of: Desk, role: string) =>
  role === 'owner' ? owner : of.people[role === 'customer' ? 'ada' : (role as 'agent' | 'admin')].client;

/** Sends every operation and tells the ones that are not refused as they must be. */
async function notRefused(
  sent: readonly Operation[],
  client: Client,
  status: number,
  ...codes: string[]
): Promise<readonly string[]> {
  const wrongs: string[] = [];
  for (const operation of sent) {
    const wrong = wrongIn(await send(client, operation, inTheDesk(operation)), status, codes);
    if (wrong !== undefined) wrongs.push(`${operation.method} ${operation.path} ${wrong}`);
  }
  return wrongs;
}

describe('every operation', () => {
  it('is in the matrix', () => {
    expect(operations.length).toBeGreaterThan(40);
    expect(closed.length).toBeGreaterThan(35);
  });

  it('is described: a summary, a tag, an operation id of its own, and who may use it', () => {
    const lacking = operations.filter(({ documented, isPublic, roles }) => {
      const { summary, tags, operationId } = documented as { summary?: string; tags?: string[]; operationId?: string };
      const isDescribed = Boolean(summary) && tags?.length === 1 && Boolean(operationId);
      return !isDescribed || isPublic === (roles !== undefined && roles.length > 0);
    });
    expect(lacking.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    const ids = operations.map(({ documented }) => documented['operationId']);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(closed.flatMap(({ roles = [] }) => roles).filter((role) => !ROLES.some((each) => each === role))).toEqual(
      [],
    );
  });

  it('that is public is one of these', () => {
    const open = operations.filter(({ isPublic }) => isPublic).map(({ method, path }) => `${method} ${path}`);
    expect(open.toSorted()).toEqual(
      ['login', 'refresh', 'register'].map((name) => `POST /api/v1/auth/${name}`).concat('POST /api/v1/setup'),
    );
  });

  it('refuses a caller without a token', async () => {
    expect(await notRefused(closed, test.client, 401, 'unauthenticated')).toEqual([]);
  });

  it.each(['garbage', 'a.b.c', `sk_${'A'.repeat(43)}`, 'eyJhbGciOiJub25lIn0.eyJpc3MiOiJwb2x5ZGVzayJ9.'])(
    'refuses the token %s',
    async (token) => {
      expect(await notRefused(closed, test.client.as(token), 401, 'unauthenticated')).toEqual([]);
    },
  );

  it('refuses an expired token, and says that it is expired', async () => {
    clockOf(test).move(HOUR);
    expect(await notRefused(closed, desk.people.admin.client, 401, 'token_expired')).toEqual([]);
  });

  it.each(ROLES)('refuses a %s where the role may not use it', async (role) => {
    const others = closed.filter(({ roles = [] }) => !roles.includes(role));
    expect(others.length).toBeGreaterThan(0);
    expect(await notRefused(others, clientOf(desk, role), 403, 'forbidden')).toEqual([]);
  });

  it('refuses an API key without its scope', async () => {
    const { client } = desk.people.admin;
    for (const scope of [...SCOPES, undefined]) {
      const scopes = SCOPES.filter((each) => each !== scope);
      const { key } = (await client.post('/api-keys', { name: `All but ${scope}`, scopes })).body.data;
      const sent = closed.filter((operation) => operation.scope === scope);
      expect(await notRefused(sent, test.client.as(key), 403, 'forbidden')).toEqual([]);
    }
    // None is left out: each needs one of the scopes, or is closed to keys, or is open to all of them.
    const known = [...SCOPES, 'own-profile', undefined];
    expect(closed.filter(({ scope }) => !known.includes(scope)).map(({ path }) => path)).toEqual([]);
  });

  it('refuses everybody of a suspended tenant', async () => {
    const suspended = await makeDesk(test);
    await test.app.get(TenantsService).change(suspended.ctx, suspended.ctx.tenant.id, { status: 'suspended' });
    expect(await notRefused(closed, suspended.people.admin.client, 403, 'tenant_suspended')).toEqual([]);
  });
});

describe('what belongs to one tenant', () => {
  const readable = () =>
    closed.filter(
      ({ method, parameters, roles }) => method === 'GET' && parameters.length > 0 && !roles?.includes('owner'),
    );

  it('is there for that tenant: the addresses of this matrix are right', async () => {
    const { client } = desk.people.admin;
    const missing: string[] = [];
    for (const operation of readable()) {
      // An upload that is in no ticket yet is its uploader's alone.
      const asked = operation.path.includes('/attachments/') ? desk.people.ada.client : client;
      if ((await send(asked, operation, inTheDesk(operation))).status !== 200) missing.push(operation.path);
    }
    expect(missing).toEqual([]);
    expect(readable().length).toBeGreaterThan(5);
  });

  it.each(['customer', 'agent', 'admin'])('does not exist for a %s of another tenant', async (role) => {
    const client = clientOf(foreign, role);
    const wrongs: string[] = [];
    for (const operation of closed.filter(({ roles = [] }) => roles.includes(role))) {
      // Whoever puts a linked resource names it; each tenant has its own of that name.
      if (operation.method === 'PUT' && operation.parameters.includes('external_id')) continue;
      for (const parameter of operation.parameters.filter((each) => each !== 'type')) {
        const withName = (theName: (key: string) => string | undefined) =>
          pathOf(operation, (key, each) => (each === parameter ? theName(key) : foreignNames[key]));
        const there = await send(
          client,
          operation,
          withName((key) => names[key]),
        );
        const never = await send(
          client,
          operation,
          withName(() => NEVER[parameter]),
        );
        const what = `${operation.method} ${operation.path} (${parameter})`;
        const wrong = wrongIn(there, 404, ['not_found']) ?? wrongIn(never, 404, ['not_found']);
        if (wrong !== undefined) wrongs.push(`${what} ${wrong}`);
        else if (bare(there.body) !== bare(never.body)) wrongs.push(`${what} tells it from what never existed`);
      }
    }
    expect(wrongs).toEqual([]);
  });

  it('is unharmed by all of these attempts', async () => {
    const missing: string[] = [];
    for (const operation of readable()) {
      const asked = operation.path.includes('/attachments/') ? desk.people.ada : desk.people.admin;
      if ((await send(asked.client, operation, inTheDesk(operation))).status !== 200) missing.push(operation.path);
    }
    expect(missing).toEqual([]);
  });
});

function bare(body: object): string {
  return JSON.stringify({ ...body, timestamp: '' });
}
