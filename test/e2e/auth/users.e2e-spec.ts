import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UsersService } from '../../../src/modules/auth/index.js';
import { addAccount, writtenEvents } from '../../support/accounts.js';
import { type Desk, makeDesk, PASSWORD } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());

const namesOf = async (query: string) =>
  (await desk.people.agent.client.get(`/users?${query}`)).body.data.map(
    (user: { name: string }) => user.name,
  ) as string[];

describe('people', () => {
  it('are made by an admin and can sign in', async () => {
    const email = `New.Person@${desk.code}.example`;
    const body = { name: 'New Person', email, role: 'agent', password: PASSWORD };
    const made = await desk.people.admin.client.post('/users', body);
    expect(made.status).toBe(201);
    expect(made.body.data).toMatchObject({ name: 'New Person', email, role: 'agent', status: 'active', team: null });
    expect(made.bytes.toString()).not.toContain(PASSWORD);
    expect((await desk.people.agent.client.get(`/users/${made.body.data.id}`)).body.data).toEqual(made.body.data);
    const login = { tenant: desk.code, email: email.toLowerCase(), password: PASSWORD };
    expect((await test.client.post('/auth/login', login)).status).toBe(200);
    const events = await writtenEvents(test);
    expect(events).toContain(email);
    expect(events).not.toMatch(/argon2|a-test-password/);
  });

  it('have addresses of their own, whatever the case', async () => {
    const { admin, ada, bob } = desk.people;
    const body = { name: 'Copy', email: ada.email.toUpperCase(), role: 'customer' };
    const copy = await admin.client.post('/users', body);
    expect([copy.status, copy.body.code]).toEqual([409, 'already_exists']);
    const moved = await admin.client.patch(`/users/${bob.id}`, { email: ada.email });
    expect([moved.status, moved.body.code]).toEqual([409, 'already_exists']);
    expect((await admin.client.patch(`/users/${ada.id}`, { email: ada.email.toUpperCase() })).status).toBe(200);
  });

  it('sign in with a new address once they have one', async () => {
    const { id, tenant, email } = await addAccount(test, desk, 'mover');
    const next = `moved@${desk.code}.example`;
    expect((await desk.people.admin.client.patch(`/users/${id}`, { email: next })).body.data.subject).toBe(next);
    const statuses = [next, email].map((each) =>
      test.client.post('/auth/login', { tenant, email: each, password: PASSWORD }),
    );
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([200, 401]);
  });

  it('are not the machine users behind keys, which only their keys shape', async () => {
    const { admin } = desk.people;
    const { key } = (await admin.client.post('/api-keys', { name: 'Robot', scopes: ['users:read'] })).body.data;
    const machine = (await admin.client.as(key).get('/auth/me')).body.data;
    expect(await namesOf('q=robot')).toEqual([]);
    expect((await admin.client.patch(`/users/${machine.id}`, { role: 'admin' })).status).toBe(404);
    expect((await admin.client.get(`/users/${machine.id}`)).status).toBe(404);
  });

  it('are found by name, address, role and team', async () => {
    expect(await namesOf('role=agent&q=agent2')).toEqual(['agent2']);
    expect(await namesOf(`team_id=${desk.teams.shared}`)).toEqual(['ada', 'bob']);
    expect(await namesOf('q=ADA@')).toEqual(['ada']);
    expect(await namesOf('q=%25')).not.toContain('ada');
    expect(await namesOf('q=a_a')).toEqual([]);
    expect(await namesOf('q=nobody-at-all')).toEqual([]);
  });

  it('are paged without loss, and a cursor fits its own list only', async () => {
    const own = await makeDesk(test);
    const { client } = own.people.agent;
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await client.get(
        `/users?limit=2${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      seen.push(...body.data.map((user: { name: string }) => user.name));
      cursor = body.meta.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual(['admin', 'agent', 'agent2', 'ada', 'bob', 'cy', 'dee']);

    const first = encodeURIComponent((await client.get('/users?limit=2')).body.meta.next_cursor);
    for (const path of [`/users?limit=2&role=agent&cursor=${first}`, `/teams?cursor=${first}`, '/users?cursor=eyJ9']) {
      const answer = await client.get(path);
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_cursor']);
    }
    const foreign = await desk.people.agent.client.get(`/users?limit=2&cursor=${first}`);
    expect([foreign.status, foreign.body.code]).toEqual([400, 'invalid_cursor']);
  });

  it('get their new role at once', async () => {
    const eve = await desk.add('eve', 'customer');
    expect((await eve.client.get('/users')).status).toBe(403);
    await desk.people.admin.client.patch(`/users/${eve.id}`, { role: 'agent' });
    expect((await eve.client.get('/users')).status).toBe(200);
    await desk.people.admin.client.patch(`/users/${eve.id}`, { role: 'customer' });
    expect((await eve.client.get('/users')).status).toBe(403);
  });

  it('who left and came back must sign in anew', async () => {
    const back = await desk.add('back', 'customer');
    const { client } = desk.people.admin;
    expect((await client.patch(`/users/${back.id}`, { status: 'inactive' })).body.data.status).toBe('inactive');
    expect((await client.patch(`/users/${back.id}`, { status: 'active' })).body.data.status).toBe('active');
    expect((await back.client.get('/auth/me')).status).toBe(401);
  });

  it('do not lock themselves out', async () => {
    const { admin } = desk.people;
    for (const body of [{ status: 'inactive' }, { role: 'agent' }]) {
      const answer = await admin.client.patch(`/users/${admin.id}`, body);
      expect([answer.status, answer.body.code]).toEqual([409, 'conflict']);
    }
    expect((await admin.client.patch(`/users/${admin.id}`, { role: 'admin', name: 'Chief' })).status).toBe(200);
  });

  it.each<[object, string]>([
    [{ name: '' }, 'name'],
    [{ email: 'not an address' }, 'email'],
    [{ role: 'owner' }, 'role'],
    [{ password: 'short' }, 'password'],
    [{ team_id: 999_999 }, 'team_id'],
    [{ team_id: '1' }, 'team_id'],
    [{ tenant: 'other' }, 'tenant'],
    [{ issuer: 'local' }, 'issuer'],
  ])('are not made with %j', async (wrong, field) => {
    const body = { name: 'N', email: `n@${desk.code}.example`, role: 'customer', ...wrong };
    const made = await desk.people.admin.client.post('/users', body);
    expect([made.status, Object.keys(made.body.errors)]).toEqual([422, [field]]);
    const changed = await desk.people.admin.client.patch(`/users/${desk.people.cy.id}`, wrong);
    expect([changed.status, Object.keys(changed.body.errors)]).toEqual([422, [field]]);
  });

  it.each([
    [{ email: 'not an address' }, 'email'],
    [{ name: ' ' }, 'name'],
  ])('are not made from a shell with %j either', async (wrong, field) => {
    const input = { name: 'N', email: `n@${desk.code}.example`, role: 'customer', ...wrong } as const;
    const made = test.app.get(UsersService).createLocal(desk.ctx, input);
    await expect(made).rejects.toMatchObject({
      code: 'validation_failed',
      details: { errors: { [field]: [expect.any(String)] } },
    });
  });

  it('of one address are one, however many tickets are opened for them at once', async () => {
    const person = { email: `walk-in@${desk.code}.example`, name: 'Walk-in' };
    const found = await Promise.all(
      Array.from({ length: 8 }, () => test.app.get(UsersService).findOrCreateByEmail(desk.ctx, person)),
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(1);
    await desk.people.admin.client.patch(`/users/${found[0]?.id}`, { status: 'inactive' });
    const gone = test.app.get(UsersService).findOrCreateByEmail(desk.ctx, person);
    await expect(gone).rejects.toMatchObject({
      code: 'validation_failed',
      details: { errors: { 'requester.email': [expect.any(String)] } },
    });
  });

  it('of another tenant do not exist, nor do its teams', async () => {
    const other = await makeDesk(test);
    // Numbers count per tenant: this one is beyond what the other has.
    const late = await desk.add('late', 'customer');
    expect((await other.people.admin.client.get(`/users/${late.id}`)).status).toBe(404);
    expect((await other.people.admin.client.patch(`/users/${late.id}`, { role: 'admin' })).status).toBe(404);
    const { id } = (await desk.people.admin.client.post('/teams', { name: 'Third' })).body.data;
    const answer = await other.people.admin.client.patch(`/users/${other.people.cy.id}`, { team_id: id });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['team_id']]);
  });
});
