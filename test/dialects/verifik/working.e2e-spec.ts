import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UsersService } from '../../../src/modules/auth/index.js';
import { clockOf } from '../../support/accounts.js';
import type { Desk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { create, get, list, makeVerifikDesk, numberOf, put, say } from './a-verifik-desk.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeVerifikDesk(test);
});
afterAll(() => test.close());

describe('the thread', () => {
  it('grows by what client and agent say, and the whole ticket is answered', async () => {
    const { ada, agent } = desk.people;
    const { _id, client, createdAt } = await create(ada);
    const file = { filename: 'trace.txt', url: 'https://files.example/trace.txt', size: 9, type: 'text/plain' };
    const first = await say(agent, _id, { message: 'Which endpoint?' });
    const second = await say(ada, _id, { message: 'This one.', attachments: [file] });
    expect([first.status, second.status, Object.keys(second.body)]).toEqual([200, 200, ['success', 'data']]);
    expect(second.body.data.threads.slice(1)).toEqual([
      { author: `agent_${agent.id}`, message: 'Which endpoint?', timestamp: expect.any(String), type: 'agent' },
      { author: client, message: 'This one.', timestamp: expect.any(String), type: 'user' },
    ]);
    expect(Object.keys(second.body.data.threads[1])).toEqual(['author', 'message', 'timestamp', 'type']);
    expect(second.body.data.attachments).toEqual([file]);
    expect(second.body.data.updatedAt >= createdAt).toBe(true);
    expect((await get(ada, _id)).body).toEqual(second.body);
  });

  it.each(['pending', 'resolved'])('of a %s ticket is opened again by its client', async (status) => {
    const { ada, agent } = desk.people;
    const { _id } = await create(ada);
    const set = (await put(agent, _id, { status, ...(status === 'resolved' && { resolution: 'Renewed.' }) })).body.data;
    expect([set.status, set.resolvedAt === null]).toEqual([status, status === 'pending']);
    const said = (await say(ada, _id, { message: 'Still fails.' })).body.data;
    expect([said.status, said.resolution, said.resolvedAt]).toEqual(['open', null, null]);
  });

  it('of a closed ticket takes nothing more, from nobody', async () => {
    const { ada, agent } = desk.people;
    const { _id } = await create(ada);
    await put(agent, _id, { status: 'closed' });
    for (const person of [ada, agent]) {
      const { status, body } = await say(person, _id, { message: 'One more thing' });
      expect([status, body]).toEqual([400, { error: 'Support ticket is closed', message: 'SUPPORT_TICKET_CLOSED' }]);
    }
    expect((await get(ada, _id)).body.data.threads).toHaveLength(1);
  });

  it('takes no empty message', async () => {
    const { _id } = await create(desk.people.ada);
    for (const message of [undefined, null, ' ']) {
      const { status, body } = await say(desk.people.ada, _id, { message });
      expect([status, body]).toEqual([400, { error: 'Message is required', message: 'MESSAGE_REQUIRED' }]);
    }
    const { body } = await say(desk.people.ada, _id, { message: 'x'.repeat(20_001) });
    expect(body).toEqual({ error: 'Invalid message', message: 'INVALID_MESSAGE' });
  });

  it('never shows internal notes, their files or their time, to agents neither', async () => {
    const { ada, agent } = desk.people;
    const { _id } = await create(ada);
    const before = (await get(ada, _id)).body;
    const seen = (await list(agent)).body;
    const { id } = (await agent.client.upload('secret.txt', 'He shouts.', 'text/plain')).body.data;
    const note = { body: 'He shouts.', visibility: 'internal', attachment_ids: [id] };
    const clock = clockOf(test);
    clock.move(5_000);
    const { status } = await agent.client.post(`/tickets/${numberOf(_id)}/messages`, note);
    clock.move(0);
    expect(status).toBe(201);
    expect((await get(ada, _id)).body).toEqual(before);
    expect((await get(agent, _id)).body).toEqual(before);
    expect((await list(agent)).body).toEqual(seen);
  });
});

