import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockOf } from '../../support/accounts.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { close, created, failed, message, numberIn, show, told, upload } from './wire.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  await speak(test, desk, { quoota: {} });
});
afterAll(() => test.close());

const INVALID = failed(400, 'Invalid message');
const nativePath = (id: string) => `/tickets/${numberIn(id)}`;

describe('a ticket', () => {
  it('has the documented keys and no others, and its description as its first message', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client, { description: 'The first text' });
    const before = (await show(ada.client, id)).body.data;
    expect(Object.keys(before)).toEqual([
      ...['ticketId', 'userId', 'subject', 'description', 'status', 'priority', 'categoryId', 'assignedAgent'],
      ...['messages', 'createdAt'],
    ]);
    expect(before.assignedAgent).toBeNull();
    expect(before.messages).toEqual([
      { messageId: 'msg_001', sender: before.userId, content: 'The first text', timestamp: before.createdAt },
    ]);
    await agent.client.post(`${nativePath(id)}/claim`);
    await message(agent.client, id, { message: 'From the desk' });
    const after = (await show(ada.client, id)).body.data;
    expect(after.assignedAgent).toMatch(/^agent_\d{3,}$/);
    expect(after.userId).toMatch(/^user_\d{3,}$/);
    expect(Object.keys(after.messages[1])).toEqual(['messageId', 'sender', 'content', 'timestamp']);
    expect(after.messages[1]).toMatchObject({ messageId: 'msg_002', sender: after.assignedAgent });
    expect((await show(agent.client, id)).body.data).toEqual(after);
  });

  it('never shows an internal note, to staff neither, nor a gap where one was', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client);
    await agent.client.post(`${nativePath(id)}/messages`, { body: 'Between us', visibility: 'internal' });
    const { messageId } = (await message(agent.client, id)).body.data;
    expect(messageId).toBe('msg_002');
    for (const { client } of [ada, agent]) {
      const { messages } = (await show(client, id)).body.data;
      expect(messages.map((each: any) => each.messageId)).toEqual(['msg_001', 'msg_002']);
      expect(JSON.stringify(messages)).not.toContain('Between us');
    }
  });

  it('opened by the desk for a customer is the customer’s, in the desk’s words', async () => {
    const { ada, agent } = desk.people;
    const number = await desk.open(agent, { requester: { id: ada.id } });
    const { data } = (await show(ada.client, `ticket_${String(number).padStart(3, '0')}`)).body;
    expect([data.userId.split('_')[0], data.messages[0].sender.split('_')[0]]).toEqual(['user', 'agent']);
  });
});

describe('a message', () => {
  it('answers 200 with four keys: what was `message` is `content`', async () => {
    const { ada } = desk.people;
    const id = await created(ada.client);
    const { status, body } = await message(ada.client, id, { message: ' Kept as it is. ', attachments: null });
    expect([status, Object.keys(body.data)]).toEqual([200, ['messageId', 'ticketId', 'content', 'timestamp']]);
    expect(body.data).toMatchObject({ messageId: 'msg_002', ticketId: id, content: ' Kept as it is. ' });
    const native = (await desk.people.agent.client.get(`${nativePath(id)}/messages`)).body.data;
    expect(native[0].body).toBe(' Kept as it is. ');
  });

  it.each([
    ...[{ message: undefined }, { message: null }, { message: '' }, { message: ' \n' }, { message: 7 }],
    ...[{ message: 'x'.repeat(20_001) }, { message: 'a\0b' }, { attachments: ['file_id_999'] }, { attachments: {} }],
  ])('refuses %j with one text', async (fields) => {
    const id = await created(desk.people.ada.client);
    expect(told(await message(desk.people.ada.client, id, fields))).toEqual(INVALID);
    expect((await show(desk.people.ada.client, id)).body.data.messages).toHaveLength(1);
  });

  it('has files that are its sender’s and have no message yet', async () => {
    const { ada, bob } = desk.people;
    const id = await created(ada.client);
    const theirs = (await upload(bob.client)).body.data.fileId;
    const own = (await upload(ada.client)).body.data.fileId;
    expect(told(await message(ada.client, id, { attachments: [theirs] }))).toEqual(INVALID);
    expect((await message(ada.client, id, { attachments: [own] })).status).toBe(200);
    expect(told(await message(ada.client, id, { attachments: [own] }))).toEqual(INVALID);
  });

  it('on a resolved ticket opens it again, when it is the customer’s', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client);
    await agent.client.post(`${nativePath(id)}/resolve`);
    await message(agent.client, id);
    expect((await show(ada.client, id)).body.data.status).toBe('Resolved');
    await message(ada.client, id);
    expect((await show(ada.client, id)).body.data.status).toBe('Open');
  });

  it('on a closed ticket is refused, whoever sends it', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client);
    await close(ada.client, id);
    for (const { client } of [ada, agent]) {
      expect(told(await message(client, id))).toEqual(failed(400, 'Ticket is closed'));
    }
  });
});

