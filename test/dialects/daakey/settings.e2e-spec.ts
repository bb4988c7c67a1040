import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInOwner } from '../../support/accounts.js';
import { makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { SECRET, sign, signedBy } from './agency.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const admin = async () => (await makeDesk(test)).people.admin.client;

describe('what a tenant sets for its agency', () => {
  it('is shown, but for the secret', async () => {
    const client = await admin();
    const daakey = { agency_id: 7, agency_code: 'SEVEN', support_name: 'The Team', signature_tolerance_seconds: 60 };
    const changed = await client.patch('/tenant', { daakey: { ...daakey, secret_key: 'sk_live_0123456789abcdef' } });
    expect([changed.status, changed.body.data.daakey]).toEqual([200, daakey]);
    expect((await client.get('/tenant')).bytes.toString()).not.toContain('sk_live');
  });

  it.each<[string, object, object]>([
    ['agency_id', { agency_id: 4711 }, { agency_id: 4712 }],
    ['agency_code', { agency_code: 'SHARED' }, { agency_code: 'FREE' }],
  ])('shares its %s with no other tenant', async (_what, body, next) => {
    const [first, second] = [await admin(), await admin()];
    expect((await first.patch('/tenant', { daakey: body })).status).toBe(200);
    const taken = await second.patch('/tenant', { daakey: body });
    expect([taken.status, taken.body.code]).toEqual([409, 'already_exists']);
    // What is given up is free.
    expect((await first.patch('/tenant', { daakey: next })).status).toBe(200);
    expect((await second.patch('/tenant', { daakey: body })).status).toBe(200);
  });

  it.each([[{ agency_id: 0 }], [{ agency_code: 'small' }], [{ secret_key: 'short' }], [{ colour: 'red' }]])(
    'is refused when it is %j',
    async (daakey) => {
      const answer = await (await admin()).patch('/tenant', { daakey });
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [`daakey.${Object.keys(daakey)[0]}`]]);
    },
  );

  it('is by default the tenant’s own number and code, which nobody else can have', async () => {
    const desk = await makeDesk(test);
    const { client } = desk.people.admin;
    const changed = await client.patch('/tenant', { dialects: ['daakey'], daakey: { secret_key: SECRET } });
    const code = desk.code.toUpperCase();
    expect(changed.body.data.daakey).toEqual({ agency_id: desk.ctx.tenant.id, agency_code: code });
    const signed = signedBy(test.client, sign(test, { agency_code: code })).as(desk.people.ada.token);
    expect((await signed.send('GET', '/api/v1/client/tickets')).status).toBe(200);
    expect((await (await admin()).patch('/tenant', { daakey: { agency_code: code } })).status).toBe(409);
  });

  it('is given up with null', async () => {
    const client = await admin();
    await client.patch('/tenant', { daakey: { agency_code: 'GIVEN-UP', support_name: 'Us', secret_key: SECRET } });
    const changed = await client.patch('/tenant', { daakey: { agency_code: null, secret_key: null } });
    expect([changed.status, changed.body.data.daakey]).toEqual([200, { support_name: 'Us' }]);
    expect((await (await admin()).patch('/tenant', { daakey: { agency_code: 'GIVEN-UP' } })).status).toBe(200);
  });

  it('may be set by the owner of the installation', async () => {
    const owner = await signInOwner(test);
    const { code } = await makeDesk(test);
    const changed = await owner.patch(`/tenants/${code}`, {
      dialects: ['daakey'],
      daakey: { agency_code: 'BY-OWNER' },
    });
    expect([changed.status, changed.body.data.daakey.agency_code]).toEqual([200, 'BY-OWNER']);
  });
});
