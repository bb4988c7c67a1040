import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TenantsService } from '../../../src/modules/auth/index.js';
import { signInOwner } from '../../support/accounts.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { addProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let owner: Client;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  owner = await signInOwner(test);
});
afterAll(() => test.close());

describe('the tenants of an installation', () => {
  it('are made, listed, read and renamed by its owner', async () => {
    const made = await owner.post('/tenants', { code: 'acme-2', name: 'Acme' });
    expect(made.status).toBe(201);
    expect(made.body.data).toMatchObject({
      code: 'acme-2',
      name: 'Acme',
      status: 'active',
      dialects: [],
      sign_up: false,
    });
    const codes = (await owner.get('/tenants?limit=100')).body.data.map((tenant: { code: string }) => tenant.code);
    expect(codes).toEqual([desk.code, 'acme-2']);
    expect((await owner.patch('/tenants/acme-2', { name: 'Acme Ltd' })).body.data.name).toBe('Acme Ltd');
    expect((await owner.get('/tenants/acme-2')).body.data.name).toBe('Acme Ltd');
    const again = await owner.post('/tenants', { code: 'acme-2', name: 'Another' });
    expect([again.status, again.body.code]).toEqual([409, 'already_exists']);
  });

  it('are made with their first admin, or not at all', async () => {
    const admin = { name: 'Grace Hopper', email: 'grace@first.example', password: 'a long pass phrase' };
    expect((await owner.post('/tenants', { code: 'first', name: 'First', admin })).status).toBe(201);
    const { email, password } = admin;
    const signedIn = await test.client.post('/auth/login', { tenant: 'first', email, password });
    expect(signedIn.body.data.user).toMatchObject({ name: 'Grace Hopper', role: 'admin' });
    const weak = await owner.post('/tenants', { code: 'weak', name: 'Weak', admin: { ...admin, password: 'short' } });
    expect([weak.status, Object.keys(weak.body.errors)]).toEqual([422, ['admin.password']]);
    expect((await owner.get('/tenants/weak')).status).toBe(404);
  });

  it.each(['ACME', 'a b', '-a', 'a-', 'a_b', '', 'x'.repeat(64), '../etc'])('have no code like %p', async (code) => {
    const answer = await owner.post('/tenants', { code, name: 'Wrong' });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['code']]);
  });

  it.each(['nobody', 'ACME-2', '%20', '1', "'", '%00'])('do not include %p', async (code) => {
    expect((await owner.get(`/tenants/${code}`)).status).toBe(404);
    expect((await owner.patch(`/tenants/${code}`, { name: 'X' })).status).toBe(404);
  });

  it('are no business of a tenant’s admin', async () => {
    const { client } = desk.people.admin;
    const answers = [
      await client.get('/tenants'),
      await client.post('/tenants', { code: 'mine', name: 'Mine' }),
      await client.get(`/tenants/${desk.code}`),
      await client.patch(`/tenants/${desk.code}`, { status: 'active' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [403, 'forbidden']));
  });

  it('are suspended and brought back', async () => {
    const other = await makeDesk(test);
    const path = `/tenants/${other.code}`;
    // Known by now, so that the cache must forget them.
    expect((await other.people.ada.client.get('/tickets')).status).toBe(200);
    expect((await owner.patch(path, { status: 'suspended' })).body.data.status).toBe('suspended');
    for (const person of [other.people.ada, other.people.admin]) {
      const answer = await person.client.get('/tickets');
      expect([answer.status, answer.body.code]).toEqual([403, 'tenant_suspended']);
    }
    expect((await desk.people.ada.client.get('/tickets')).status).toBe(200);
    expect((await owner.patch(path, { status: 'active' })).body.data.status).toBe('active');
    for (const person of [other.people.ada, other.people.bob]) {
      expect((await person.client.get('/tickets')).status).toBe(200);
    }
  });

  it('get no new users while suspended', async () => {
    const other = await makeDesk(test);
    const { sign } = await addProvider(other, 'HS256');
    await owner.patch(`/tenants/${other.code}`, { status: 'suspended' });
    const token = await sign({ sub: 'too-late' });
    const answer = await test.client.as(token).get('/auth/me');
    expect([answer.status, answer.body.code]).toEqual([403, 'tenant_suspended']);
    await owner.patch(`/tenants/${other.code}`, { status: 'active' });
    expect((await other.people.agent.client.get('/users?q=too-late')).body.data).toEqual([]);
    expect((await test.client.as(token).get('/auth/me')).status).toBe(200);
  });

  it.each([
    [{ code: 'Not A Code', name: 'N' }, 'code'],
    [{ code: 'fine', name: ' ' }, 'name'],
    [{ code: 'fine', name: 'x'.repeat(191) }, 'name'],
  ])('are not made from a shell with %j either', async (input, field) => {
    const made = test.app.get(TenantsService).create(desk.ctx, input);
    await expect(made).rejects.toMatchObject({
      code: 'validation_failed',
      details: { errors: { [field]: [expect.any(String)] } },
    });
  });
});

