import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { TenantsService } from '../../../src/modules/auth/index.js';
import { testExamples } from '../../support/documented-examples.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type KinconectaDesk, makeKinconectaDesk } from './a-kinconecta-desk.js';

const FILE = 'test/dialects/kinconecta/examples.json';
const HOST = 'api.kinconecta.com';

let test: TestApp;
let desk: KinconectaDesk;

/** The tickets of the list's page and of the single one's, whose texts differ. */
const [{ response: all }, { response: one }] = JSON.parse(readFileSync(FILE, 'utf8'));

async function makeDocumentedDesk(tickets: readonly Record<string, unknown>[]): Promise<void> {
  desk = await makeKinconectaDesk(test, 'full', HOST);
  for (const ticket of tickets) await desk.create(null, ticket);
}

beforeAll(async () => {
  test = await startTestApp();
  await makeDocumentedDesk(all.body);
});
afterAll(() => test.close());

describe('the examples of the KinConecta Support Tickets API', () => {
  testExamples(FILE, () => ({
    senders: { nobody: test.client },
    actions: {
      'the first ticket is told at length': async () => {
        const { ctx } = desk.desk;
        await test.app.get(TenantsService).change(ctx, ctx.tenant.id, { hosts: [] });
        await makeDocumentedDesk([one.body, all.body[1]]);
      },
    },
  }));
});
