import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { TicketOpening } from '../../../src/modules/tickets/index.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { create, created, failed, list, listAll, numberIn, replyAsAdmin } from './wire.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test, { categories: ['Support', 'Payouts'] });
  await speak(test, desk, { scrapizoo: {} });
});
afterAll(() => test.close());
afterEach(() => {
  jest.restoreAllMocks();
});

const TICKET_KEYS = [
  ...['_id', 'creatorId', 'creatorType', 'category', 'subject', 'description', 'priority', 'status'],
  ...['response', 'createdAt', 'updatedAt', '__v'],
];

describe('a new ticket', () => {
  it('has the documented keys, in their order, and the creator’s id', async () => {
    const { body, status } = await create(desk.people.dee.client);
    expect([status, Object.keys(body), Object.keys(body.data)]).toEqual([
      201,
      ['success', 'message', 'data'],
      TICKET_KEYS,
    ]);
    expect(body.data._id).toMatch(/^[0-9a-f]{24}$/);
    expect(body.data.creatorId).toMatch(/^[0-9a-f]{24}$/);
    expect(body.data.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(body.data.updatedAt).toBe(body.data.createdAt);
    expect(body.data._id.slice(0, 8)).toBe(Math.floor(Date.parse(body.data.createdAt) / 1_000).toString(16));
  });

  it('is low and created, whatever the request or the desk’s default says', async () => {
    await desk.people.admin.client.patch('/tenant', { default_priority: 'high' });
    const fields = { priority: 'critical', status: 'closed', creatorId: 'me', __v: 7, nonsense: { deep: true } };
    const { body } = await create(desk.people.dee.client, fields);
    await desk.people.admin.client.patch('/tenant', { default_priority: 'normal' });
    expect(body.data).toMatchObject({ priority: 'low', status: 'created', creatorType: 'customer', __v: 0 });
  });

  it.each([
    ['category', 'Category'],
    ['subject', 'Subject'],
    ['description', 'Description'],
  ])('needs its %s', async (field, name) => {
    for (const value of [undefined, null, '', ' \t\n']) {
      const { status, body } = await create(desk.people.dee.client, { [field]: value });
      expect([value, status, body]).toEqual([value, 400, failed(`${name} is required`)]);
    }
    for (const value of [7, true, ['text'], { text: 'text' }]) {
      const { status, body } = await create(desk.people.dee.client, { [field]: value });
      expect([value, status, body]).toEqual([value, 400, failed(`${name} must be text`)]);
    }
    const unstorable = await create(desk.people.dee.client, { [field]: 'a\0b' });
    expect([unstorable.status, unstorable.body]).toEqual([400, failed(`${name} has characters that cannot be kept`)]);
  });

  it.each([
    ['category', 'Category', 100],
    ['subject', 'Subject', 255],
    ['description', 'Description', 20_000],
  ])('may have a %s of so many characters', async (field, name, most) => {
    expect((await create(desk.people.dee.client, { [field]: '🚚'.repeat(most) })).status).toBe(201);
    const { status, body } = await create(desk.people.dee.client, { [field]: 'x'.repeat(most + 1) });
    expect([status, body]).toEqual([400, failed(`${name} must have at most ${most} characters`)]);
  });

  it('is told of one wrong field only, the first', async () => {
    const send = (body?: unknown) => desk.people.dee.client.send('POST', '/api/ticket/create', { body });
    for (const body of [{}, [], [{ category: 'Support' }], undefined]) {
      expect((await send(body)).body).toEqual(failed('Category is required'));
    }
    expect((await send({ category: 'Support', description: 7 })).body).toEqual(failed('Subject is required'));
    expect((await send({ category: 'Support', subject: 'S' })).body).toEqual(failed('Description is required'));
  });

  it('keeps what was written to the letter', async () => {
    const fields = { subject: '  Größe & <b>Gewicht</b> ', description: ' 41.0 kg\n\n— "really" 🚚 ' };
    expect((await create(desk.people.dee.client, fields)).body.data).toMatchObject(fields);
  });

  it.each([
    ['Support', 'Support', 'Support'],
    ['support', 'support', 'Support'],
    ['PAYOUTS', 'PAYOUTS', 'Payouts'],
    ['Broken scales', 'Broken scales', 'Other'],
  ])('of the category %s is printed as %s and filed under %s', async (category, printed, filed) => {
    const id = await created(desk.people.dee.client, { category });
    const [first] = (await list(desk.people.dee.client)).body.data;
    expect([first._id, first.category]).toEqual([id, printed]);
    const native = await desk.people.agent.client.get(`/tickets/${numberIn(id)}`);
    expect(native.body.data.category.name).toBe(filed);
  });

  it('is the same ticket in the native API', async () => {
    const id = await created(desk.people.dee.client, { subject: 'Nobody came' });
    const native = (await desk.people.dee.client.get(`/tickets/${numberIn(id)}`)).body.data;
    expect(native).toMatchObject({ subject: 'Nobody came', status: 'open', priority: 'low' });
    expect(native.requester.id).toBe(desk.people.dee.id);
  });
});

describe('what staff do to a ticket', () => {
  it('shows in the words of this wire', async () => {
    const { agent, dee } = desk.people;
    const id = await created(dee.client);
    const path = `/tickets/${numberIn(id)}`;
    const seen = async () => {
      const [mine] = (await list(dee.client)).body.data;
      const [all] = (await listAll(agent.client)).body.data;
      expect(all).toEqual(mine);
      return [mine.status, mine.priority];
    };
    expect(await seen()).toEqual(['created', 'low']);
    await agent.client.patch(path, { status: 'in_progress', priority: 'normal' });
    expect(await seen()).toEqual(['in_progress', 'medium']);
    await agent.client.patch(path, { status: 'pending', priority: 'high' });
    expect(await seen()).toEqual(['in_progress', 'high']);
    await agent.client.patch(path, { status: 'resolved', priority: 'urgent' });
    expect(await seen()).toEqual(['resolved', 'critical']);
    await agent.client.post(`${path}/close`);
    expect(await seen()).toEqual(['closed', 'critical']);
    await agent.client.post(`${path}/reopen`);
    expect(await seen()).toEqual(['created', 'critical']);
  });

  it('is shown as an admin’s when they opened it themselves', async () => {
    const number = await desk.open(desk.people.agent, { category: 'support' });
    const [ticket] = (await listAll(desk.people.admin.client)).body.data;
    expect([numberIn(ticket._id), ticket.creatorType]).toEqual([number, 'admin']);
  });

  it('takes a deleted ticket out of the lists and of reach', async () => {
    const id = await created(desk.people.dee.client);
    await desk.people.admin.client.delete(`/tickets/${numberIn(id)}`);
    for (const answer of [await list(desk.people.dee.client), await listAll(desk.people.admin.client)]) {
      expect(answer.body.data.map(({ _id }: { _id: string }) => _id)).not.toContain(id);
    }
    expect((await replyAsAdmin(desk.people.admin.client, id)).status).toBe(404);
  });
});

describe('the lists', () => {
  it('are empty, with the same text, when there is nothing', async () => {
    const fresh = await makeDesk(test);
    await speak(test, fresh, { scrapizoo: {} });
    const nothing = { success: true, message: 'Ticket fetched successfullly!', data: [] };
    const { ada, agent } = fresh.people;
    expect([(await list(ada.client)).body, (await listAll(agent.client)).body]).toEqual([nothing, nothing]);
  });

  it('have no pages and begin with the newest', async () => {
    const fresh = await makeDesk(test);
    await speak(test, fresh, { scrapizoo: {} });
    const ids: string[] = [];
    for (let made = 0; made < 30; made++) ids.unshift(await created(fresh.people.ada.client));
    for (const answer of [
      await list(fresh.people.ada.client),
      await listAll(fresh.people.agent.client),
      await fresh.people.ada.client.send('GET', '/api/ticket/get?page=2&limit=3&status=closed'),
    ]) {
      expect(answer.body.data.map(({ _id }: { _id: string }) => _id)).toEqual(ids);
    }
  });

  it('end at the newest 1,000, and the log says so', async () => {
    const big = await makeDesk(test);
    await speak(test, big, { scrapizoo: {} });
    const { ada, admin } = big.people;
    const actor = { type: 'user', id: ada.id, userId: ada.id, role: 'customer', sharedTeamId: null } as const;
    const opening = test.app.get(TicketOpening);
    const input = { subject: 'One of many', description: 'Text.', category: { id: big.categoryId } };
    await test.app.get(Database).transaction({ ...big.ctx, actor }, async (tx) => {
      for (let made = 0; made < 1_000; made++) await opening.open(tx, input);
    });
    const warned = jest.spyOn(Logger.prototype, 'warn');
    expect((await list(ada.client)).body.data).toHaveLength(1_000);
    expect(warned).not.toHaveBeenCalled();
    const newest = await created(ada.client);
    for (const { body } of [await list(ada.client), await listAll(admin.client)]) {
      expect(body.data).toHaveLength(1_000);
      expect([body.data[0]._id, numberIn(body.data[999]._id)]).toEqual([newest, 2]);
    }
    expect(warned.mock.calls).toEqual(Array(2).fill([`A list of ${big.code} was cut to its newest 1000 tickets`]));
  });
});

describe('routes', () => {
  it.each([
    ['/api/ticket', '/api/ticket/', '/api/ticket/get', '/api/ticket/fetch', '/api/ticket/get-tickets'],
    ['/api/ticket/admin-get', '/api/ticket/admin', '/api/ticket/admin-fetch', '/api/ticket/admin-get-tickets'],
  ])('%s … are one list', async (...paths) => {
    const { client } = paths[0].endsWith('admin-get') ? desk.people.agent : desk.people.dee;
    const answers = await Promise.all(paths.map((path) => client.send('GET', path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    for (const { body } of answers) expect(body).toEqual(answers[0]!.body);
  });

  it('create under two names', async () => {
    const body = { category: 'Support', subject: 'S', description: 'D' };
    const answer = await desk.people.dee.client.send('POST', '/api/ticket', { body });
    expect([answer.status, answer.body.message]).toEqual([201, 'Ticket created successfullly!']);
  });

  it('are documented by their first names', async () => {
    const document = (await test.app.inject({ method: 'GET', url: '/docs/scrapizoo/openapi.json' })).json();
    const operations = Object.entries(document.paths).map(([path, methods]) => [
      path,
      ...Object.keys(methods as object),
    ]);
    expect(operations.sort()).toEqual([
      ['/api/ticket/admin-create-reply', 'post'],
      ['/api/ticket/admin-get', 'get'],
      ['/api/ticket/create', 'post'],
      ['/api/ticket/create-reply', 'post'],
      ['/api/ticket/get', 'get'],
    ]);
  });

  it('for what this wire has not are none', async () => {
    const id = await created(desk.people.dee.client);
    const none = await desk.people.dee.client.send('GET', `/api/ticket/${id}`);
    expect([none.status, none.body]).toEqual([404, failed('Not found')]);
    const wrong = await desk.people.dee.client.send('GET', '/api/ticket/create');
    expect([wrong.status, wrong.headers['allow'], wrong.body]).toEqual([405, 'POST', failed('Method not allowed')]);
  });
});
