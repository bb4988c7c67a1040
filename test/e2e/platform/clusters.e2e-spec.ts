import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database } from '../../../src/platform/database/database.service.js';
import { makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
afterEach(() => {
  jest.restoreAllMocks();
});

const isServer = () => test.app.get(Database).engine.locksRows;

/** Lets the next `times` commits end as those of a cluster's node may: nothing of them is kept, and this is the error. */
function failCommits(times: number, error: Error): { readonly failed: number } {
  const { engine } = test.app.get(Database);
  const begin = engine.begin.bind(engine);
  const counted = { failed: 0 };
  jest.spyOn(engine, 'begin').mockImplementation(async (writer) => {
    const open = await begin(writer);
    let isOver = false;
    return {
      manager: open.manager,
      commit: async () => {
        // Asked here, since the service itself may have begun another meanwhile.
        if (counted.failed >= times) return open.commit();
        counted.failed++;
        isOver = true;
        await open.rollBack(error);
        throw error;
      },
      rollBack: (cause) => (isOver ? Promise.resolve(cause) : open.rollBack(cause)),
    };
  });
  return counted;
}

const failure = (mysql: string, sqlite: string, text: string) =>
  Object.assign(new Error(text), { code: isServer() ? mysql : sqlite });

describe('a commit', () => {
  it('that lost to one of another node is run again, and happens once', async () => {
    const { people } = await makeDesk(test);
    const lost = failure('ER_LOCK_DEADLOCK', 'SQLITE_BUSY', 'Deadlock found when trying to get lock');
    const commits = failCommits(2, lost);
    const body = { subject: 'Certified', description: 'By the third commit', category: 'general' };
    const opened = await people.ada.client.post('/api/v1/tickets', body);
    expect([opened.status, commits.failed]).toEqual([201, 2]);
    const list = await people.ada.client.get('/api/v1/tickets');
    expect((list.body.data as { subject: string }[]).map(({ subject }) => subject)).toEqual(['Certified']);
  });

  it('during which the node lost its cluster is answered with 503 and when to come again', async () => {
    const { people } = await makeDesk(test);
    const cut = failure('ER_ERROR_DURING_COMMIT', 'SQLITE_IOERR', 'Got error 6 during COMMIT; disk I/O error');
    // Of whoever commits meanwhile, too: the service does so by itself.
    failCommits(Infinity, cut);
    const body = { subject: 'Cut off', description: 'Nobody knows', category: 'general' };
    const opened = await people.ada.client.post('/api/v1/tickets', body);
    expect(opened.status).toBe(503);
    expect(opened.headers['retry-after']).toBeDefined();
  });
});

it('reading one’s writes is refused at the start where there is no cluster, by the name of its variable', async () => {
  await expect(test.restart({ DB_READ_YOUR_WRITES: 'on' })).rejects.toMatchObject({
    problems: [expect.stringMatching(/^DB_READ_YOUR_WRITES: .*cluster/)],
  });
  await test.restart({ DB_READ_YOUR_WRITES: 'off' });
});
