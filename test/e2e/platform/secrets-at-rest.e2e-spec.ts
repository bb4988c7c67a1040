import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SessionsService, SetupService, TenantsService } from '../../../src/modules/auth/index.js';
import { addAccount, OWNER } from '../../support/accounts.js';
import { dialectSecrets } from '../../support/dialects.js';
import { type Desk, makeDesk, PASSWORD } from '../../support/desk.js';
import { addProvider, bytesOf, signerOf } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const GIVEN = 'a-shared-secret-that-an-admin-has-chosen-0123456789';
const SECRETS_OF_OURS = { APP_KEY: 'app-key-'.repeat(5), JWT_SECRET: 'jwt-secret-'.repeat(4) };

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp(SECRETS_OF_OURS);
});
afterAll(() => test.close());

/** Every row of every table, and every file of the data folder, as text to search in. */
async function everythingAtRest(): Promise<string> {
  const source = test.app.get<DataSource>(getDataSourceToken());
  const tables = new Set(source.entityMetadatas.map(({ tableName }) => tableName));
  const rows: unknown[] = [];
  for (const table of tables) rows.push(await source.query(`SELECT * FROM ${table}`));
  const files = readdirSync(test.database.folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  return [JSON.stringify(rows), ...files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))].join(
    '\n',
  );
}

/** Uses everything that hands out or takes a secret; gives each of them under a name. */
async function secretsOfEverySort(): Promise<ReadonlyMap<string, string>> {
  const secrets = new Map<string, string>(Object.entries(SECRETS_OF_OURS));
  const keep = (name: string, secret: unknown) => {
    if (typeof secret !== 'string' || secret.length < 10) throw new Error(`${name} is none: ${String(secret)}`);
    secrets.set(name, secret);
  };
  const setup = (await test.app.get(SetupService).openSetup({ requestId: 'test' })) ?? '';
  keep('set-up token', setup);
  const body = {
    token: setup,
    owner: { ...OWNER, password: 'password-of-the-owner' },
    tenant: { code: 'a', name: 'A' },
  };
  expect((await test.client.post('/setup', body)).status).toBe(201);
  keep('password of the owner', 'password-of-the-owner');

  desk = await makeDesk(test);
  const { admin, ada } = desk.people;
  const account = await addAccount(test, desk, 'eve', 'agent');
  keep('password', PASSWORD);
  const { tenant, email, password } = account;
  const { access_token, refresh_token } = (await test.client.post('/auth/login', { tenant, email, password })).body
    .data;
  keep('access token', access_token);
  keep('refresh token', refresh_token);
  const again = (await test.client.post('/auth/refresh', { refresh_token })).body.data;
  keep('next refresh token', again.refresh_token);
  const once = { 'idempotency-key': 'create-the-key' };
  const change = { current_password: PASSWORD, new_password: 'the-changed-password' };
  expect((await test.client.as(again.access_token).post('/auth/password', change, once)).status).toBe(200);
  keep('changed password', 'the-changed-password');
  await test.client.post('/auth/login', { tenant, email, password: 'a-mistaken-password' });
  keep('wrong password', 'a-mistaken-password');
  await test.client.post('/auth/login', { tenant, email: 'typed-into-the-wrong-field@a.example', password });
  keep('address that nobody has', 'typed-into-the-wrong-field');

  const current = await test.app.get(TenantsService).current(desk.ctx);
  const where = { tenants: [current], roles: ['agent'] } as const;
  const changed = { email, password: 'the-changed-password' };
  keep('lasting token', (await test.app.get(SessionsService).loginForGood({ requestId: 't' }, changed, where)).token);

  const key = await admin.client.post('/api-keys', { name: 'key', scopes: ['tickets:read'] }, once);
  keep('API key', key.body.data.key);
  expect((await test.client.as(key.body.data.key).get('/tickets')).status).toBe(200);

  const made = await addProvider(desk, 'HS256');
  keep('generated secret', new TextDecoder().decode(made.key as Uint8Array));
  const chosen = await addProvider(desk, 'HS256', { secret: GIVEN });
  keep('chosen secret', GIVEN);
  await admin.client.patch(`/tenant/identity-providers/${made.id}`, { secret: `${GIVEN}-changed` });
  const token = await signerOf({ ...chosen, key: bytesOf(GIVEN) }).sign();
  expect((await test.client.as(token).get('/auth/me')).status).toBe(200);
  expect((await test.client.as(token).post('/auth/logout')).status).toBe(200);
  keep('token of a provider', token);

  const dialectSettings = dialectSecrets((name) => {
    const value = `secret-of-${name}-0123456789`;
    keep(name, value);
    return value;
  });
  await test.app.get(TenantsService).change(desk.ctx, desk.ctx.tenant.id, { dialectSettings });

  const upload = await ada.client.upload('a.txt', 'bytes-that-are-stored-as-they-are');
  keep('signature of a link', upload.body.data.url.split('signature=')[1]);
  return secrets;
}

describe('a secret', () => {
  it('of whatever sort is nowhere in the database and the data folder', async () => {
    const secrets = await secretsOfEverySort();
    const atRest = await everythingAtRest();
    // Were the search blind, it would not find these.
    expect(atRest).toContain(desk.people.ada.email);
    expect(atRest).toContain('bytes-that-are-stored-as-they-are');
    for (const [name, secret] of secrets) expect([name, atRest.includes(secret)]).toEqual([name, false]);
    // Nor in a spelling that anybody could read back.
    for (const [name, secret] of secrets) {
      const spellings = ['base64', 'base64url', 'hex'] as const;
      const found = spellings.filter((each) => atRest.includes(Buffer.from(secret).toString(each).slice(0, -4)));
      expect([name, found]).toEqual([name, []]);
    }
  });
});
