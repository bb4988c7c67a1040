import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CategoriesService } from '../../../src/modules/categories/index.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { BASE, create, created, failed, list, numberIn, show, told, upload } from './wire.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test, { categories: ['Payment Issues', 'Loan Questions', 'Old Questions'] });
  await test.app.get(CategoriesService).change(desk.ctx, 3, { archived: true });
  await speak(test, desk, { quoota: {} });
});
afterAll(() => test.close());

const INVALID = failed(400, 'Invalid ticket data');

describe('creating a ticket', () => {
  it('answers 200 with five keys, in the envelope of four', async () => {
    const { status, body } = await create(desk.people.ada.client);
    expect([status, Object.keys(body), Object.keys(body.data)]).toEqual([
      200,
      ['success', 'statusCode', 'data', 'error'],
      ['ticketId', 'subject', 'status', 'priority', 'createdAt'],
    ]);
    expect(body.data.ticketId).toMatch(/^ticket_\d{3,}$/);
    expect(body.data.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it.each([{}, { priority: null }, { attachments: null }, { attachments: [] }, { priority: undefined, nonsense: 1 }])(
    'is Open and Medium with %j',
    async (fields) => {
      const { data } = (await create(desk.people.ada.client, fields)).body;
      expect([data.status, data.priority]).toEqual(['Open', 'Medium']);
    },
  );

  it.each(['Low', 'Medium', 'High', 'Critical'])('takes the priority %s', async (priority) => {
    expect((await create(desk.people.ada.client, { priority })).body.data.priority).toBe(priority);
  });

  it.each([
    ...[{ subject: undefined }, { subject: '' }, { subject: ' \n' }, { subject: 7 }, { subject: 'x'.repeat(256) }],
    ...[{ description: null }, { description: '  ' }, { description: ['text'] }, { description: 'x'.repeat(20_001) }],
    ...[{ subject: 'a\0b' }, { priority: 'high' }, { priority: 'Urgent' }, { priority: '' }, { priority: 2 }],
    ...[{ categoryId: undefined }, { categoryId: 1 }, { categoryId: 'category_1' }, { categoryId: 'category_999' }],
    ...[{ categoryId: 'payment-issues' }, { categoryId: 'category_003' }, { attachments: 'file_id_001' }],
    ...[{ attachments: ['file_id_999'] }, { attachments: [1] }, { attachments: ['1'] }],
  ])('refuses %j with one text', async (fields) => {
    const before = (await list(desk.people.ada.client, '?limit=100')).body.data.length;
    expect(told(await create(desk.people.ada.client, fields))).toEqual(INVALID);
    expect((await list(desk.people.ada.client, '?limit=100')).body.data).toHaveLength(before);
  });

  it('refuses a body that is nothing, and one that is no JSON', async () => {
    const { client } = desk.people.ada;
    for (const body of [undefined, [], {}]) {
      expect(told(await client.send('POST', `${BASE}/tickets`, { body }))).toEqual(INVALID);
    }
    const headers = { 'content-type': 'application/json' };
    expect(told(await client.send('POST', `${BASE}/tickets`, { payload: '{', headers }))).toEqual(INVALID);
  });

  it('is the same ticket in the native API', async () => {
    const id = await created(desk.people.ada.client, { priority: 'Critical', categoryId: 'category_002' });
    const native = (await desk.people.ada.client.get(`/tickets/${numberIn(id)}`)).body.data;
    expect(native).toMatchObject({ subject: 'Unable to pay', status: 'open', priority: 'urgent' });
    expect(native.category.name).toBe('Loan Questions');
  });
});

describe('files', () => {
  it('are uploaded, named once by their uploader, and never again', async () => {
    const { ada, bob } = desk.people;
    const { status, body } = await upload(ada.client);
    expect([status, Object.keys(body.data)]).toEqual([200, ['fileId', 'fileName', 'size', 'mimeType']]);
    const { fileId } = body.data;
    expect(body.data).toEqual({ fileId, fileName: 'statement.txt', size: 16, mimeType: 'text/plain' });
    expect(told(await create(bob.client, { attachments: [fileId] }))).toEqual(INVALID);
    expect(told(await create(ada.client, { attachments: [fileId, fileId] }))).toEqual(INVALID);
    const id = await created(ada.client, { attachments: [fileId] });
    expect(told(await create(ada.client, { attachments: [fileId] }))).toEqual(INVALID);
    // They show in the native API only.
    expect(Object.keys((await show(ada.client, id)).body.data)).not.toContain('attachments');
    const [first] = (await ada.client.get(`/tickets/${numberIn(id)}/messages`)).body.data;
    expect(first.attachments).toMatchObject([{ file_name: 'statement.txt' }]);
  });

  it('must be there, under the name of file', async () => {
    const { client } = desk.people.ada;
    for (const answer of [await upload(client, ''), await upload(client, 'Text', 'document')]) {
      expect(told(answer)).toEqual(failed(400, 'Invalid file'));
    }
    const none = await client.send('POST', `${BASE}/attachments`, { body: { file: 'text' } });
    expect(told(none)).toEqual(failed(415, 'Unsupported media type'));
  });

  it('are read by no other route', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=part' };
    const answer = await desk.people.ada.client.send('POST', `${BASE}/tickets`, { payload: '--part--\r\n', headers });
    expect(told(answer)).toEqual(failed(415, 'Unsupported media type'));
  });
});

describe('the list', () => {
  let mine: Desk;
  const ids: string[] = [];
  const idsOf = async (query: string) =>
    (await list(mine.people.ada.client, query)).body.data.map(({ ticketId }: any) => ticketId);

  beforeAll(async () => {
    mine = await makeDesk(test);
    await speak(test, mine, { quoota: {} });
    for (let made = 0; made < 25; made++) ids.unshift(await created(mine.people.ada.client));
    const { agent } = mine.people;
    await agent.client.patch(`/tickets/${numberIn(ids[0]!)}`, { status: 'in_progress', priority: 'urgent' });
    await agent.client.patch(`/tickets/${numberIn(ids[1]!)}`, { status: 'pending', priority: 'low' });
    await agent.client.post(`/tickets/${numberIn(ids[2]!)}/resolve`);
    await agent.client.post(`/tickets/${numberIn(ids[3]!)}/close`);
  });

  it('is newest first, by pages of 20, without paging data', async () => {
    const { body } = await list(mine.people.ada.client);
    expect(Object.keys(body)).toEqual(['success', 'statusCode', 'data', 'error']);
    expect(Object.keys(body.data[0])).toEqual([
      ...['ticketId', 'subject', 'status', 'priority', 'createdAt', 'updatedAt'],
    ]);
    expect(await idsOf('')).toEqual(ids.slice(0, 20));
    expect(await idsOf('?page=2')).toEqual(ids.slice(20));
    expect(await idsOf('?page=3&limit=10')).toEqual(ids.slice(20));
    expect(await idsOf('?limit=100')).toEqual(ids);
    expect(await idsOf('?limit=5000')).toEqual(ids);
    for (const beyond of ['?page=4&limit=10', '?page=999999999&limit=100']) expect(await idsOf(beyond)).toEqual([]);
  });

  it.each([
    '?page=0',
    '?page=-1&limit=none',
    '?page=x&limit=0',
    '?limit=1.5',
    '?page=%00',
    '?limit=3&limit=4',
    '?page[]=2',
  ])('takes %s for the first 20', async (query) => {
    expect(await idsOf(query)).toEqual(ids.slice(0, 20));
  });

  it.each([
    ['?status=In%20Progress', [0, 1]],
    ['?status=In+Progress', [0, 1]],
    ['?status=Resolved', [2]],
    ['?status=Closed', [3]],
    ['?priority=Critical', [0]],
    ['?priority=Low', [1]],
    ['?status=In%20Progress&priority=Low', [1]],
    ['?status=Open&limit=2', [4, 5]],
    ['?status=Closed&priority=Low', []],
    ['?status=&priority=&limit=2', [0, 1]],
  ])('is filtered by %s', async (query, places) => {
    expect(await idsOf(query)).toEqual(places.map((place) => ids[place]));
  });

  it.each(['?status=open', '?status=in_progress', '?status=Pending', '?priority=urgent', '?status=Nonsense'])(
    'is empty for a word there is not: %s',
    async (query) => {
      expect(told(await list(mine.people.ada.client, query))).toEqual([
        200,
        { success: true, statusCode: 200, data: [], error: null },
      ]);
    },
  );

  it.each([
    '?status=%00',
    '?status=Open&status=Closed',
    '?status[]=Open',
    '?priority=%ff',
    '?__proto__=1&status=constructor',
  ])('is not to be confused by %s', async (query) => {
    const { status, body } = await list(mine.people.ada.client, query);
    expect([status, body.success]).toEqual([200, true]);
  });

  it('does not move by an internal note', async () => {
    const before = (await list(mine.people.ada.client)).body;
    const note = { body: 'Between us', visibility: 'internal' };
    await mine.people.agent.client.post(`/tickets/${numberIn(ids[5]!)}/messages`, note);
    expect((await list(mine.people.ada.client)).body).toEqual(before);
  });
});

describe('the categories', () => {
  it('are those that new tickets may have', async () => {
    const { data } = (await desk.people.ada.client.send('GET', `${BASE}/categories`)).body;
    expect(data).toEqual([
      { categoryId: 'category_001', name: 'Payment Issues', description: '' },
      { categoryId: 'category_002', name: 'Loan Questions', description: '' },
    ]);
  });
});

describe('routes', () => {
  it('are all under the shorter path, too', async () => {
    const { ada } = desk.people;
    const { fileId } = (await upload(ada.client, 'Text', 'file', '/support')).body.data;
    const body = { subject: 'S', description: 'D', categoryId: 'category_001', attachments: [fileId] };
    const { ticketId } = (await ada.client.send('POST', '/support/tickets', { body })).body.data;
    for (const path of ['/support/tickets', `/support/tickets/${ticketId}`, '/support/categories']) {
      const answers = [await ada.client.send('GET', path), await ada.client.send('GET', `/api/v1${path}`)];
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(answers[0]!.body).toEqual(answers[1]!.body);
    }
    const said = await ada.client.send('POST', `/support/tickets/${ticketId}/messages`, { body: { message: 'M' } });
    expect(said.body.data).toMatchObject({ ticketId, messageId: 'msg_002' });
    expect((await ada.client.send('POST', `/support/tickets/${ticketId}/close`)).body.data.status).toBe('Closed');
  });

  it('that this wire has not are 404, and so are its routes by another method', async () => {
    const { client } = desk.people.ada;
    const id = await created(client);
    for (const answer of [
      await client.send('GET', `${BASE}/nothing`),
      await client.send('DELETE', `${BASE}/tickets/${id}`),
      await client.send('GET', `/support/tickets/${id}/close`),
      await client.send('PUT', `${BASE}/categories`),
    ]) {
      expect(told(answer)).toEqual(failed(404, 'Not found'));
    }
  });

  it('are documented once', async () => {
    const document = (await test.app.inject({ method: 'GET', url: '/docs/quoota/openapi.json' })).json();
    expect(Object.keys(document.paths).toSorted()).toEqual(
      [
        ...['attachments', 'categories', 'tickets', 'tickets/{ticketId}'],
        ...['tickets/{ticketId}/close', 'tickets/{ticketId}/messages'],
      ].map((path) => `${BASE}/${path}`),
    );
  });
});
