import { afterAll, beforeAll, describe } from '@jest/globals';
import { CategoriesService } from '../../../src/modules/categories/index.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { speak, uploadAs } from '../../support/dialects.js';
import { testExamples } from '../../support/documented-examples.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test, { categories: ['Payment Issues', 'Loan Questions'] });
  const categories = test.app.get(CategoriesService);
  await categories.change(desk.ctx, 1, { description: 'Help with payment problems' });
  await categories.change(desk.ctx, 2, { description: 'Questions about loans' });
  await speak(test, desk, { quoota: {} });
  for (const number of [123, 456]) await uploadAs(test, desk, desk.people.ada, number);
});
afterAll(() => test.close());

describe('the examples of the Quoota Support API', () => {
  testExamples('test/dialects/quoota/examples.json', () => ({
    senders: { ada: desk.people.ada.client },
    actions: {
      'agent starts': async (saved) => {
        const number = Number(saved('ticketId').slice('ticket_'.length));
        await desk.people.agent.client.post(`/tickets/${number}/claim`);
        await desk.people.agent.client.patch(`/tickets/${number}`, { status: 'in_progress' });
      },
    },
  }));
});
