import { afterAll, beforeAll, describe } from '@jest/globals';
import { type Desk, makeDesk } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { testExamples } from '../../support/documented-examples.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test, { categories: ['Support'] });
  await speak(test, desk, { scrapizoo: {} });
});
afterAll(() => test.close());

describe('the examples of the Scrapizoo Ticket API', () => {
  testExamples('test/dialects/scrapizoo/examples.json', () => ({
    senders: { customer: desk.people.ada.client, admin: desk.people.admin.client },
  }));
});
