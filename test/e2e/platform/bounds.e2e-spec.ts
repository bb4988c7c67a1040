import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  await desk.open(desk.people.ada);
});
afterAll(() => test.close());

const list = (length: number, each: (at: number) => unknown) => Array.from({ length }, (_, at) => each(at));

describe('a body of very many parts', () => {
  const ticket = { subject: 'S', description: 'D', category: 'general' };

  it.each([
    ['unknown keys', '/auth/login', 60_000, Object.fromEntries(list(60_000, (at) => [`k${at}`, 1]) as [string, 1][])],
    ['tags', '/tickets', 90_000, { ...ticket, tags: list(90_000, (at) => `t${at}`) }],
    ['files', '/tickets', 120_000, { ...ticket, attachment_ids: list(120_000, (at) => at + 1) }],
  ])('is refused at once: %s', async (_what, path, _count, body) => {
    const payload = JSON.stringify(body);
    const answer = await desk.people.ada.client.request('POST', path, {
      payload,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed_json']);
  });

  it('that is just allowed is answered in few words', async () => {
    const answer = await test.client.post(
      '/auth/login',
      Object.fromEntries(list(1_990, (at) => [`k${at}`, 1]) as [string, 1][]),
    );
    expect([answer.status, Object.keys(answer.body.errors).length]).toEqual([422, 50]);
  });
});

describe('a value', () => {
  it('is measured in code points, as the databases do', async () => {
    const { client } = desk.people.admin;
    expect((await client.post('/teams', { name: '❤️'.repeat(190), visibility: 'team' })).status).toBe(422);
    const ticket = { subject: 'S', description: 'D', category: 'general', tags: ['❤️'.repeat(50)] };
    expect((await client.post('/tickets', ticket)).status).toBe(422);
  });

  it('that grows when it is brought to its normal form is measured there', async () => {
    const user = { name: 'N', email: `${'ﷺ'.repeat(15)}@example.com`, role: 'customer' };
    const answer = await desk.people.admin.client.post('/users', user);
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['email']]);
  });

  it.each(['1e999', '-1e999', '9007199254740993'])(
    'that JSON reads as another number is refused: %s',
    async (number) => {
      const payload = `{"subject":"S","description":"D","category":"general","custom":{"a":[${number}]}}`;
      const headers = { 'content-type': 'application/json' };
      const answer = await desk.people.ada.client.request('POST', '/tickets', { payload, headers });
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['custom.a.0']]);
    },
  );
});

describe('a request', () => {
  it('with a parameter named like a method of every object is refused', async () => {
    const answer = await desk.people.ada.client.get('/tickets?toString=1');
    expect([answer.status, answer.body.code]).toEqual([400, 'unknown_parameter']);
  });

  it('with a body where none is taken is refused', async () => {
    const answer = await desk.people.agent.client.post('/tickets/1/reopen', { assignee_id: 1 });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['assignee_id']]);
    expect((await desk.people.agent.client.post('/tickets/1/claim', {})).status).toBe(200);
  });

  it('is answered for its caller only', async () => {
    const { headers } = await desk.people.ada.client.get('/tickets', { origin: 'https://a.example' });
    expect(String(headers['vary']).split(', ')).toEqual(expect.arrayContaining(['Authorization', 'Origin']));
  });

  it('may name several tags of which one is ours', async () => {
    const { client } = desk.people.agent;
    const etag = String((await client.get('/tickets/1')).headers['etag']);
    const change = (tag: string) => client.patch('/tickets/1', { priority: 'high' }, { 'if-match': tag });
    expect((await change('"x", W/"999"')).status).toBe(412);
    expect((await change(`"x", ${etag}`)).status).toBe(200);
  });

  it.each([
    ['that is not HTTP', 'NONSENSE\r\n\r\n', 400],
    ['with endless headers', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  ])('%s is answered in the envelope', async (_what, text, status) => {
    const answer = await said(text);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(JSON.parse(body)).toMatchObject({ success: false, code: 'invalid_parameter', data: null });
  });

  it('that is carried out is not told that it cannot be read, whatever comes behind it', async () => {
    const number = await desk.open(desk.people.ada);
    const authorization = `authorization: Bearer ${desk.people.admin.token}`;
    const answer = await said(
      `DELETE /api/v1/tickets/${number} HTTP/1.1\r\nhost: a\r\n${authorization}\r\n\r\n{"a":1}`,
    );
    expect(answer).not.toContain('HTTP/1.1 400');
    // A body that cannot be read is part of the request, which is refused as before.
    const chunked = 'content-type: application/json\r\ntransfer-encoding: chunked';
    const broken = await said(
      `POST /api/v1/tickets HTTP/1.1\r\nhost: a\r\n${authorization}\r\n${chunked}\r\n\r\nzz\r\n`,
    );
    expect(broken).toContain('HTTP/1.1 400');
  });
});

/** What comes back on a connection until its end. */
async function said(text: string): Promise<string> {
  if (!test.app.getHttpServer().listening) await test.app.listen(0, '127.0.0.1');
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  let answer = '';
  socket.on('data', (chunk: string) => (answer += chunk)).on('error', () => undefined);
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

it('the document names the headers that are honoured', async () => {
  const { paths } = (await test.app.inject({ url: '/docs/openapi.json' })).json();
  const { get, patch, delete: remove } = paths['/api/v1/tickets/{number}'];
  const names = (operation: { parameters: { name: string }[] }) => operation.parameters.map(({ name }) => name);
  expect(names(get)).toContain('If-None-Match');
  for (const each of [patch, remove]) expect(names(each)).toContain('If-Match');
  expect(get.responses['200'].headers).toHaveProperty('ETag');
  expect(get.parameters[0].schema.type).toBe('string');
  expect(paths['/api/v1/tickets'].post.responses['201'].headers).toHaveProperty('Location');
});
