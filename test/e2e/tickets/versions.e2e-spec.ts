import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/client.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const WRITERS = 50;
const ROUNDS = 20;

let test: TestApp;
let desk: Desk;
let agent: Person;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  ({ agent } = desk.people);
});
afterAll(() => test.close());

const opened = async () => `/tickets/${await desk.open(desk.people.ada)}`;

describe('a version', () => {
  it('is the ETag, and grows with every change', async () => {
    const path = await opened();
    const answers: Answer[] = [
      await agent.client.get(path),
      await agent.client.patch(path, { priority: 'high' }),
      await agent.client.post(`${path}/claim`),
      await agent.client.post(`${path}/resolve`, {}),
      await agent.client.post(`${path}/reopen`),
      await agent.client.post(`${path}/close`, {}),
    ];
    expect(answers.map(({ body }) => body.data.version)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(answers.map(({ headers }) => headers['etag'])).toEqual(
      [1, 2, 3, 4, 5, 6].map((version) => `W/"${version}"`),
    );
  });

  it.each(['W/"1"', '"1"', '*', 'W/"7", W/"1"'])('that the caller has already (%s) is not sent again', async (tag) => {
    const path = await opened();
    const answer = await agent.client.get(path, { 'if-none-match': tag });
    expect([answer.status, answer.bytes.length, answer.headers['etag']]).toEqual([304, 0, 'W/"1"']);
    await agent.client.patch(path, { priority: 'high' });
    if (tag !== '*') expect((await agent.client.get(path, { 'if-none-match': tag })).status).toBe(200);
  });

  it.each(['W/"2"', '1', '"x"', ''])('that the caller does not have (%j) is sent', async (tag) => {
    expect((await agent.client.get(await opened(), { 'if-none-match': tag })).status).toBe(200);
  });
});

describe('a change that insists on a version', () => {
  it.each(['W/"1"', '"1"', '*', ' * '])('is made when it fits: %s', async (tag) => {
    expect((await agent.client.patch(await opened(), { priority: 'high' }, { 'if-match': tag })).status).toBe(200);
  });

  it.each(['W/"2"', '"0"', '1', 'W/1', '"x"', '"1', '', '"1", "2"x', '"99999999999"'])(
    'is refused when it does not: %j',
    async (tag) => {
      const path = await opened();
      const answer = await agent.client.patch(path, { priority: 'high' }, { 'if-match': tag });
      expect([answer.status, answer.body.code]).toEqual([412, 'version_mismatch']);
      const { messages: _, messages_cursor: __, ...current } = (await agent.client.get(path)).body.data;
      expect(answer.body.data).toEqual(current);
      expect(current).toMatchObject({ version: 1, priority: 'normal' });
    },
  );

  it.each(['assign', 'claim', 'resolve', 'close', 'reopen'])(
    'is refused on %s, too, with the current ticket',
    async (action) => {
      const path = await opened();
      const body = action === 'assign' ? { assignee_id: agent.id } : undefined;
      const answer = await agent.client.post(`${path}/${action}`, body, { 'if-match': 'W/"7"' });
      expect([answer.status, answer.body.data.version]).toEqual([412, 1]);
      expect((await desk.people.admin.client.delete(path, { 'if-match': 'W/"7"' })).status).toBe(412);
      expect((await agent.client.get(path)).body.data.version).toBe(1);
    },
  );

  it('by a customer goes by the version that customers see', async () => {
    const path = await opened();
    await agent.client.post(`${path}/messages`, { body: 'A note', visibility: 'internal' });
    expect((await agent.client.get(path)).headers['etag']).toBe('W/"2"');
    const { ada } = desk.people;
    expect((await ada.client.patch(path, { subject: 'A' }, { 'if-match': 'W/"2"' })).body.data.version).toBe(1);
    expect((await ada.client.patch(path, { subject: 'A' }, { 'if-match': 'W/"1"' })).body.data.version).toBe(2);
  });

  it('is never lost: 50 writers, 20 rounds, as many versions as successes', async () => {
    const path = await opened();
    let successes = 1;
    const subjects = new Set<string>();
    const writer = async (name: number) => {
      let version = 1;
      for (let round = 0; round < ROUNDS; round++) {
        const subject = `Writer ${name}, round ${round}`;
        const { status, body } = await agent.client.patch(path, { subject }, { 'if-match': `W/"${version}"` });
        if (status === 200) {
          successes++;
          subjects.add(subject);
        } else {
          expect(status).toBe(412);
        }
        version = body.data.version;
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name)));
    const { version, subject } = (await agent.client.get(path)).body.data;
    expect(version).toBe(successes);
    expect(successes).toBeGreaterThan(ROUNDS);
    expect(subjects).toContain(subject);
  });
});

describe('claiming', () => {
  it('by ten at once has one winner, whom the others learn', async () => {
    const rivals = await Promise.all(Array.from({ length: 10 }, (_, index) => desk.add(`rival${index}`, 'agent')));
    const path = await opened();
    const answers = await Promise.all(rivals.map(({ client }) => client.post(`${path}/claim`)));
    const winner = rivals[answers.findIndex(({ status }) => status === 200)]!;
    const losers = answers.filter(({ status }) => status === 409);
    expect(losers).toHaveLength(9);
    for (const { body } of losers) {
      expect(body).toMatchObject({
        code: 'conflict',
        data: { assignee: { id: winner.id, name: expect.stringMatching(/^rival/) } },
      });
    }
    expect((await agent.client.get(path)).body.data).toMatchObject({ assignee: { id: winner.id }, version: 2 });
    expect((await winner.client.post(`${path}/claim`)).body.data.version).toBe(2);
    expect((await agent.client.post(`${path}/assign`, { assignee_id: null })).body.data.assignee).toBeNull();
    expect((await agent.client.post(`${path}/claim`)).status).toBe(200);
  });
});
