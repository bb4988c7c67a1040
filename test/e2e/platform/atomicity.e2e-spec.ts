import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { everyPage, numbersOf } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let bobsFile: number;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  bobsFile = (await desk.people.bob.client.upload('bobs.txt', 'Bob’s')).body.data.id as number;
});
afterAll(() => test.close());

/** 64 requests at once; every second one asks for bob's file, which is found out after the first rows were written. */
const sixtyFour = (request: (index: number, attachments: number[]) => Promise<Answer>) =>
  Promise.all(Array.from({ length: 64 }, (_, index) => request(index, index % 2 === 0 ? [] : [bobsFile])));

describe('64 requests at once, half of them failing late', () => {
  it('leave exactly the tickets that were acknowledged, each with its event', async () => {
    const { ada, agent } = desk.people;
    const answers = await sixtyFour((index, attachments) =>
      ada.client.post('/tickets', {
        subject: `S${index}`,
        description: 'D',
        category: 'general',
        tags: [`t${index}`],
        attachment_ids: attachments,
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map((_, index) => (index % 2 === 0 ? 201 : 422)));
    const tickets = await everyPage(agent.client, '/tickets?limit=100&sort=created_at');
    const acknowledged = answers.filter(({ status }) => status === 201).map(({ body }) => body.data);
    expect(numbersOf(tickets).sort((a, b) => a - b)).toEqual(numbersOf(acknowledged).sort((a, b) => a - b));
    for (const { number, subject } of acknowledged) {
      const { data } = (await agent.client.get(`/tickets/${number}/events`)).body;
      expect(data).toMatchObject([{ type: 'ticket.created', data: { subject } }]);
      expect((await agent.client.get(`/tickets?tag=t${subject.slice(1)}`)).body.data).toHaveLength(1);
    }
    expect((await agent.client.get('/tickets?tag=t1,t3,t5,t63')).body.data).toEqual([]);
  });

  it('leave exactly the messages that were acknowledged, on one ticket', async () => {
    const { ada, agent } = desk.people;
    const path = `/tickets/${await desk.open(ada)}`;
    const answers = await sixtyFour((index, attachments) =>
      ada.client.post(`${path}/messages`, { body: `M${index}`, attachment_ids: attachments }),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map((_, index) => (index % 2 === 0 ? 201 : 422)));
    const thread = await everyPage(agent.client, `${path}/messages?limit=10`);
    const kept = answers.filter(({ status }) => status === 201).map(({ body }) => [body.data.seq, body.data.body]);
    expect(thread.slice(0, -1).map(({ seq, body }) => [seq, body])).toEqual(kept.sort((a, b) => b[0] - a[0]));
    expect(kept.map(([seq]) => seq)).toEqual(Array.from({ length: 32 }, (_, index) => 33 - index));
    const events = (await everyPage(agent.client, `${path}/events?limit=100`)).filter(
      ({ type }) => type === 'message.created',
    );
    expect(events.map(({ data }) => [data.seq, data.body])).toEqual(kept.toReversed());
    expect((await agent.client.get(path)).body.data).toMatchObject({ message_count: 33, version: 33 });
  });

  it('give one file to one ticket only', async () => {
    const { ada, agent } = desk.people;
    const fileId = (await ada.client.upload('one.txt', 'One')).body.data.id as number;
    const before = (await everyPage(agent.client, '/tickets?limit=100')).length;
    const answers = await Promise.all(
      Array.from({ length: 16 }, () =>
        ada.client.post('/tickets', { subject: 'S', description: 'D', category: 'general', attachment_ids: [fileId] }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(15);
    expect(await everyPage(agent.client, '/tickets?limit=100')).toHaveLength(before + 1);
  });
});
