import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Desk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { create, get, list, makeVerifikDesk, NEW_TICKET, numberOf, post, put, TICKETS } from './a-verifik-desk.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeVerifikDesk(test);
});
afterAll(() => test.close());

const LINK = { filename: 'a.txt', url: 'https://files.example/a.txt', size: 3, type: 'text/plain' };

describe('a new ticket', () => {
  it('has all fifteen keys in their order, nulls and empty lists included', async () => {
    const { ada } = desk.people;
    const { status, body } = await post(ada);
    expect([status, Object.keys(body)]).toEqual([200, ['success', 'data']]);
    expect(Object.entries(body.data)).toEqual([
      ['_id', expect.stringMatching(/^support_ticket_\d+$/)],
      ['title', NEW_TICKET.title],
      ['description', NEW_TICKET.description],
      ['status', 'open'],
      ['priority', 'high'],
      ['category', 'technical'],
      ['client', `client_${ada.id}`],
      ['assignedTo', null],
      [
        'threads',
        [{ author: body.data.client, message: NEW_TICKET.description, timestamp: body.data.createdAt, type: 'user' }],
      ],
      ['attachments', []],
      ['tags', []],
      ['resolution', null],
      ['createdAt', expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)],
      ['updatedAt', body.data.createdAt],
      ['resolvedAt', null],
    ]);
  });

  it('is the same ticket in the native API', async () => {
    const { ada, agent } = desk.people;
    const { _id } = await create(ada, { priority: 'medium', category: 'feature_request', tags: ['api'] });
    const native = (await agent.client.get(`/tickets/${numberOf(_id)}`)).body.data;
    expect(native).toMatchObject({
      subject: NEW_TICKET.title,
      description: NEW_TICKET.description,
      priority: 'normal',
      category: { slug: 'feature-request' },
      tags: ['api'],
      requester: { id: ada.id },
    });
  });

  it.each(['low', 'medium', 'high', 'urgent'])('keeps the priority %s', async (priority) => {
    expect((await create(desk.people.dee, { priority })).priority).toBe(priority);
  });

  it.each(['technical', 'billing', 'account', 'feature_request', 'general'])(
    'keeps the category %s',
    async (category) => {
      expect((await create(desk.people.dee, { category })).category).toBe(category);
    },
  );

  it('keeps text as it was written, and drops what nobody knows', async () => {
    const title = '  ¿Por qué 401? 🔑 ';
    const ticket = await create(desk.people.dee, { title, _id: 'support_ticket_1', status: 'closed', colour: 'red' });
    expect(ticket).toMatchObject({ title, status: 'open' });
    expect(ticket._id).not.toBe('support_ticket_1');
  });

  it('takes null lists for empty ones, and keeps a tag that is there twice once', async () => {
    expect(await create(desk.people.dee, { tags: null, attachments: null })).toMatchObject({
      tags: [],
      attachments: [],
    });
    expect((await create(desk.people.dee, { tags: ['api', ' api', 'API'] })).tags).toEqual(['api', 'API']);
  });

  it('may be opened by staff, who are agents', async () => {
    const { agent } = desk.people;
    const { client, threads } = await create(agent);
    expect([client, threads[0]]).toEqual([
      `agent_${agent.id}`,
      expect.objectContaining({ author: client, type: 'agent' }),
    ]);
  });

  it('says its category where the tenant has none of that name, until staff file it', async () => {
    const bare = await makeVerifikDesk(test, ['Parcels']);
    const { ada, agent } = bare.people;
    const { _id, category } = await create(ada, { category: 'billing' });
    expect([category, (await get(ada, _id)).body.data.category]).toEqual(['billing', 'billing']);
    expect((await put(agent, _id, { category: 'technical' })).body).toEqual({
      error: 'Invalid category',
      message: 'INVALID_CATEGORY',
    });
    await agent.client.patch(`/tickets/${numberOf(_id)}`, { category_id: bare.categoryId });
    expect((await get(ada, _id)).body.data.category).toBe('general');
    expect((await list(ada, '?category=general')).body.data).toHaveLength(1);
  });
});

