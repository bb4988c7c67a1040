import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, makeDesk } from '../../support/desk.js';
import { addProvider, bytesOf, signerOf, type TestProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let provider: TestProvider;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  provider = await addProvider(desk, 'HS256');
});
afterAll(() => test.close());

const profile = (token: string) => test.client.as(token).get('/auth/me');
const profileOf = async (claims: object) => profile(await provider.sign({ ...claims }));
const people = async (q: string) => (await desk.people.admin.client.get(`/users?q=${q}`)).body.data as { id: number }[];
const teams = async (name: string) =>
  ((await desk.people.admin.client.get('/teams?limit=100')).body.data as { name: string }[]).filter(
    (t) => t.name === name,
  );

describe('somebody whom the tenant’s application vouches for', () => {
  it('is one person, with one team, however many first requests come at once', async () => {
    const tokens = Array.from({ length: 10 }, (_, n) =>
      provider.sign({ sub: 'rush', team: 'rushers', jti: String(n) }),
    );
    const answers = await Promise.all((await Promise.all(tokens)).map(profile));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(new Set(answers.map(({ body }) => body.data.id)).size).toBe(1);
    expect(await people('rush')).toHaveLength(1);
    expect(await teams('rushers')).toHaveLength(1);
  });

  it('shares a new team with others who come at the same moment', async () => {
    const tokens = Array.from({ length: 6 }, (_, n) => provider.sign({ sub: `crowd-${n}`, team: 'crowd' }));
    const answers = await Promise.all((await Promise.all(tokens)).map(profile));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    expect(new Set(answers.map(({ body }) => body.data.team.id)).size).toBe(1);
    expect(await teams('crowd')).toHaveLength(1);
    // Nor do they when they all move to another new one at once.
    const moves = Array.from({ length: 6 }, (_, n) => provider.sign({ sub: `crowd-${n}`, team: 'crowd 2' }));
    const moved = await Promise.all((await Promise.all(moves)).map(profile));
    expect(new Set(moved.map(({ body }) => body.data.team.id)).size).toBe(1);
  });

  it('is kept as the application describes them', async () => {
    const before = (await profileOf({ sub: 'mover', name: 'Old Name', team: 'red' })).body.data;
    const after = (await profileOf({ sub: 'mover', name: 'New Name', email: 'm@app.example', team: 'blue' })).body.data;
    expect(after).toMatchObject({ id: before.id, name: 'New Name', email: 'm@app.example', team: { name: 'blue' } });
    // A token that names no team says nothing of it.
    expect((await profileOf({ sub: 'mover', name: 'New Name' })).body.data.team.name).toBe('blue');
  });

  it('keeps what a later token says nothing of', async () => {
    const staff = await addProvider(desk, 'HS256', { roles: ['customer', 'agent'] });
    const claims = { sub: 'terse', name: 'Terse', email: 'terse@app.example', role: 'agent', team: 'quiet' };
    const before = (await profile(await staff.sign(claims))).body.data;
    const after = (await profile(await staff.sign({ sub: 'terse', jti: '2' }))).body.data;
    expect(after).toEqual(before);
    expect(after).toMatchObject({ name: 'Terse', email: 'terse@app.example', role: 'agent', team: { name: 'quiet' } });
    // A first token that says nothing makes a customer called by the subject, or by the address.
    expect((await profile(await staff.sign({ sub: 'mute' }))).body.data).toMatchObject({
      name: 'mute',
      role: 'customer',
    });
    const email = 'half-mute@app.example';
    expect((await profile(await staff.sign({ sub: 'half-mute', email }))).body.data.name).toBe(email);
  });

  it('finds a team anew after it was deleted', async () => {
    const before = (await profileOf({ sub: 'returner', team: 'phoenix' })).body.data.team.id as number;
    expect((await desk.people.admin.client.delete(`/teams/${before}`)).status).toBe(200);
    const after = (await profileOf({ sub: 'returner', team: 'phoenix', jti: 'after' })).body.data.team;
    expect(after).toMatchObject({ name: 'phoenix' });
    expect(after.id).not.toBe(before);
  });

  it('is not the local account of the same e-mail', async () => {
    const { admin } = desk.people;
    const answer = await profileOf({ sub: admin.email, email: admin.email });
    expect(answer.body.data).toMatchObject({ role: 'customer', email: admin.email });
    expect(answer.body.data.id).not.toBe(admin.id);
  });

  it('is told apart from others by every letter of the subject', async () => {
    const ids = new Set<number>();
    for (const sub of ['case', 'Case', 'cäse', 'case%', 'case_', '123']) {
      const answer = await profileOf({ sub });
      expect(answer.body.data.subject).toBe(sub);
      ids.add(answer.body.data.id);
    }
    expect(ids.size).toBe(6);
    // A claim in digits is the same text.
    expect(ids).toContain((await profileOf({ sub: 123 })).body.data.id);
  });

  it.each([undefined, '', ' case', 'case ', 'a\0b', '\ud800', 'x'.repeat(191), true, { id: 1 }, ['u-1']])(
    'has a subject: not %p',
    async (sub) => {
      const answer = await profileOf({ sub });
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
    },
  );

  it('loses access at once when deactivated, and a new token does not bring it back', async () => {
    const token = await provider.sign({ sub: 'fired' });
    const { id } = (await profile(token)).body.data;
    expect((await desk.people.admin.client.patch(`/users/${id}`, { status: 'inactive' })).status).toBe(200);
    expect((await profile(token)).body.code).toBe('unauthenticated');
    expect((await profileOf({ sub: 'fired', jti: 'new' })).body.code).toBe('unauthenticated');
    await desk.people.admin.client.patch(`/users/${id}`, { status: 'active' });
    expect((await profile(token)).status).toBe(200);
  });

  it('has nothing of another tenant', async () => {
    const other = await makeDesk(test);
    const theirs = await addProvider(other, 'HS256', { issuer: provider.issuer, audience: 'elsewhere' });
    const here = (await profileOf({ sub: 'twin' })).body.data;
    const there = (await profile(await theirs.sign({ sub: 'twin', tenant: desk.code, tenant_id: desk.ctx.tenant.id })))
      .body.data;
    expect([here.tenant.code, there.tenant.code]).toEqual([desk.code, other.code]);
    const number = await desk.open(desk.people.ada);
    for (const role of ['customer', 'agent', 'admin']) {
      const answer = await test.client.as(await theirs.sign({ sub: role, role })).get(`/tickets/${number}`);
      expect(answer.status).toBe(404);
    }
  });
});

