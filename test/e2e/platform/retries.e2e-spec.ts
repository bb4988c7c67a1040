import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SessionsService, UsersService } from '../../../src/modules/auth/index.js';
import { EventLog } from '../../../src/platform/events/event-log.js';
import { DAY } from '../../../src/platform/clock/clock.js';
import { Database, StaleRead } from '../../../src/platform/database/database.service.js';
import { AnswerSweep } from '../../../src/platform/idempotency/answer-sweep.js';
import { clockOf, addAccount } from '../../support/accounts.js';
import type { Answer, Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { everyPage } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterEach(() => {
  jest.restoreAllMocks();
  clockOf(test).move(0);
});
afterAll(() => test.close());

const ticket = (fields: object = {}) => ({ subject: 'S', description: 'D', category: 'general', ...fields });
const withKey = (key: string) => ({ 'idempotency-key': key });
const shown = ({ status, body, headers }: Answer) => [status, body, headers['location'], headers['etag']];
const isReplay = ({ headers }: Answer) => headers['idempotent-replayed'] === 'true';
const codeOf = ({ status, body }: Answer) => [status, body.code];
const count = async () => (await everyPage(desk.people.agent.client, '/tickets?limit=100')).length;
async function keptAnswers(): Promise<number> {
  const rows = await test.app
    .get(Database)
    .read({ requestId: 'test' }, (manager) => manager.query<object[]>('SELECT scope FROM kept_answers'));
  return rows.length;
}

describe('a request sent again with its key', () => {
  it('happens once and is answered alike, whatever the order and spelling of its body', async () => {
    const { client } = desk.people.ada;
    const key = randomUUID();
    const before = await count();
    const first = await client.post('/tickets', ticket({ tags: ['a'] }), withKey(key));
    const payload = ` {"tags" : ["a"], "category":"gen\\u0065ral", "description":"D", "subject":"S"}`;
    const headers = { ...withKey(key), 'content-type': 'application/json' };
    const again = await client.request('POST', '/tickets', { payload, headers });
    expect(first.status).toBe(201);
    expect([isReplay(first), isReplay(again)]).toEqual([false, true]);
    expect(shown(again)).toEqual(shown(first));
    expect(first.headers['location']).toBe(`/api/v1/tickets/${first.body.data.number}`);
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect(await count()).toBe(before + 1);
  });

  it('fifty times at once has one effect', async () => {
    const { client } = desk.people.ada;
    const before = await count();
    const headers = withKey(randomUUID());
    const answers = await Promise.all(Array.from({ length: 50 }, () => client.post('/tickets', ticket(), headers)));
    const late = await client.post('/tickets', ticket(), headers);
    const done = answers.filter(({ status }) => status === 201);
    expect(done.filter((answer) => !isReplay(answer))).toHaveLength(1);
    for (const answer of [...done, late]) expect(shown(answer)).toEqual(shown(done[0]!));
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(codeOf(answer)).toEqual([409, 'idempotency_in_progress']);
      expect(answer.headers['retry-after']).toBe('1');
    }
    expect(await count()).toBe(before + 1);
  });

  it('is told a password change was done, whose old password fits no more', async () => {
    const account = await addAccount(test, desk, `changes-${randomUUID().slice(0, 8)}`);
    const { body } = await test.client.post('/auth/login', credentials(account));
    const client = test.client.as(body.data.access_token);
    const change = { current_password: account.password, new_password: 'another long password' };
    const headers = withKey(randomUUID());
    const answers = [
      await client.post('/auth/password', change, headers),
      await client.post('/auth/password', change, headers),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await client.post('/auth/password', change)).status).toBe(401);
  });

  it('is refused when it asks for something else', async () => {
    const { client } = desk.people.ada;
    const headers = withKey(randomUUID());
    await client.post('/tickets', ticket(), headers);
    const before = await count();
    expect(codeOf(await client.post('/tickets', ticket({ subject: 'T' }), headers))).toEqual([
      422,
      'idempotency_key_reused',
    ]);
    expect(await count()).toBe(before);
  });

  it('is forgotten after a day, swept or not', async () => {
    const { client } = desk.people.ada;
    const headers = withKey(randomUUID());
    const first = await client.post('/tickets', ticket(), headers);
    clockOf(test).move(DAY + 1_000);
    const { accessToken } = await signedInLater();
    const later = await test.client.as(accessToken).post('/tickets', ticket(), headers);
    expect([later.status, isReplay(later)]).toEqual([201, false]);
    expect(later.body.data.number).not.toBe(first.body.data.number);
    const kept = await keptAnswers();
    const { answers } = await test.app.get(AnswerSweep).sweep();
    expect(answers).toBe(kept - 1);
    expect(isReplay(await test.client.as(accessToken).post('/tickets', ticket(), headers))).toBe(true);
  });
});

