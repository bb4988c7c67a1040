import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer, Client, Method } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let before: unknown;

/** The writing operations under attack, with a body each would accept. */
const TARGETS: readonly (readonly [name: string, method: Method, path: string, good: Record<string, unknown>])[] = [
  ['POST /tickets', 'POST', '/tickets', { subject: 'S', description: 'D', category: 'general' }],
  ['POST /tickets/1/messages', 'POST', '/tickets/1/messages', { body: 'B' }],
  ['PATCH /tickets/1', 'PATCH', '/tickets/1', { priority: 'low' }],
  ['PUT /linked-resources/order/1', 'PUT', '/linked-resources/order/1', { reference: 'R' }],
  ['POST /auth/login', 'POST', '/auth/login', { tenant: 'nobody', email: 'a@b.example', password: 'x' }],
];

const admin = (): Client => desk.people.admin.client;
const send = (method: Method, path: string, payload: string | Buffer, type = 'application/json'): Promise<Answer> =>
  admin().request(method, path, { payload, headers: { 'content-type': type } });

/** Everything these requests could have changed. */
async function everything(): Promise<unknown> {
  const paths = ['/tickets?limit=100', '/tickets/1/messages', '/tickets/1/events', '/categories', '/users?limit=100'];
  const answers = await Promise.all(paths.map((path) => admin().get(path)));
  const resource = await admin().get('/linked-resources/order/1');
  return [...answers.map(({ body }) => body.data), resource.status];
}

function expectRefusal(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body?.code]).toEqual([status, code]);
  expect(answer.body).toMatchObject({ success: false, data: null });
  expect(answer.body.request_id).toBe(answer.headers['x-request-id']);
  expect(answer.body.message).not.toMatch(/node_modules|SELECT|\bat \S+ \(/);
}

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  await desk.open(desk.people.ada);
  before = await everything();
});
afterAll(() => test.close());

describe.each(TARGETS)('%s', (_name, method, path, good) => {
  const nested = (open: string, close: string) => open.repeat(10_000) + close.repeat(10_000);
  const fields = JSON.stringify(good).slice(1, -1);

  beforeEach(async () => expect(await everything()).toEqual(before));
  afterAll(async () => expect(await everything()).toEqual(before));

  it.each([
    ['broken JSON', '{"subject":'],
    ['a comma too many', '{"a":1,}'],
    ['two documents', '{}{}'],
    ['a key twice', `{${fields},${fields}}`],
    ['a key twice, once escaped', '{"body":"a","\\u0062ody":"b"}'],
    ['10 000 arrays in each other', nested('[', ']')],
    ['10 000 objects in each other', nested('{"a":', '}').replace(':}', ':1}')],
    ['an endless string of quotes', `{"subject":"${'\\"'.repeat(200_000)}`],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['UTF-16', Buffer.from(JSON.stringify(good), 'utf16le')],
  ])('refuses %s as malformed', async (_what, payload) => {
    expectRefusal(await send(method, path, payload), 400, 'malformed_json');
  });

  it.each(['[]', '[{}]', '"text"', '7', 'true'])('refuses %s as a body', async (payload) => {
    expectRefusal(await send(method, path, payload), 422, 'validation_failed');
  });

  it('refuses fields that it does not know, all at once', async () => {
    const answer = await admin().request(method, path, { body: { ...good, tenant_id: 1, isAdmin: true } });
    expectRefusal(answer, 422, 'validation_failed');
    expect(Object.keys(answer.body.errors).sort()).toEqual(['isAdmin', 'tenant_id']);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '\\u005f_proto__'])(
    'refuses the key %s',
    async (key) => {
      expectRefusal(await send(method, path, `{${fields},"${key}":{"admin":true}}`), 422, 'validation_failed');
      expectRefusal(await send(method, path, `{${fields},"custom":{"x":{"${key}":1}}}`), 422, 'validation_failed');
    },
  );

  it('refuses values of every wrong type for every field', async () => {
    const wrong = [null, 0, -1, 1.5, 1e308, true, [], [[]], [null], {}, { length: 1 }, { then: 1 }, [{}]];
    for (const field of Object.keys(good)) {
      for (const value of wrong) {
        if (field === 'reference' && value === null) continue;
        const answer = await admin().request(method, path, { body: { ...good, [field]: value } });
        expectRefusal(answer, 422, 'validation_failed');
        expect(Object.keys(answer.body.errors)).toEqual([field]);
      }
    }
  }, 20_000);

  it.each([
    ['NUL', 'a\\u0000b'],
    ['half a character', 'a\\ud83d'],
    ['the other half', '\\ude00a'],
  ])('refuses text with %s', async (_what, text) => {
    const field = Object.keys(good).at(-1)!;
    const payload = `{${JSON.stringify({ ...good, [field]: '?' })
      .slice(1, -1)
      .replace('"?"', `"${text}"`)}}`;
    expectRefusal(await send(method, path, payload), 422, 'validation_failed');
  });

  it('refuses ten megabytes', async () => {
    expectRefusal(await send(method, path, Buffer.alloc(10_485_760, 0x20)), 413, 'payload_too_large');
  });

  it.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'x',
    'application/json5',
  ])('refuses the content type %s', async (type) => {
    expectRefusal(await send(method, path, JSON.stringify(good), type), 415, 'unsupported_media_type');
  });

  it('refuses a form, and a body that does not say what it is', async () => {
    const form = '--b\r\ncontent-disposition: form-data; name="subject"\r\n\r\nx\r\n--b--\r\n';
    expectRefusal(await send(method, path, form, 'multipart/form-data; boundary=b'), 415, 'unsupported_media_type');
    const untyped = await admin().request(method, path, { payload: Buffer.from(JSON.stringify(good)) });
    expect([415, 422]).toContain(untyped.status);
  });
});
