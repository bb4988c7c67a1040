import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SearchTexts1700000000040 } from '../../../src/platform/database/migrations/1700000000040-search-texts.js';
import { makeForgetfulDesk } from '../../support/a-busy-desk.js';
import { askDatabase, askedDuring } from '../../support/asked.js';
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

it('are taken from many who write at the same time', async () => {
  const desk = await makeDesk(test);
  const number = await desk.open(desk.people.ada);
  const source = test.app.get<DataSource>(getDataSourceToken());
  const add = (seq: number) =>
    source.query('INSERT INTO search_texts (tenant_id, ticket_number, seq, internal, text) VALUES (?, ?, ?, 0, ?)', [
      ...[desk.ctx.tenant.id, number, seq, ` word${seq} `],
    ]);
  const writers = Array.from({ length: 16 }, async (_, writer) => {
    for (let count = 0; count < 100; count++) await add(10 + writer * 1_000 + count);
  });
  await expect(Promise.all(writers)).resolves.toHaveLength(16);
});

it.each([
  ['in the first stretch of its block too', 1],
  ['not in the first stretch of its block', 2_000],
])('of a word that is common, but long ago, %s, are not all looked up', async (_, first) => {
  const { people } = await makeForgetfulDesk(test, { word: 'Heron', first, last: 4_096, newest: 150_000 });
  const asked = await askedDuring(test, /MATCH/, async () => {
    let cursor = '';
    for (let newest = 4_096; newest > 3_700; newest -= 100) {
      const { body } = await people.agent.client.get(`/tickets?q=heron&limit=100${cursor}`);
      expect(numbersOf(body.data)).toEqual(Array.from({ length: 100 }, (_, place) => newest - place));
      cursor = `&cursor=${body.meta.next_cursor}`;
    }
  });
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThanOrEqual(4 * 8);
  for (const [sql, values] of asked) expect((await askDatabase(test, sql, values)).length).toBeLessThanOrEqual(1_024);
});