describe('attachments', () => {
  it('come back as they were sent', async () => {
    const bare = { filename: 'b.bin', url: 'http://files.example/b.bin' };
    const { _id, attachments } = await create(desk.people.ada, { attachments: [LINK, { ...bare, type: '' }] });
    const shown = [LINK, { ...bare, size: null, type: 'application/octet-stream' }];
    expect(attachments).toEqual(shown);
    expect(Object.keys(attachments[0])).toEqual(['filename', 'url', 'size', 'type']);
    expect((await get(desk.people.ada, _id)).body.data.attachments).toEqual(shown);
  });

  it('may be uploads of one’s own, named by their URL', async () => {
    const { ada } = desk.people;
    const uploaded = (await ada.client.upload('log.txt', 'It failed.', 'text/plain')).body.data;
    const { attachments } = await create(ada, { attachments: [{ filename: 'log.txt', url: uploaded.url }] });
    expect(attachments).toMatchObject([{ filename: 'log.txt', size: 10, type: 'text/plain' }]);
    const { pathname, search } = new URL(attachments[0].url);
    const file = await test.client.send('GET', pathname + search);
    expect([file.status, file.bytes.toString()]).toEqual([200, 'It failed.']);
    expect((await post(ada, { attachments: [{ filename: 'log.txt', url: uploaded.url }] })).status).toBe(400);
  });

  it('may not be somebody else’s uploads', async () => {
    const { url } = (await desk.people.bob.client.upload('log.txt', 'It failed.', 'text/plain')).body.data;
    const { status, body } = await post(desk.people.ada, { attachments: [{ filename: 'log.txt', url }] });
    expect([status, body.message]).toEqual([400, 'INVALID_ATTACHMENTS']);
  });

  it.each([
    ['no list', 'a.txt'],
    ['no objects', ['a.txt']],
    ['null', [null]],
    ['a list', [[LINK]]],
    ['nothing', [{}]],
    ['no URL', [{ ...LINK, url: undefined }]],
    ['no name', [{ ...LINK, filename: ' ' }]],
    ['another scheme', [{ ...LINK, url: 'javascript:alert(1)' }]],
    ['a file of the server', [{ ...LINK, url: 'file:///etc/passwd' }]],
    ['credentials', [{ ...LINK, url: 'https://ada:secret@files.example/a' }]],
    ['a negative size', [{ ...LINK, size: -1 }]],
    ['a size that is text', [{ ...LINK, size: '3' }]],
    ['too many', Array.from({ length: 11 }, () => LINK)],
  ])('are refused: %s', async (_what, attachments) => {
    const { status, body } = await post(desk.people.ada, { attachments });
    expect([status, body]).toEqual([400, { error: 'Invalid attachments', message: 'INVALID_ATTACHMENTS' }]);
  });
});

describe('what is wrong', () => {
  const tag = 'x'.repeat(41);
  it.each([
    [{ title: undefined }, 'Title is required', 'TITLE_REQUIRED'],
    [{ title: null }, 'Title is required', 'TITLE_REQUIRED'],
    [{ title: '  ' }, 'Title is required', 'TITLE_REQUIRED'],
    [{ title: 7 }, 'Invalid title', 'INVALID_TITLE'],
    [{ title: 'x'.repeat(256) }, 'Invalid title', 'INVALID_TITLE'],
    [{ description: undefined }, 'Description is required', 'DESCRIPTION_REQUIRED'],
    [{ description: 'x'.repeat(20_001) }, 'Invalid description', 'INVALID_DESCRIPTION'],
    [{ priority: undefined }, 'Priority is required', 'PRIORITY_REQUIRED'],
    [{ priority: 'High' }, 'Invalid priority level', 'INVALID_PRIORITY'],
    [{ priority: 'normal' }, 'Invalid priority level', 'INVALID_PRIORITY'],
    [{ category: undefined }, 'Category is required', 'CATEGORY_REQUIRED'],
    [{ category: 'sales' }, 'Invalid category', 'INVALID_CATEGORY'],
    [{ tags: 'api' }, 'Invalid tags', 'INVALID_TAGS'],
    [{ tags: [7] }, 'Invalid tags', 'INVALID_TAGS'],
    [{ tags: ['a,b'] }, 'Invalid tags', 'INVALID_TAGS'],
    [{ tags: [' '] }, 'Invalid tags', 'INVALID_TAGS'],
    [{ tags: [tag] }, 'Invalid tags', 'INVALID_TAGS'],
    [{ tags: Array.from({ length: 21 }, (_, index) => `t${index}`) }, 'Invalid tags', 'INVALID_TAGS'],
  ])('is told: %j', async (fields, error, message) => {
    const answer = await post(desk.people.ada, fields);
    expect([answer.status, answer.body]).toEqual([400, { error, message }]);
    expect(Object.keys(answer.body)).toEqual(['error', 'message']);
  });

  it('is told one field at a time, in their order', async () => {
    const wrong: Record<string, unknown> = {
      attachments: 7,
      tags: 7,
      category: 'sales',
      priority: 'High',
      description: '',
      title: 'a\0b',
    };
    const told: string[] = [];
    for (const field of ['title', 'description', 'priority', 'category', 'tags', 'attachments']) {
      told.push((await post(desk.people.ada, wrong)).body.message);
      delete wrong[field];
    }
    expect(told).toEqual([
      'INVALID_TITLE',
      'DESCRIPTION_REQUIRED',
      'INVALID_PRIORITY',
      'INVALID_CATEGORY',
      'INVALID_TAGS',
      'INVALID_ATTACHMENTS',
    ]);
  });

  it.each(['[]', '"text"', '7', ''])('is a body that is no object: %s', async (payload) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await desk.people.ada.client.send('POST', TICKETS, { payload, headers });
    expect([answer.status, answer.body.message]).toEqual([400, 'TITLE_REQUIRED']);
  });
});
