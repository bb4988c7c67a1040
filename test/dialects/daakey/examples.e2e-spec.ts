import { afterAll, beforeAll, describe } from '@jest/globals';
import { Clock } from '../../../src/platform/clock/clock.js';
import { testExamples } from '../../support/documented-examples.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, putBooking } from './agency.js';

let test: TestApp;
let agency: Agency;

beforeAll(async () => {
  test = await startTestApp();
  // The moment at which the documented ticket is created, the third of its agency.
  test.app.get(Clock).now = () => Date.parse('2024-01-15T10:00:00Z');
  agency = await makeAgency(test);
  const { ada, bob } = agency.desk.people;
  await putBooking(test, agency.desk, 5, ada);
  await agency.open(ada);
  await agency.open(bob);
});
afterAll(() => test.close());

describe('the examples of the Daakey Client API', () => {
  testExamples('test/dialects/daakey/examples.json', () => ({
    senders: { ada: agency.signed.as(agency.desk.people.ada.token) },
  }));
});