describe('a client', () => {
  it('changes title, description and tags of an open ticket', async () => {
    const { ada } = desk.people;
    const { _id } = await create(ada, { tags: ['old'] });
    const { status, body } = await put(ada, _id, { title: ' Better ', description: 'More.', tags: ['new', 'new'] });
    expect([status, Object.keys(body)]).toEqual([200, ['success', 'data']]);
    expect(body.data).toMatchObject({ title: ' Better ', description: 'More.', tags: ['new'] });
    expect(body.data.threads[0].message).toBe('More.');
    expect((await put(ada, _id, { tags: null })).body.data.tags).toEqual([]);
    expect((await put(ada, _id, { nonsense: 1 })).body.data).toMatchObject({ title: ' Better ', tags: [] });
  });

  it('changes nothing that is for agents', async () => {
    const { ada } = desk.people;
    const { _id } = await create(ada);
    const forAgents = { priority: 'low', category: 'billing', status: 'closed', assignedTo: null, resolution: 'Mine.' };
    for (const [field, value] of Object.entries(forAgents)) {
      const { status, body } = await put(ada, _id, { title: 'Taken over', [field]: value });
      expect([field, status, body]).toEqual([field, 403, { error: 'Insufficient permissions', message: 'FORBIDDEN' }]);
    }
    expect((await get(ada, _id)).body.data.title).not.toBe('Taken over');
  });

  it('leaves text alone that is worked on, and tags of a closed ticket', async () => {
    const { ada, agent } = desk.people;
    const { _id } = await create(ada);
    const refused = { error: 'Support ticket is no longer open', message: 'SUPPORT_TICKET_NOT_OPEN' };
    await put(agent, _id, { status: 'in_progress' });
    for (const fields of [{ title: 'Other' }, { description: 'Other' }]) {
      const { status, body } = await put(ada, _id, fields);
      expect([status, body]).toEqual([400, refused]);
    }
    expect((await put(ada, _id, { tags: ['late'] })).status).toBe(200);
    await put(agent, _id, { status: 'closed' });
    expect((await put(ada, _id, { tags: ['later'] })).body).toEqual(refused);
  });
});

describe('an agent', () => {
  it('changes everything that is to be changed', async () => {
    const { ada, agent2 } = desk.people;
    const { _id } = await create(ada);
    const fields = { title: 'New', description: 'Newer', tags: ['x'], priority: 'urgent', category: 'billing' };
    const settled = { status: 'resolved', resolution: 'Renewed the token.', assignedTo: `agent_${agent2.id}` };
    const { status, body } = await put(desk.people.agent, _id, { ...fields, ...settled });
    expect([status, body.data]).toEqual([200, expect.objectContaining({ ...fields, ...settled })]);
    expect(body.data.resolvedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const freed = (await put(desk.people.agent, _id, { assignedTo: null, resolution: '' })).body.data;
    expect([freed.assignedTo, freed.resolution]).toEqual([null, null]);
  });

  it('sets any status from any, by way of open where there is no other', async () => {
    const { _id } = await create(desk.people.ada);
    const statuses = ['open', 'pending', 'in_progress', 'resolved', 'closed'];
    for (const from of statuses) {
      for (const to of statuses) {
        await put(desk.people.agent, _id, { status: from });
        const { body } = await put(desk.people.agent, _id, { status: to });
        expect([from, to, body.data?.status]).toEqual([from, to, to]);
      }
    }
  });

  it('assigns those whom only the identity provider knows, by its name for them', async () => {
    const identity = { issuer: 'https://id.example', role: 'agent', email: null } as const;
    const users = test.app.get(UsersService);
    const { id } = await users.add(desk.ctx, { ...identity, subject: 'sam-at-verifik', name: 'Sam' });
    const { _id } = await create(desk.people.ada);
    for (const assignedTo of ['sam-at-verifik', `agent_${id}`]) {
      const { body } = await put(desk.people.agent, _id, { assignedTo });
      expect(body.data.assignedTo).toBe('sam-at-verifik');
    }
  });

  it.each([
    [{ assignedTo: 'nobody' }, 'INVALID_ASSIGNED_TO'],
    [{ assignedTo: 'agent_999999' }, 'INVALID_ASSIGNED_TO'],
    [{ assignedTo: 'a customer' }, 'INVALID_ASSIGNED_TO'],
    [{ assignedTo: 'an address' }, 'INVALID_ASSIGNED_TO'],
    [{ assignedTo: 7 }, 'INVALID_ASSIGNED_TO'],
    [{ status: 'cancelled' }, 'INVALID_STATUS'],
    [{ status: null }, 'INVALID_STATUS'],
    [{ priority: 'normal' }, 'INVALID_PRIORITY'],
    [{ category: 'sales' }, 'INVALID_CATEGORY'],
    [{ title: '' }, 'TITLE_REQUIRED'],
    [{ resolution: 7 }, 'INVALID_RESOLUTION'],
    [{ resolution: 'Of an open ticket' }, 'INVALID_RESOLUTION'],
  ])('is told what is wrong: %j', async (fields, code) => {
    const { ada, agent } = desk.people;
    const { _id } = await create(ada);
    const people: Record<string, unknown> = { 'a customer': `agent_${ada.id}`, 'an address': agent.email };
    const { assignedTo } = fields as { assignedTo?: string };
    const wrong = assignedTo !== undefined && assignedTo in people ? { assignedTo: people[assignedTo] } : fields;
    const { status, body } = await put(agent, _id, wrong);
    expect([status, body.message]).toEqual([400, code]);
  });
});
