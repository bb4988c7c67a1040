import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, makeDesk } from '../../support/desk.js';
import { everyPage } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());

const countdown = (from: number, to = 1) => Array.from({ length: from - to + 1 }, (_, index) => from - index);
const seqsOf = (messages: readonly { seq: number }[]) => messages.map(({ seq }) => seq);

describe('a long thread', () => {
  let path: string;

  /** 120 messages: the description and 119 replies, of which every fourth is internal. */
  beforeAll(async () => {
    path = `/tickets/${await desk.open(desk.people.ada)}`;
    const { ada, agent } = desk.people;
    for (let seq = 2; seq <= 120; seq++) {
      const isInternal = seq % 4 === 0;
      const author = isInternal || seq % 3 === 0 ? agent : ada;
      const message = { body: `No. ${seq}`, ...(isInternal && { visibility: 'internal' }) };
      expect((await author.client.post(`${path}/messages`, message)).body.data.body).toBe(`No. ${seq}`);
    }
  });

  it.each([7, 40, 100])('is paged newest first, %i at a time, the description last', async (limit) => {
    const { ada, agent } = desk.people;
    const staffs = await everyPage(agent.client, `${path}/messages?limit=${limit}`);
    expect(seqsOf(staffs)).toEqual(countdown(120));
    expect(staffs.at(-1).body).toBe('Silence.');
    const customers = await everyPage(ada.client, `${path}/messages?limit=${limit}`);
    expect(seqsOf(customers)).toEqual(countdown(90));
    expect(customers.map(({ body }) => body)).toEqual(
      staffs.filter(({ visibility }) => visibility === 'public').map(({ body }) => body),
    );
  });

  it.each(['agent', 'ada'] as const)(
    'shows %s its newest 50 in the detail, oldest first, and where to go on',
    async (who) => {
      const { client } = desk.people[who];
      const { messages, messages_cursor: cursor, message_count: count } = (await client.get(path)).body.data;
      expect(seqsOf(messages)).toEqual(countdown(count, count - 49).reverse());
      const older = await everyPage(client, `${path}/messages?limit=30&cursor=${cursor}`);
      expect(seqsOf(older)).toEqual(countdown(count - 50));
    },
  );

  it('has no cursor when everything was shown', async () => {
    const short = `/tickets/${await desk.open(desk.people.ada)}`;
    for (let seq = 2; seq <= 50; seq++) await desk.people.ada.client.post(`${short}/messages`, { body: 'B' });
    expect((await desk.people.ada.client.get(short)).body.data).toMatchObject({
      message_count: 50,
      messages_cursor: null,
    });
    expect((await desk.people.ada.client.get(`${short}/messages?limit=50`)).body.meta.next_cursor).toBeNull();
  });

  it('gives customers cursors that tell nothing of internal notes', async () => {
    const { messages_cursor: cursor } = (await desk.people.ada.client.get(path)).body.data;
    const position = Buffer.from((cursor as string).split('.')[0]!, 'base64url').toString();
    expect(JSON.parse(position)).toEqual([41]);
  });

  it('refuses a cursor of another audience or thread', async () => {
    const { ada, agent } = desk.people;
    const cursor = (await agent.client.get(`${path}/messages?limit=5`)).body.meta.next_cursor as string;
    const other = `/tickets/${await desk.open(ada)}/messages`;
    for (const answer of [
      await ada.client.get(`${path}/messages?cursor=${cursor}`),
      await agent.client.get(`${other}?cursor=${cursor}`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_cursor']);
    }
  });
});

describe('a message', () => {
  it('is refused when it is empty, too long, internal by a customer, or with a file that is not the author’s', async () => {
    const { ada, bob } = desk.people;
    const path = `/tickets/${await desk.open(ada)}`;
    const post = async (message: object) => (await ada.client.post(`${path}/messages`, message)).status;
    const bobs = (await bob.client.upload('a.txt', 'a')).body.data.id as number;
    expect(await post({ body: ' \n ' })).toBe(422);
    expect(await post({ body: 'x'.repeat(20_001) })).toBe(422);
    expect(await post({ body: 'B', visibility: 'internal' })).toBe(403);
    expect(await post({ body: 'B', attachment_ids: [bobs] })).toBe(422);
    expect(await post({ body: 'B', visibility: 'secret' })).toBe(422);
    expect((await ada.client.get(path)).body.data).toMatchObject({ message_count: 1, version: 1 });
    expect(await post({ body: 'x'.repeat(20_000) })).toBe(201);
  });

  it('takes a pending or resolved ticket to open when a customer writes it, and only then', async () => {
    const { ada, bob, agent } = desk.people;
    for (const status of ['in_progress', 'pending', 'resolved'] as const) {
      for (const [author, body] of [
        [agent, { body: 'B' }],
        [agent, { body: 'N', visibility: 'internal' }],
        [bob, { body: 'B' }],
      ] as const) {
        const path = `/tickets/${await desk.open(ada)}`;
        await agent.client.patch(path, { status });
        await author.client.post(`${path}/messages`, body);
        const moves = author === bob && status !== 'in_progress';
        expect((await agent.client.get(path)).body.data.status).toBe(moves ? 'open' : status);
      }
    }
  });

  it('of staff that is public and first sets the time of the first response', async () => {
    const { ada, agent } = desk.people;
    const path = `/tickets/${await desk.open(ada)}`;
    const first = async () => (await ada.client.get(path)).body.data.first_response_at as string | null;
    await ada.client.post(`${path}/messages`, { body: 'B' });
    await agent.client.post(`${path}/messages`, { body: 'N', visibility: 'internal' });
    expect(await first()).toBeNull();
    const { created_at: at } = (await agent.client.post(`${path}/messages`, { body: 'B' })).body.data;
    await agent.client.post(`${path}/messages`, { body: 'B' });
    expect(await first()).toBe(at);
  });
});

describe('messages at once', () => {
  it('are all kept, twenty of them, numbered without a gap', async () => {
    const { ada, bob, agent, admin } = desk.people;
    const path = `/tickets/${await desk.open(ada)}`;
    const authors = [ada, bob, agent, admin];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        authors[index % 4]!.client.post(`${path}/messages`, { body: `M${index}` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(answers.map(({ body }) => body.data.seq as number).sort((a, b) => a - b)).toEqual(
      countdown(21, 2).reverse(),
    );
    const thread = await everyPage(agent.client, `${path}/messages?limit=6`);
    expect(seqsOf(thread)).toEqual(countdown(21));
    for (const { body } of answers) expect(thread.find(({ seq }) => seq === body.data.seq).body).toBe(body.data.body);
    expect((await agent.client.get(path)).body.data).toMatchObject({ message_count: 21, version: 21 });
  });

  it('never land in a ticket that was closed before them', async () => {
    const { ada, agent } = desk.people;
    for (let round = 0; round < 8; round++) {
      const path = `/tickets/${await desk.open(ada)}`;
      const reply = (body: string) => ada.client.post(`${path}/messages`, { body });
      const early = Array.from({ length: 4 }, (_, index) => reply(`Early ${index}`));
      const closing = agent.client.post(`${path}/close`, {});
      const late = Array.from({ length: 4 }, (_, index) => reply(`Late ${index}`));
      const answers = await Promise.all([...early, ...late]);
      expect((await closing).status).toBe(200);
      const { closed_at: closedAt, message_count: count, status } = (await agent.client.get(path)).body.data;
      const kept = answers.filter((answer) => answer.status === 201);
      expect([status, count]).toEqual(['closed', 1 + kept.length]);
      for (const { body } of kept) expect(body.data.created_at <= closedAt).toBe(true);
      for (const { body } of answers.filter((answer) => answer.status !== 201))
        expect(body.code).toBe('invalid_transition');
      const types = (await agent.client.get(`${path}/events`)).body.data.map(({ type }: { type: string }) => type);
      expect(types.at(-1)).toBe('ticket.closed');
    }
  });
});
