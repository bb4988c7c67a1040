import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { DataSource, QueryRunner } from 'typeorm';
import { Database } from '../../../src/platform/database/database.service.js';
import type { Answer } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());

/** What is asked is counted where it leaves. */
interface Inside {
  readonly writer: DataSource;
  readonly reader: DataSource;
  readonly engine: Database['engine'];
}

const within = new AsyncLocalStorage<string[]>();

/** Whatever the database is told while somebody waits for an answer, BEGIN, COMMIT and numbers included. */
async function statementsOf(request: () => Promise<Answer>): Promise<readonly string[]> {
  // Who asks is known then, as for whoever asks more than once in some seconds.
  await request();
  const { writer, reader, engine } = test.app.get<Inside>(Database);
  const told: string[] = [];
  const note = (sql: string) => within.getStore()?.push(sql);
  const spied = new Set<QueryRunner>();
  const spies = [...new Set([writer, reader])].map(({ driver }) => {
    const create = driver.createQueryRunner.bind(driver);
    return jest.spyOn(driver, 'createQueryRunner').mockImplementation((mode) => {
      const runner = create(mode);
      if (!spied.has(runner)) {
        spied.add(runner);
        const query = runner.query.bind(runner);
        jest.spyOn(runner, 'query').mockImplementation((sql: string, ...rest: any[]) => {
          note(sql);
          return query(sql, ...rest);
        });
      }
      return runner;
    });
  });
  const execute = engine.execute.bind(engine);
  spies.push(
    jest.spyOn(engine, 'execute').mockImplementation((manager, sql, ...rest) => {
      note(sql);
      return execute(manager, sql, ...rest);
    }) as never,
  );
  // On MySQL numbers are taken on connections of their own; SQLite's are among those above.
  const nextNumber = engine.nextNumber.bind(engine);
  spies.push(
    jest.spyOn(engine, 'nextNumber').mockImplementation((...given) => {
      if (engine.locksRows) note('a number');
      return nextNumber(...given);
    }) as never,
  );
  try {
    const answer = await within.run(told, request);
    expect(answer.status).toBeLessThan(300);
    return told;
  } finally {
    jest.restoreAllMocks();
  }
}

it('answers take no more statements than these', async () => {
  const { agent, ada } = desk.people;
  const ticket = { subject: 'S', description: 'D', category: 'general', tags: ['a', 'b'] };
  const number = await desk.open(ada);
  for (let count = 0; count < 20; count++) await agent.client.post(`/tickets/${number}/messages`, { body: 'M' });
  const file = await ada.client.upload('note.txt', 'A note.', 'text/plain');
  await ada.client.post(`/tickets/${number}/messages`, { body: 'M', attachment_ids: [file.body.data.id] });
  for (const { client } of [agent, ada]) {
    await client.get('/categories');
    expect((await statementsOf(() => client.get(`/tickets/${number}`))).length).toBeLessThanOrEqual(4);
    expect((await statementsOf(() => client.get('/tickets?status=open&category=general'))).length).toBeLessThanOrEqual(
      3,
    );
    const { tags, ...untagged } = ticket;
    expect((await statementsOf(() => client.post('/tickets', untagged))).length).toBeLessThanOrEqual(8);
    expect((await statementsOf(() => client.post('/tickets', { ...untagged, tags }))).length).toBeLessThanOrEqual(8);
    const reply = () => client.post(`/tickets/${number}/messages`, { body: 'M' });
    expect((await statementsOf(reply)).length).toBeLessThanOrEqual(8);
  }
});
