import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createApp } from '../../../src/create-app.js';
import { UsersService } from '../../../src/modules/auth/index.js';
import { TicketOpening } from '../../../src/modules/tickets/index.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { blobsOf } from '../../support/blobs.js';
import { type Answer, Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { everyPage } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());

const ticket = (fields: object = {}) => ({ subject: 'S', description: 'D', category: 'general', ...fields });
const withKey = (key: string) => ({ 'idempotency-key': key });
const shown = ({ status, body }: Answer) => [status, body];
const isReplay = ({ headers }: Answer) => headers['idempotent-replayed'] === 'true';
const codeOf = ({ status, body }: Answer) => [status, body.code];

describe('a replay', () => {
  it('shows no ticket that the caller may not see any more', async () => {
    const { ada, bob, admin } = desk.people;
    const number = await desk.open(ada);
    const headers = withKey(randomUUID());
    const post = () => bob.client.post(`/tickets/${number}/read`, {}, headers);
    expect((await post()).status).toBe(200);
    expect(isReplay(await post())).toBe(true);
    await admin.client.put(`/teams/${desk.teams.other}/members/${bob.id}`);
    const after = await post();
    expect([...codeOf(after), isReplay(after)]).toEqual([404, 'not_found', false]);
    await admin.client.put(`/teams/${desk.teams.shared}/members/${bob.id}`);
    expect(isReplay(await post())).toBe(true);
    await admin.client.delete(`/tickets/${number}`);
    expect(codeOf(await post())).toEqual([404, 'not_found']);
  });

  it('shows nothing that was for staff to who is none any more', async () => {
    const former = await desk.add(`former-${randomUUID().slice(0, 8)}`, 'agent', null);
    const headers = withKey(randomUUID());
    const post = () => former.client.post('/tickets', ticket({ requester: { id: former.id } }), headers);
    const first = await post();
    expect(first.status).toBe(201);
    await test.app.get(UsersService).change(desk.ctx, former.id, { role: 'customer' });
    expect(codeOf(await post())).toEqual([404, 'not_found']);
    expect((await former.client.get(`/tickets/${first.body.data.number}`)).status).toBe(200);
  });

  it('is for who is let in', async () => {
    const leaver = await desk.add(`leaver-${randomUUID().slice(0, 8)}`, 'customer');
    const headers = withKey(randomUUID());
    expect((await leaver.client.post('/tickets', ticket(), headers)).status).toBe(201);
    await desk.people.admin.client.patch(`/users/${leaver.id}`, { status: 'inactive' });
    expect((await leaver.client.post('/tickets', ticket(), headers)).status).toBe(401);
  });

  it('shows the secret that was shown once, which is kept sealed', async () => {
    const { client } = desk.people.admin;
    const headers = withKey(randomUUID());
    const body = { name: 'Sync', scopes: [] };
    const first = await client.post('/api-keys', body, headers);
    const again = await client.post('/api-keys', body, headers);
    expect(again.body.data.key).toBe(first.body.data.key);
    const rows = await test.app
      .get(Database)
      .read({ requestId: 'test' }, (manager) => manager.query('SELECT * FROM kept_answers'));
    expect(JSON.stringify(rows)).not.toContain(first.body.data.key);
  });
});