describe('the own tenant', () => {
  it('shows its settings and takes new ones, each by itself', async () => {
    const { client } = desk.people.admin;
    const before = (await client.get('/tenant')).body.data;
    expect(before).toMatchObject({ code: desk.code, default_priority: 'normal', attachment_max_bytes: null });
    const settings = {
      name: 'Northwind',
      cors_origins: ['https://app.northwind.example'],
      hosts: ['help.northwind.example'],
      default_category: 'general',
      default_priority: 'high',
      attachment_max_bytes: 1_000,
    };
    const changed = await client.patch('/tenant', settings);
    expect(changed.status).toBe(200);
    expect(changed.body.data).toMatchObject(settings);
    const { body } = await client.patch('/tenant', { attachment_max_bytes: null });
    expect(body.data).toMatchObject({ ...settings, attachment_max_bytes: null });
    expect((await client.get('/tenant')).body.data).toEqual(body.data);
    expect((await (await makeDesk(test)).people.admin.client.get('/tenant')).body.data.hosts).toEqual([]);
  });

  it.each<[object, string]>([
    [{ status: 'active' }, 'status'],
    [{ code: 'other' }, 'code'],
    [{ dialects: ['klingon'] }, 'dialects'],
    [{ cors_origins: ['*'] }, 'cors_origins'],
    [{ cors_origins: ['https://a.example/path'] }, 'cors_origins'],
    [{ cors_origins: ['null'] }, 'cors_origins'],
    [{ hosts: ['UPPER.example'] }, 'hosts'],
    [{ hosts: ['help.example', '127.0.0.1:3000'] }, 'hosts'],
    [{ hosts: ['localhost'] }, 'hosts'],
    [{ attachment_max_bytes: 0 }, 'attachment_max_bytes'],
    [{ default_priority: 'asap' }, 'default_priority'],
    [{ sign_up: 'yes' }, 'sign_up'],
  ])('refuses %j', async (body, field) => {
    const answer = await desk.people.admin.client.patch('/tenant', body);
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
  });

  it('is seen by those who look while it changes', async () => {
    const other = await makeDesk(test);
    const { client } = other.people.admin;
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        n % 3 === 0 ? client.patch('/tenant', { name: `Name ${n}` }) : client.get('/tenant'),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it('is changed by the owner of the installation, too', async () => {
    const other = await makeDesk(test);
    const settings = { name: 'Renamed', sign_up: true, default_priority: 'low' };
    const changed = await owner.patch(`/tenants/${other.code}`, settings);
    expect([changed.status, changed.body.data]).toEqual([200, expect.objectContaining(settings)]);
    expect((await other.people.admin.client.get('/tenant')).body.data).toMatchObject(settings);
    expect((await owner.patch(`/tenants/${other.code}`, { dialects: ['klingon'] })).status).toBe(422);
  });

  it('shares its hosts with no other tenant', async () => {
    const [first, second] = [(await makeDesk(test)).people.admin.client, (await makeDesk(test)).people.admin.client];
    const hosts = ['shared.example', 'own.example'];
    expect((await first.patch('/tenant', { hosts })).status).toBe(200);
    const taken = await second.patch('/tenant', { hosts, name: 'Thief' });
    expect([taken.status, taken.body.code]).toEqual([409, 'already_exists']);
    expect((await second.get('/tenant')).body.data.name).not.toBe('Thief');
    // What stays is kept, what is given up is free.
    expect((await first.patch('/tenant', { hosts, name: 'Same' })).status).toBe(200);
    expect((await first.patch('/tenant', { hosts: ['own.example'] })).status).toBe(200);
    expect((await second.patch('/tenant', { hosts: ['shared.example'] })).status).toBe(200);
  });

  it('lets pages of its origins call, and no others', async () => {
    const other = await makeDesk(test);
    await other.people.admin.client.patch('/tenant', { cors_origins: ['https://mine.example'] });
    const allowed = async (origin: string) =>
      (await test.client.get('/auth/me', { origin })).headers['access-control-allow-origin'];
    expect(await allowed('https://mine.example')).toBe('https://mine.example');
    expect(await allowed('https://theirs.example')).toBeUndefined();
    expect(await allowed('https://mine.example.evil.example')).toBeUndefined();
  });
});
