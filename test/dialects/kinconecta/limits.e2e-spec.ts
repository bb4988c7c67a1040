import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { makeKinconectaDesk, TICKETS } from './a-kinconecta-desk.js';

const TENANT = 10;

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp({ RATE_LIMIT: 'on', TRUST_PROXY: '127.0.0.1', LIMIT_TENANT: String(TENANT) });
});
afterAll(() => test.close());

it('what strangers send is not for the tenant to pay', async () => {
  const wire = await makeKinconectaDesk(test, 'create');
  for (let at = 0; at <= TENANT; at++) {
    const headers = { 'x-forwarded-for': `198.51.100.${at + 1}` };
    expect((await wire.send(null, 'POST', TICKETS, { body: {}, headers })).status).toBe(400);
  }
  expect((await wire.desk.people.admin.client.get('/auth/me')).status).toBe(200);
});
