import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, makeDesk } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { created, failed, list, listAll, numberIn, reply, replyAsAdmin } from './wire.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  await speak(test, desk, { scrapizoo: {} });
});
afterAll(() => test.close());

describe('a reply', () => {
  it('gives the whole ticket with all replies, whoever asks', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client);
    const first = (await reply(ada.client, id, 'It happened again.')).body.data;
    const answer = await replyAsAdmin(agent.client, id, 'We know why.');
    const { data, ...envelope } = answer.body;
    expect([answer.status, envelope]).toEqual([200, { success: true, message: 'Response added successfully!' }]);
    expect(data).toMatchObject({ _id: id, status: 'created', priority: 'low', __v: 2, createdAt: first.createdAt });
    expect(data.updatedAt).toBe(data.response[1].createdAt);
    expect(data.response[0]).toEqual(first.response[0]);
    expect(Object.keys(data.response[1])).toEqual([
      ...['_id', 'creatorId', 'creatorType', 'description', 'createdAt', 'updatedAt'],
    ]);
    expect(data.response.map((each: any) => [each.creatorType, each.description])).toEqual([
      ['customer', 'It happened again.'],
      ['admin', 'We know why.'],
    ]);
    expect(data.response[0].creatorId).toBe(data.creatorId);
    expect(data.response[1].updatedAt).toBe(data.response[1].createdAt);
    expect((await list(ada.client)).body.data[0]).toEqual(data);
    expect((await listAll(agent.client)).body.data[0]).toEqual(data);
  });

  it('has an id that nothing else of the tenant has', async () => {
    const { ada, agent } = desk.people;
    const ids = await Promise.all([created(ada.client), created(ada.client)]);
    for (const id of ids) for (let made = 0; made < 3; made++) await replyAsAdmin(agent.client, id);
    const tickets = (await listAll(agent.client)).body.data;
    const all = tickets.flatMap(({ _id, response }: any) => [_id, ...response.map((each: any) => each._id)]);
    const people = new Set(
      tickets.flatMap(({ creatorId, response }: any) => [creatorId, ...response.map((each: any) => each.creatorId)]),
    );
    for (const id of [...all, ...people]) expect(id).toMatch(/^[0-9a-f]{24}$/);
    expect(new Set([...all, ...people]).size).toBe(all.length + people.size);
  });

  it('is counted when many come at once, and every answer is of one moment', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        n % 2 === 0 ? reply(ada.client, id, `No. ${n}`) : replyAsAdmin(agent.client, id, `No. ${n}`),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const [final] = (await list(ada.client)).body.data;
    expect([final.__v, final.response.length]).toEqual([20, 20]);
    for (const [n, { body }] of answers.entries()) {
      const { __v, response, updatedAt } = body.data;
      expect(response).toHaveLength(__v);
      expect(response).toEqual(final.response.slice(0, __v));
      expect(updatedAt).toBe(response.at(-1).createdAt);
      expect(response.map((each: any) => each.description)).toContain(`No. ${n}`);
    }
  });

  it('needs a description', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client);
    for (const send of [() => reply(ada.client, id, null), () => replyAsAdmin(agent.client, id, '  ')]) {
      const { status, body } = await send();
      expect([status, body]).toEqual([400, failed('Description is required')]);
    }
    expect((await reply(ada.client, id, 7)).body).toEqual(failed('Description must be text'));
    const long = await reply(ada.client, id, 'x'.repeat(20_001));
    expect([long.status, long.body]).toEqual([400, failed('Description must have at most 20000 characters')]);
    expect((await list(ada.client)).body.data[0].__v).toBe(0);
  });

  it('to a closed ticket is refused, whoever sends it', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client);
    await agent.client.post(`/tickets/${numberIn(id)}/close`);
    for (const { status, body } of [await reply(ada.client, id), await replyAsAdmin(agent.client, id)]) {
      expect([status, body]).toEqual([400, failed('Ticket is closed')]);
    }
  });

  it('of a customer opens a resolved ticket again, of staff does not', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client);
    await agent.client.post(`/tickets/${numberIn(id)}/resolve`);
    expect((await replyAsAdmin(agent.client, id)).body.data.status).toBe('resolved');
    expect((await reply(ada.client, id)).body.data.status).toBe('created');
    await agent.client.patch(`/tickets/${numberIn(id)}`, { status: 'in_progress' });
    expect((await reply(ada.client, id)).body.data.status).toBe('in_progress');
  });

  it('is the same message in the native API, both ways', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client, { description: 'The first text' });
    await reply(ada.client, id, 'Written here');
    await agent.client.post(`/tickets/${numberIn(id)}/messages`, { body: 'Written there' });
    const { data } = (await list(ada.client)).body;
    expect(data[0].response.map((each: any) => each.description)).toEqual(['Written here', 'Written there']);
    const native = (await agent.client.get(`/tickets/${numberIn(id)}/messages`)).body.data;
    expect(native.map((each: any) => each.body)).toEqual(['Written there', 'Written here', 'The first text']);
  });
});

describe('an internal note', () => {
  it('changes nothing on this wire, not even for staff', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client);
    await replyAsAdmin(agent.client, id, 'Before');
    const [before] = (await list(ada.client)).body.data;
    const note = { body: 'Strictly between us', visibility: 'internal' };
    expect((await agent.client.post(`/tickets/${numberIn(id)}/messages`, note)).status).toBe(201);
    expect((await list(ada.client)).body.data[0]).toEqual(before);
    expect((await listAll(agent.client)).body.data[0]).toEqual(before);
    const after = (await replyAsAdmin(agent.client, id, 'After')).body.data;
    expect([after.__v, JSON.stringify(after).includes('between us')]).toEqual([2, false]);
    // No gap tells that something stood between the two.
    const places = after.response.map(({ _id }: any) => numberIn(_id));
    expect(places[1] - places[0]).toBe(1);
  });
});
