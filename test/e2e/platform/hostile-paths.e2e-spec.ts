import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let agent: Client;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  agent = desk.people.agent.client;
  await desk.open(desk.people.ada);
});
afterAll(() => test.close());

function expectRefusal(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body?.code]).toEqual([status, code]);
  expect(answer.body.request_id).toBe(answer.headers['x-request-id']);
}

const NOBODY = [
  ...['0', '-1', '+1', '1.5', '1e3', '0x1', '01', '2147483648', '9223372036854775808', '99999'],
  ...['TK-2026-1', 'TK-26-00001', 'tk-2026-00001', 'TK-2026-99999999999', 'null', 'NaN', 'undefined', '%00', '1%00'],
  ...['%20', '1%20', '..%2f', '..%2f..%2fetc%2fpasswd', '%F0%9F%9A%90', "1'--", '１', 'x'.repeat(150), 'x'.repeat(200)],
];

describe('a path', () => {
  it.each(NOBODY)('with %j for a ticket leads nowhere', async (id) => {
    const path = `/tickets/${id.replaceAll('１', '%EF%BC%91')}`;
    expectRefusal(await agent.get(path), 404, 'not_found');
    expectRefusal(await agent.patch(path, { priority: 'high' }), 404, 'not_found');
    expectRefusal(await agent.get(`${path}/messages`), 404, 'not_found');
    expectRefusal(await agent.post(`${path}/messages`, { body: 'B' }), 404, 'not_found');
  });

  it('names a ticket by its number or its reference', async () => {
    const { reference } = (await agent.get('/tickets/1')).body.data;
    expect((await agent.get(`/tickets/${reference}`)).body.data.number).toBe(1);
  });

  it.each(['0', '-1', '1.5', '2147483648', '%00', 'x'])('with %j for a file leads nowhere', async (id) => {
    expectRefusal(await agent.get(`/attachments/${id}`), 404, 'not_found');
    expectRefusal(await agent.get(`/attachments/${id}/content`), 404, 'not_found');
  });

  it.each(['/nowhere', '/tickets/1/nowhere', '/', '/api/v1', '/api/v2/tickets', '/api/v1/tickets//1'])(
    'that nobody has is not found: %s',
    async (path) => {
      expectRefusal(await agent.get(path), 404, 'not_found');
    },
  );
});

describe('the files of the documentation', () => {
  it.each([
    '../../../package.json',
    '%2e%2e/%2e%2e/package.json',
    'swagger-ui.css%00.js',
    'index.html',
    '..%2fpackage.json',
  ])('are none but three: %s', async (name) => {
    const answer = await test.app.inject({ url: `/docs/assets/${name}` });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found']);
  });

  it('are sent whole when an impossible part is asked for, or refused', async () => {
    const answer = await test.app.inject({ url: '/docs/assets/swagger-ui.css', headers: { range: 'bytes=99999999-' } });
    expect(answer.statusCode).toBeLessThan(500);
  });
});

describe('a method', () => {
  it.each([
    ['PUT', '/tickets', ['GET', 'POST']],
    ['DELETE', '/tickets', ['GET', 'POST']],
    ['POST', '/tickets/1', ['DELETE', 'GET', 'PATCH']],
    ['GET', '/tickets/1/claim', ['POST']],
    ['PATCH', '/linked-resources/order/1', ['DELETE', 'GET', 'PUT']],
    ['GET', '/auth/login', ['POST']],
  ] as const)('%s that %s does not know is refused with those it knows', async (method, path, allowed) => {
    const answer = await agent.request(method, path);
    expectRefusal(answer, 405, 'method_not_allowed');
    const listed = String(answer.headers['allow'])
      .split(', ')
      .filter((each) => each !== 'HEAD');
    expect(listed.sort()).toEqual(allowed);
  });
});

describe('a query', () => {
  it.each(['colour=red', 'status=open&Status=open', 'created_at=2026-01-01', 'offset=5', 'limit[]=5'])(
    'with a parameter that nobody knows is refused: %s',
    async (query) => {
      expectRefusal(await agent.get(`/tickets?${query}`), 400, 'unknown_parameter');
    },
  );

  it.each(['__proto__=1', 'constructor=1'])('that would reach a prototype is refused: %s', async (query) => {
    expect((await agent.get(`/tickets?${query}`)).status).toBe(400);
  });

  it.each([
    ...[
      'limit=0',
      'limit=101',
      'limit=-1',
      'limit=1.5',
      'limit=1e1',
      'limit=',
      'limit=ten',
      'limit=5&limit=6',
      'limit=99999999999999999999',
    ],
    ...[
      'sort=number',
      'sort=',
      'sort=created_at&sort=-created_at',
      'status=',
      'status=open,',
      'status=OPEN',
      'priority=5',
      'assignee_id=nobody',
    ],
    ...[
      'assignee_id=0',
      'requester_id=null',
      'team_id=me',
      'include_total=1',
      'include_total=',
      'tag=',
      'created_at[gte]=',
      'cursor=',
    ],
    ...[
      'created_at[gte]=yesterday',
      'created_at[gte]=2026-02-30',
      'created_at[lt]=2026-01-01T00:00',
      'updated_at[lt]=1e10',
    ],
    ...[
      'tag=a&tag=b&tag=c&tag=d&tag=e&tag=f',
      `status=${'open,'.repeat(60)}open`,
      'tag=%00',
      `cursor=${'x'.repeat(2_000)}`,
    ],
  ])('with a value that makes no sense is refused: %s', async (query) => {
    expectRefusal(await agent.get(`/tickets?${query}`), 400, 'invalid_parameter');
  });
});

describe('a path that is not text, or endless', () => {
  it.each([
    '/tickets/%ff',
    '/tickets/%',
    `/tickets/${'1'.repeat(3_000)}`,
    `/linked-resources/booking/${'%C3'.repeat(9)}`,
  ])('names nothing: %s', async (path) => {
    const answer = await agent.get(path);
    expect([answer.status, answer.body.code, answer.body.request_id]).toEqual([
      404,
      'not_found',
      answer.headers['x-request-id'],
    ]);
  });
});

describe('the request id', () => {
  it.each(['12345678', 'a-b_c.d-9', 'x'.repeat(128)])('%s is kept', async (id) => {
    const answer = await agent.get('/tickets', { 'x-request-id': id });
    expect([answer.headers['x-request-id'], answer.body.request_id]).toEqual([id, id]);
  });

  it.each(['short', 'x'.repeat(129), 'has blanks in it', '<script>alert(1)</script>', '12345678;9', 'ümläut-12345'])(
    '%s is replaced',
    async (id) => {
      const answer = await agent.get('/tickets', { 'x-request-id': id });
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.body.request_id).toBe(answer.headers['x-request-id']);
    },
  );

  it('is on refusals of every kind, too', async () => {
    const headers = { 'x-request-id': 'my-request-1' };
    const answers = await Promise.all([
      agent.as(null).get('/tickets', headers),
      agent.get('/tickets/99', headers),
      agent.get('/nowhere', headers),
      agent.request('PUT', '/tickets', { headers }),
      agent.delete('/tickets/1', headers),
      agent.post('/tickets', [], headers),
      agent.request('POST', '/tickets', { payload: '{', headers: { ...headers, 'content-type': 'application/json' } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 404, 405, 403, 422, 400]);
    for (const { body } of answers) expect(body.request_id).toBe('my-request-1');
  });
});
