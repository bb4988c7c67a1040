import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SearchTexts1700000000040 } from '../../../src/platform/database/migrations/1700000000040-search-texts.js';
import { makeDesk } from '../../support/desk.js';
import { numbersOf } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

it('are written for what was there before, also when that was cut short', async () => {
  const desk = await makeDesk(test);
  const { ada, agent, admin } = desk.people;
  for (let index = 0; index < 5; index++) {
    const number = await desk.open(ada, { subject: 'Heron', description: 'Kingfisher, ORD-555.' });
    await agent.client.post(`/tickets/${number}/messages`, { body: 'Curlew.', visibility: 'internal' });
  }
  await admin.client.delete('/tickets/3');
  const source = test.app.get<DataSource>(getDataSourceToken());
  const runner = source.createQueryRunner();
  const texts = () =>
    source.query('SELECT tenant_id, ticket_number, seq, internal, text FROM search_texts ORDER BY ticket_number, seq');
  const before = await texts();
  expect(before).toHaveLength(8);

  await new SearchTexts1700000000040().down(runner);
  let inserts = 0;
  const mortal = new Proxy(runner, {
    get: (target, property: keyof typeof runner) => {
      if (property !== 'query') return target[property];
      return async (sql: string, ...rest: unknown[]) => {
        const result: unknown = await target.query(sql, ...(rest as []));
        if (sql.includes('INSERT INTO search_texts') && inserts++ === 0) throw new Error('crash');
        return result;
      };
    },
  });
  await expect(new SearchTexts1700000000040().up(mortal)).rejects.toThrow('crash');
  await source.query('DELETE FROM search_texts WHERE ticket_number = 5 OR (ticket_number = 4 AND seq = 2)');
  await new SearchTexts1700000000040().up(runner);
  await new SearchTexts1700000000040().up(runner);
  await runner.release();

  expect(await texts()).toEqual(before);
  const found = async (q: string) => numbersOf((await agent.client.get(`/tickets?q=${q}`)).body.data);
  expect(await found('heron')).toEqual([5, 4, 2, 1]);
  expect(await found('curlew')).toEqual([5, 4, 2, 1]);
});