describe('a token for the providers of two tenants', () => {
  it('is for the one whose key it is signed with', async () => {
    const other = await makeDesk(test);
    const theirs = await addProvider(other, 'HS256', { issuer: provider.issuer, audience: 'shop' });
    const aud = [provider.audience, theirs.audience];
    for (const [signer, code] of [
      [provider, desk.code],
      [theirs, other.code],
    ] as const) {
      const answer = await profile(await signer.sign({ sub: 'both', aud }));
      expect([answer.status, answer.body.data.tenant.code]).toEqual([200, code]);
      const late = await profile(await signer.sign({ sub: 'both', aud, exp: 1_000 }));
      expect([late.status, late.body.code]).toEqual([401, 'token_expired']);
    }
    const stranger = signerOf({ ...provider, key: bytesOf('x'.repeat(40)) });
    expect((await profile(await stranger.sign({ sub: 'both', aud }))).body.code).toBe('unauthenticated');
  });
});

describe('the role in a token', () => {
  it.each(['agent', 'admin', 'owner', 'Admin', ['admin'], { role: 'admin' }, 1])(
    'is not believed when the provider may grant customers only: %p',
    async (role) => {
      expect((await profileOf({ sub: 'upstart', role })).body.data.role).toBe('customer');
    },
  );

  it('is granted within the provider’s roles', async () => {
    const staff = await addProvider(desk, 'HS256', { roles: ['agent'] });
    expect((await profile(await staff.sign({ sub: 'a', role: 'agent' }))).body.data.role).toBe('agent');
    // One that may be granted nothing else is nobody.
    for (const role of ['admin', 'owner', 'customer', undefined]) {
      expect((await profile(await staff.sign({ sub: 'b', role }))).status).toBe(401);
    }
    const both = await addProvider(desk, 'HS256', { roles: ['customer', 'agent', 'admin'], claims: { role: 'grp' } });
    const asked = (claims: object) => both.sign({ sub: 'c', ...claims }).then(profile);
    expect((await asked({ grp: 'admin' })).body.data.role).toBe('admin');
    expect((await asked({ grp: 'owner' })).body.data.role).toBe('customer');
    expect((await asked({ role: 'admin' })).body.data.role).toBe('customer');
  });

  it('of a former agent ends what agents may', async () => {
    const staff = await addProvider(desk, 'HS256', { roles: ['customer', 'agent'] });
    const asked = async (role: string) => test.client.as(await staff.sign({ sub: 'd', role })).get('/users');
    expect((await asked('agent')).status).toBe(200);
    expect((await asked('customer')).status).toBe(403);
  });
});