describe('closing', () => {
  it.each([undefined, {}, { resolution: null }, { resolution: '' }, { nonsense: 1 }, []])(
    'works with the body %j, and leaves no resolution',
    async (body) => {
      const { ada } = desk.people;
      const id = await created(ada.client);
      const answer = await close(ada.client, id, body);
      expect([answer.status, Object.keys(answer.body.data)]).toEqual([200, ['ticketId', 'status', 'closedAt']]);
      expect(answer.body.data).toMatchObject({ ticketId: id, status: 'Closed' });
      expect(answer.body.data.closedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect((await ada.client.get(nativePath(id))).body.data).toMatchObject({ status: 'closed', resolution: null });
    },
  );

  it('works with an empty body that says it is JSON', async () => {
    const { ada } = desk.people;
    const id = await created(ada.client);
    const answer = await ada.client.send('POST', `/api/v1/support/tickets/${id}/close`, {
      payload: '',
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, answer.body.data.status]).toEqual([200, 'Closed']);
  });

  it('twice changes nothing more', async () => {
    const { ada } = desk.people;
    const id = await created(ada.client);
    const first = await close(ada.client, id, { resolution: 'Another card' });
    clockOf(test).move(60_000);
    const second = await close(ada.client, id, { resolution: 'Something else' });
    clockOf(test).move(0);
    expect([second.status, second.body]).toEqual([200, first.body]);
    expect((await ada.client.get(nativePath(id))).body.data.resolution).toBe('Another card');
  });

  it('keeps how the desk resolved it, unless the customer says otherwise', async () => {
    const { ada, agent } = desk.people;
    const id = await created(ada.client);
    await agent.client.post(`${nativePath(id)}/resolve`, { resolution: 'New card' });
    await close(ada.client, id);
    expect((await ada.client.get(nativePath(id))).body.data.resolution).toBe('New card');
  });

  it.each([{ resolution: 7 }, { resolution: 'x'.repeat(5_001) }])('refuses %j', async (body) => {
    const id = await created(desk.people.ada.client);
    expect(told(await close(desk.people.ada.client, id, body))).toEqual(failed(400, 'Invalid request'));
  });

  it('while messages come leaves none that was refused, and refuses all later ones', async () => {
    const { ada } = desk.people;
    const id = await created(ada.client);
    const [closed, ...said] = await Promise.all([
      close(ada.client, id),
      ...Array.from({ length: 10 }, (_, n) => message(ada.client, id, { message: `No. ${n}` })),
    ]);
    expect(closed.status).toBe(200);
    const taken = said.filter(({ status }) => status === 200).map(({ body }) => body.data.content);
    for (const answer of said) if (answer.status !== 200) expect(told(answer)).toEqual(failed(400, 'Ticket is closed'));
    const { messages, status } = (await show(ada.client, id)).body.data;
    expect(status).toBe('Closed');
    expect(
      messages
        .slice(1)
        .map((each: any) => each.content)
        .toSorted(),
    ).toEqual(taken.toSorted());
  });
});