describe('an upload sent again with its key', () => {
  /** Sends one file, with text beside it. */
  const upload = (key: string, { bytes = 'One', name = 'a.txt', url = '/attachments' } = {}) => {
    const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
    const headers = { ...withKey(key), 'content-type': 'multipart/form-data; boundary=b' };
    return desk.people.ada.client.request('POST', url, { payload: `${head}${bytes}\r\n--b--\r\n`, headers });
  };

  it('is one file with one answer', async () => {
    const key = randomUUID();
    const before = blobsOf(test).length;
    const first = await upload(key);
    const again = await upload(key);
    expect([first.status, isReplay(first), isReplay(again)]).toEqual([201, false, true]);
    expect(shown(again)).toEqual(shown(first));
    expect(blobsOf(test)).toHaveLength(before + 1);
  });

  it('many times at once is one file', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => upload(key)));
    const done = answers.filter(({ status }) => status === 201);
    expect(new Set(done.map(({ body }) => body.data.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
  });

  it('must be the same file under the same name', async () => {
    const key = randomUUID();
    await upload(key);
    const before = blobsOf(test).length;
    expect(codeOf(await upload(key, { bytes: 'Two' }))).toEqual([422, 'idempotency_key_reused']);
    expect(codeOf(await upload(key, { name: 'b.txt' }))).toEqual([422, 'idempotency_key_reused']);
    expect(blobsOf(test)).toHaveLength(before);
  });

  it('may follow one that was refused', async () => {
    const key = randomUUID();
    expect((await upload(key, { bytes: '' })).status).toBe(422);
    expect((await upload(key)).status).toBe(201);
  });
});

describe('on the wire of a dialect', () => {
  const path = '/api/v1/support/tickets';
  const body = { subject: 'S', description: 'D', categoryId: 'category_001', priority: 'High' };

  it('a retry has one effect, and is refused in the dialect’s words', async () => {
    await speak(test, desk, { quoota: {} });
    const { client } = desk.people.cy;
    const headers = withKey(randomUUID());
    const post = (fields = {}) => client.send('POST', path, { body: { ...body, ...fields }, headers });
    const isInProgress = ({ status, body }: Answer) => status === 409 && body.error.message === 'Request in progress';
    const answers = await Promise.all([post(), post(), post()]);
    // Which of them is done is for whoever of them is first to be let in, not to be sent.
    const [first, ...others] = answers.filter((answer) => !isInProgress(answer) && !isReplay(answer));
    expect([first?.status, others]).toEqual([200, []]);
    const again = await post();
    expect([isReplay(again), shown(again)]).toEqual([true, shown(first!)]);
    const reused = await post({ subject: 'T' });
    expect([reused.status, reused.body.error.message]).toEqual([422, 'Idempotency key reused']);
    expect(await everyPage(client, '/tickets')).toHaveLength(1);
  });
});

it('is known after a restart', async () => {
  const { client, token } = desk.people.bob;
  const headers = withKey(randomUUID());
  const first = await client.post('/tickets', ticket(), headers);
  await test.restart();
  const again = await test.client.as(token).post('/tickets', ticket(), headers);
  expect([first.status, isReplay(again), shown(again)]).toEqual([201, true, shown(first)]);
});

it('sent to two processes at once has one effect', async () => {
  const beside = await createApp();
  await beside.init();
  try {
    const { token } = desk.people.dee;
    const clients = [test.client.as(token), new Client(beside, token)];
    for (let round = 0; round < 10; round++) {
      const headers = withKey(randomUUID());
      const send = () => Promise.all(clients.map((client) => client.post('/tickets', ticket(), headers)));
      const answers = [...(await send()), ...(await send())];
      expect(new Set(answers.map((answer) => JSON.stringify(shown(answer)))).size).toBe(1);
      expect(answers[0]?.status).toBe(201);
    }
    expect(await everyPage(clients[0]!, '/tickets?limit=100')).toHaveLength(10);
    // Overtaken by its twin, a request finds its file taken. That is no failure of it.
    const file = (await clients[0]!.upload('note.txt', 'A note.')).body.data.id as number;
    const opening = test.app.get(TicketOpening);
    const open = opening.open.bind(opening);
    const [headers, body] = [withKey(randomUUID()), ticket({ attachment_ids: [file] })];
    let twin: Answer | undefined;
    jest.spyOn(opening, 'open').mockImplementationOnce(async (ctx, input) => {
      twin = await clients[1]!.post('/tickets', body, headers);
      return open(ctx, input);
    });
    const overtaken = await clients[0]!.post('/tickets', body, headers);
    expect([twin?.status, isReplay(overtaken), shown(overtaken)]).toEqual([201, true, shown(twin!)]);
  } finally {
    await beside.close();
  }
});
