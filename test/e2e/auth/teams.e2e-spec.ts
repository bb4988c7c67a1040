import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());

const make = async (fields: object) => (await desk.people.admin.client.post('/teams', fields)).body.data;

describe('teams', () => {
  it('are made, read, changed and ended', async () => {
    const { admin, agent } = desk.people;
    const made = await admin.client.post('/teams', { name: 'Sales', external_key: 'sales-key' });
    expect(made.status).toBe(201);
    expect(made.body.data).toMatchObject({ name: 'Sales', visibility: 'team', external_key: 'sales-key' });
    const path = `/teams/${made.body.data.id}`;
    expect((await agent.client.get(path)).body.data).toEqual(made.body.data);

    const changed = await admin.client.patch(path, { name: 'Sellers', visibility: 'own', external_key: null });
    expect(changed.body.data).toMatchObject({ name: 'Sellers', visibility: 'own', external_key: null });
    expect((await admin.client.delete(path)).status).toBe(200);
    for (const gone of [
      await agent.client.get(path),
      await admin.client.patch(path, {}),
      await admin.client.delete(path),
    ]) {
      expect([gone.status, gone.body.code]).toEqual([404, 'not_found']);
    }
    const names = (await agent.client.get('/teams?limit=100')).body.data.map((team: { name: string }) => team.name);
    expect(names).not.toContain('Sellers');
  });

  it('have external keys of their own, free again once the team has ended', async () => {
    const { client } = desk.people.admin;
    const { id } = await make({ name: 'One', external_key: 'key-1' });
    const taken = await client.post('/teams', { name: 'Two', external_key: 'key-1' });
    expect([taken.status, taken.body.code]).toEqual([409, 'already_exists']);
    const other = await make({ name: 'Two', external_key: 'key-2' });
    expect((await client.patch(`/teams/${other.id}`, { external_key: 'key-1' })).status).toBe(409);
    expect((await client.patch(`/teams/${id}`, { external_key: 'key-1' })).status).toBe(200);
    await client.delete(`/teams/${id}`);
    expect((await client.patch(`/teams/${other.id}`, { external_key: 'key-1' })).status).toBe(200);
  });

  it('take members in and let them go', async () => {
    const { admin, dee } = desk.people;
    const { id } = await make({ name: 'Guests' });
    const path = `/teams/${id}/members/${dee.id}`;
    expect((await admin.client.put(path)).body.data.team).toEqual({ id, name: 'Guests' });
    expect((await dee.client.get('/auth/me')).body.data.team.id).toBe(id);
    const moved = await admin.client.put(`/teams/${desk.teams.other}/members/${dee.id}`);
    expect(moved.body.data.team.id).toBe(desk.teams.other);
    expect((await admin.client.delete(path)).status).toBe(404);
    const left = await admin.client.delete(`/teams/${desk.teams.other}/members/${dee.id}`);
    expect([left.status, left.body.data.team]).toEqual([200, null]);
    expect((await admin.client.put(`/teams/999999/members/${dee.id}`)).status).toBe(404);
    expect((await admin.client.put(`/teams/${id}/members/999999`)).status).toBe(404);
  });

  it('decide at once what their members see', async () => {
    const { admin } = desk.people;
    const { id } = await make({ name: 'Neighbours' });
    const [nora, nils] = [await desk.add('nora', 'customer', id), await desk.add('nils', 'customer', id)];
    const path = `/tickets/${await desk.open(nora)}`;
    const seen = async () => (await nils.client.get(path)).status;
    expect(await seen()).toBe(200);
    await admin.client.patch(`/teams/${id}`, { visibility: 'own' });
    expect(await seen()).toBe(404);
    await admin.client.patch(`/teams/${id}`, { visibility: 'team' });
    expect(await seen()).toBe(200);
    await admin.client.delete(`/teams/${id}/members/${nils.id}`);
    expect(await seen()).toBe(404);
    await admin.client.put(`/teams/${id}/members/${nils.id}`);
    expect(await seen()).toBe(200);
    await admin.client.delete(`/teams/${id}`);
    expect(await seen()).toBe(404);
    expect((await nora.client.get(path)).status).toBe(200);
    expect((await nils.client.get('/auth/me')).body.data.team).toBeNull();
  });

  it('are paged without loss', async () => {
    const own = await makeDesk(test);
    const seen: number[] = [];
    let path: string | null = '/teams?limit=1';
    while (path !== null) {
      const { body } = await own.people.agent.client.get(path);
      seen.push(...body.data.map((team: { id: number }) => team.id));
      path = body.meta.next_cursor && `/teams?limit=1&cursor=${encodeURIComponent(body.meta.next_cursor)}`;
    }
    expect(seen).toEqual([own.teams.shared, own.teams.other]);
  });

  it.each<[object, string]>([
    [{}, 'name'],
    [{ name: ' ' }, 'name'],
    [{ name: 'A', visibility: 'all' }, 'visibility'],
    [{ name: 'A', external_key: '' }, 'external_key'],
    [{ name: 'A', members: [] }, 'members'],
  ])('are not made of %j', async (body, field) => {
    const answer = await desk.people.admin.client.post('/teams', body);
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
  });
});