describe('a key', () => {
  it('is one actor’s, for one route and one thing', async () => {
    const { ada, bob } = desk.people;
    const headers = withKey(randomUUID());
    const [one, other] = [await desk.open(ada), await desk.open(ada)];
    const answers = [
      await ada.client.post('/tickets', ticket(), headers),
      await bob.client.post('/tickets', ticket(), headers),
      await ada.client.post(`/tickets/${one}/close`, {}, headers),
      await ada.client.post(`/tickets/${other}/close`, {}, headers),
      await ada.client.post(`/tickets/${one}/reopen`, {}, headers),
      await ada.client.post(`/tickets/${one}/messages`, { body: 'M' }, headers),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 200, 200, 200, 201]);
    expect(answers.filter(isReplay)).toEqual([]);
  });

  it.each(['', 'a b', 'k'.repeat(256), 'ключ'])('like “%s” is none', async (key) => {
    const answer = await desk.people.ada.client.post('/tickets', ticket(), withKey(key));
    expect(codeOf(answer)).toEqual([400, 'invalid_parameter']);
  });

  it('means nothing where nobody in particular asks, and on other methods', async () => {
    const account = await addAccount(test, desk, `signs-in-${randomUUID().slice(0, 8)}`);
    const headers = withKey('bad key');
    expect((await test.client.post('/auth/login', credentials(account), headers)).status).toBe(200);
    const path = `/tickets/${await desk.open(desk.people.ada)}`;
    expect((await desk.people.agent.client.patch(path, { priority: 'high' }, headers)).status).toBe(200);
  });
});

describe('a request that failed', () => {
  it('may be mended and sent again with its key', async () => {
    const { client } = desk.people.ada;
    const headers = withKey(randomUUID());
    const kept = await keptAnswers();
    expect((await client.post('/tickets', ticket({ subject: '' }), headers)).status).toBe(422);
    expect((await client.post('/tickets', ticket({ attachment_ids: [999_999] }), headers)).status).toBe(422);
    expect((await client.post('/users', {}, headers)).status).toBe(403);
    expect((await test.client.post('/tickets', ticket(), headers)).status).toBe(401);
    expect(await keptAnswers()).toBe(kept);
    expect((await client.post('/tickets', ticket(), headers)).status).toBe(201);
  });

  it('leaves nothing behind when it was our fault', async () => {
    const { client } = desk.people.ada;
    const before = [await count(), await keptAnswers()];
    const headers = withKey(randomUUID());
    // The event is written last: by then the ticket is there.
    jest.spyOn(test.app.get(EventLog), 'append').mockRejectedValueOnce(new Error('a defect'));
    expect(codeOf(await client.post('/tickets', ticket(), headers))).toEqual([500, 'internal_error']);
    expect([await count(), await keptAnswers()]).toEqual(before);
    expect((await client.post('/tickets', ticket(), headers)).status).toBe(201);
  });

  it('with another version insisted on is another request', async () => {
    const { ada, agent } = desk.people;
    const path = `/tickets/${await desk.open(ada)}/close`;
    const headers = withKey(randomUUID());
    const stale = await agent.client.post(path, {}, { ...headers, 'if-match': 'W/"77"' });
    expect(codeOf(stale)).toEqual([412, 'version_mismatch']);
    expect(codeOf(await agent.client.post(path, {}, { ...headers, 'if-match': 'W/"1"' }))[0]).toBe(422);
    expect((await agent.client.post(path, {}, { ...withKey(randomUUID()), 'if-match': 'W/"1"' })).status).toBe(200);
  });

  it('as the state of things refused it is refused alike, also when it would not be now', async () => {
    const { ada, agent } = desk.people;
    const path = `/tickets/${await desk.open(ada)}`;
    await agent.client.post(`${path}/close`, {});
    const [message, stale, missing] = [withKey(randomUUID()), withKey(randomUUID()), withKey(randomUUID())];
    const send = async (client: Client) => [
      await client.post(`${path}/messages`, { body: 'M' }, message),
      await client.post(`${path}/reopen`, undefined, { ...stale, 'if-match': 'W/"77"' }),
      await client.post('/tickets/1999999999/close', {}, missing),
    ];
    const first = await send(agent.client);
    expect(first.map(codeOf)).toEqual([
      [409, 'invalid_transition'],
      [412, 'version_mismatch'],
      [404, 'not_found'],
    ]);
    await agent.client.post(`${path}/reopen`);
    const again = await send(agent.client);
    expect(again.map(shown)).toEqual(first.map(shown));
    expect(again.filter(isReplay)).toHaveLength(3);
  });

  it('after a lost race is run again whole', async () => {
    const { client } = desk.people.ada;
    const before = await count();
    const events = test.app.get(Database);
    const write = events.write.bind(events);
    let failures = 2;
    jest.spyOn(events, 'write').mockImplementation(async (ctx, statement) => {
      const result = await write(ctx, statement);
      if (failures-- > 0) throw new StaleRead();
      return result;
    });
    const answer = await client.post('/tickets', ticket(), withKey(randomUUID()));
    expect([answer.status, failures < 0]).toEqual([201, true]);
    expect(await count()).toBe(before + 1);
  });
});

const credentials = ({ tenant, email, password }: { tenant: string; email: string; password: string }) => ({
  ...{ tenant, email, password },
});

async function signedInLater() {
  const user = await test.app.get(UsersService).get(desk.ctx, desk.people.ada.id);
  return test.app.get(SessionsService).start(desk.ctx, desk.ctx.tenant, user);
}
