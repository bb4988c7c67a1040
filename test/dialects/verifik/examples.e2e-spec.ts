import { afterAll, beforeAll, describe } from '@jest/globals';
import type { Desk } from '../../support/desk.js';
import { testExamples } from '../../support/documented-examples.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { makeVerifikDesk } from './a-verifik-desk.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeVerifikDesk(test);
});
afterAll(() => test.close());

describe('the examples of the Verifik page on creating a support ticket', () => {
  testExamples('test/dialects/verifik/examples.json', () => ({ senders: { ada: desk.people.ada.client } }));
});
