import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../src/platform/clock/clock.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let path: string;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());
beforeEach(async () => {
  path = `/tickets/${await desk.open(desk.people.ada)}`;
});

const say = (by: Person, visibility = 'public') =>
  by.client.post(`${path}/messages`, {
    body: `A word of ${by.email}`,
    ...(visibility === 'internal' && { visibility }),
  });
const unread = async (by: Person) => (await by.client.get(path)).body.data.unread_count as number;
const read = async (by: Person, seq?: number) =>
  (await by.client.post(`${path}/read`, seq === undefined ? {} : { seq })).body.data.unread_count as number;

describe('what is unread', () => {
  it('is what others said, for each person by itself', async () => {
    const { ada, bob, agent, agent2 } = desk.people;
    await say(ada);
    await say(agent);
    await say(agent, 'internal');
    expect(await Promise.all([ada, bob, agent, agent2].map(unread))).toEqual([1, 3, 2, 4]);
    expect(await read(agent)).toBe(0);
    expect(await Promise.all([ada, bob, agent, agent2].map(unread))).toEqual([1, 3, 0, 4]);
    await say(bob);
    expect(await Promise.all([ada, bob, agent, agent2].map(unread))).toEqual([2, 3, 1, 5]);
    const listed = (await bob.client.get('/tickets?limit=1')).body.data[0];
    expect(listed).toMatchObject({ unread_count: 3 });
  });

  it('ends where staff says, as staff counts, and never grows again', async () => {
    const { ada, agent } = desk.people;
    for (let index = 0; index < 4; index++) await say(ada);
    expect(await read(agent, 3)).toBe(2);
    expect(await read(agent, 2)).toBe(2);
    expect(await read(agent, 1)).toBe(2);
    expect(await read(agent, 2_147_483_647)).toBe(0);
    await say(ada);
    expect(await unread(agent)).toBe(1);
  });

  it('ends where a customer says, as customers count', async () => {
    const { ada, agent } = desk.people;
    await say(agent);
    await say(agent, 'internal');
    await say(agent);
    await say(agent, 'internal');
    await say(agent);
    expect(await unread(ada)).toBe(3);
    expect(await read(ada, 1)).toBe(3);
    expect(await read(ada, 2)).toBe(2);
    expect(await read(ada, 3)).toBe(1);
    expect(await read(ada, 2)).toBe(1);
    expect(await read(ada, 99)).toBe(0);
    await say(agent, 'internal');
    expect(await unread(ada)).toBe(0);
  });

  it('takes parallel marks, the furthest one winning', async () => {
    const { ada, agent } = desk.people;
    for (let index = 0; index < 6; index++) await say(ada);
    await Promise.all([5, 2, 7, 3, 1, 6, 4].map((seq) => read(agent, seq)));
    expect(await unread(agent)).toBe(0);
  });

  it.each([{ seq: 0 }, { seq: -1 }, { seq: '2' }, { seq: 1.5 }, { seq: null }, { upto: 2 }])(
    'is not marked by %j',
    async (mark) => {
      expect((await desk.people.ada.client.post(`${path}/read`, mark)).status).toBe(422);
    },
  );

  it('marked is neither a new version nor an event', async () => {
    await say(desk.people.ada);
    await read(desk.people.agent);
    expect((await desk.people.agent.client.get(path)).body.data.version).toBe(2);
    expect((await desk.people.agent.client.get(`${path}/events`)).body.data).toHaveLength(2);
  });
});

describe('an internal note', () => {
  it('changes nothing that a customer sees: not a byte', async () => {
    const { ada, bob, agent } = desk.people;
    await say(agent);
    await desk.open(ada);
    // Times of the answers and signed links would differ by themselves.
    const clock = test.app.get(Clock);
    const real = clock.now.bind(clock);
    const moment = real();
    const view = async ({ client }: Person): Promise<string> => {
      clock.now = () => moment;
      const paths = [
        ...[path, `${path}/messages`, `${path}/messages?limit=1`, `${path}/events`, `${path}/events?limit=1`],
        ...['created_at', '-created_at', '-updated_at', '-priority'].map(
          (sort) => `/tickets?sort=${sort}&include_total=true&limit=3`,
        ),
        `/tickets?updated_at[gte]=${new Date(moment + 1).toISOString()}`,
      ];
      const answers = await Promise.all(paths.map((each) => client.get(each, { 'x-request-id': 'the-same-one' })));
      clock.now = real;
      return answers
        .map(({ status, headers, bytes }) => [status, headers['etag'], headers['link'], bytes.toString()].join(' '))
        .join('\n');
    };
    const before = [await view(ada), await view(bob)];
    const staffsBefore = await view(agent);
    clock.now = () => real() + 60_000;
    const fileId = (await agent.client.upload('secret.txt', 'Secret.')).body.data.id as number;
    const note = { body: 'Battery, I guess.', visibility: 'internal', attachment_ids: [fileId] };
    expect((await agent.client.post(`${path}/messages`, note)).status).toBe(201);
    clock.now = real;
    expect(await view(ada)).toBe(before[0]);
    expect(await view(bob)).toBe(before[1]);
    expect(await view(agent)).not.toBe(staffsBefore);
    for (const each of [`/attachments/${fileId}`, `/attachments/${fileId}/content`]) {
      expect((await ada.client.get(each)).status).toBe(404);
      expect((await desk.people.agent2.client.get(each)).status).toBe(200);
    }
    expect((await ada.client.get(path, { 'if-none-match': 'W/"2"' })).status).toBe(304);
  });
});
