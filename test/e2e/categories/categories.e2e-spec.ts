import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let admin: Client;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  desk = await makeDesk(test);
  admin = desk.people.admin.client;
});

const slugs = async (client = admin, query = '') =>
  (await client.get(`/categories${query}`)).body.data.map(({ slug }: { slug: string }) => slug);

describe('categories', () => {
  it('are made with a slug of their name, at the end of the list', async () => {
    const { status, body } = await admin.post('/categories', { name: 'Crème Brûlée', description: 'Desserts' });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({
      slug: 'creme-brulee',
      name: 'Crème Brûlée',
      description: 'Desserts',
      position: 3,
      archived: false,
    });
    expect(await slugs()).toEqual(['general', 'billing', 'creme-brulee']);
    expect(await slugs(desk.people.ada.client)).toEqual(['general', 'billing', 'creme-brulee']);
  });

  it('stand in order of position, then age', async () => {
    await admin.post('/categories', { name: 'First', position: 0 });
    await admin.post('/categories', { name: 'Beside', position: 1 });
    expect(await slugs()).toEqual(['first', 'general', 'beside', 'billing']);
    await admin.patch(`/categories/${desk.categoryId}`, { position: 10_000 });
    expect(await slugs()).toEqual(['first', 'beside', 'billing', 'general']);
  });

  it('have slugs that nobody else has, archived ones neither', async () => {
    for (const body of [{ name: 'general' }, { name: 'Other', slug: 'general' }]) {
      const answer = await admin.post('/categories', body);
      expect([answer.status, answer.body.code]).toEqual([409, 'already_exists']);
    }
    await admin.patch(`/categories/${desk.categoryId}`, { archived: true });
    expect((await admin.post('/categories', { name: 'General' })).status).toBe(409);
    expect((await admin.patch(`/categories/${desk.categoryId + 1}`, { slug: 'general' })).status).toBe(409);
    expect((await admin.patch(`/categories/${desk.categoryId}`, { slug: 'general' })).status).toBe(200);
    const answers = await Promise.all(Array.from({ length: 8 }, () => admin.post('/categories', { name: 'Racing' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  it.each([
    [{}, 'name'],
    [{ name: '  ' }, 'name'],
    [{ name: 'x'.repeat(191) }, 'name'],
    [{ name: '日本語' }, 'slug'],
    [{ name: 'A', slug: 'Not A Slug' }, 'slug'],
    [{ name: 'A', slug: 'x'.repeat(64) }, 'slug'],
    [{ name: 'A', position: -1 }, 'position'],
    [{ name: 'A', description: 'x'.repeat(2_001) }, 'description'],
    [{ name: 'A', archived: true }, 'archived'],
  ])('are refused when made of %j', async (input, field) => {
    const { status, body } = await admin.post('/categories', input);
    expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
  });

  it('change for old tickets, too', async () => {
    const number = await desk.open(desk.people.ada);
    await admin.patch(`/categories/${desk.categoryId}`, { name: 'Everything', slug: 'everything', description: null });
    expect((await desk.people.ada.client.get(`/tickets/${number}`)).body.data.category).toEqual({
      id: desk.categoryId,
      slug: 'everything',
      name: 'Everything',
    });
    expect((await admin.get('/tickets?category=everything')).body.data).toHaveLength(1);
    expect((await admin.get('/tickets?category=general')).body.data).toHaveLength(0);
  });

  it('are deleted when no ticket has them', async () => {
    const { body } = await admin.delete(`/categories/${desk.categoryId + 1}`);
    expect(body.data).toEqual({ outcome: 'deleted' });
    expect(await slugs(admin, '?include_archived=true')).toEqual(['general']);
    expect((await admin.delete(`/categories/${desk.categoryId + 1}`)).status).toBe(404);
    const again = await admin.post('/categories', { name: 'Billing' });
    expect([again.status, again.body.data.id]).toEqual([201, desk.categoryId + 2]);
  });

  it('are archived when a ticket has them, a deleted one too, and come back', async () => {
    const number = await desk.open(desk.people.ada);
    await admin.delete(`/tickets/${number}`);
    expect((await admin.delete(`/categories/${desk.categoryId}`)).body.data).toEqual({ outcome: 'archived' });
    expect(await slugs()).toEqual(['billing']);
    expect(await slugs(desk.people.agent.client, '?include_archived=true')).toEqual(['general', 'billing']);
    expect(await slugs(desk.people.ada.client, '?include_archived=true')).toEqual(['billing']);
    await expect(desk.open(desk.people.ada)).rejects.toThrow('422');
    await admin.patch(`/categories/${desk.categoryId}`, { archived: false });
    expect(await desk.open(desk.people.ada)).toBeGreaterThan(number);
  });

  it('are the admins’ to change, of their own tenant', async () => {
    const other = await makeDesk(test);
    const third = (await other.people.admin.client.post('/categories', { name: 'Third' })).body.data.id as number;
    for (const [client, status] of [
      [desk.people.agent.client, 403],
      [desk.people.ada.client, 403],
      [admin, 404],
    ] as const) {
      expect((await client.patch(`/categories/${third}`, { name: 'X' })).status).toBe(status);
      expect((await client.delete(`/categories/${third}`)).status).toBe(status);
    }
    expect((await desk.people.agent.client.post('/categories', { name: 'X' })).status).toBe(403);
    expect(await slugs(other.people.admin.client)).toEqual(['general', 'billing', 'third']);
  });
});
