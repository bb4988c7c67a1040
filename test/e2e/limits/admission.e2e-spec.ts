import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TicketsService } from '../../../src/modules/tickets/index.js';
import { Admission, type Leave } from '../../../src/platform/limits/admission.service.js';
import type { Answer } from '../../support/client.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PLACES = 4;
const QUEUE = 6;

let test: TestApp;
let desk: Desk;
let other: Desk;
let tickets: TicketsService;
/** Lets all requests that are held go on. */
let goOn = () => {};
let held = 0;
let url: string;

beforeAll(async () => {
  test = await startTestApp({ MAX_CONCURRENT_REQUESTS: String(PLACES), MAX_QUEUED_REQUESTS: String(QUEUE) });
  [desk, other] = [await makeDesk(test), await makeDesk(test)];
  for (const { people } of [desk, other]) for (const { client } of Object.values(people)) await client.get('/auth/me');
  tickets = test.app.get(TicketsService);
  await speak(test, desk, { scrapizoo: {}, verifik: {} });
  url = await test.listen();
});
afterEach(() => {
  goOn();
  jest.restoreAllMocks();
});
afterAll(() => test.close());

/** Makes every reading of a ticket take until `goOn`. */
function hold(): void {
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const get = tickets.get.bind(tickets);
  held = 0;
  jest.spyOn(tickets, 'get').mockImplementation(async (ctx, number) => {
    held++;
    await gate;
    return get(ctx, number);
  });
}
const dial = () => connect(Number(new URL(url).port), '127.0.0.1');
const read = ({ client }: Person, number: number) => client.get(`/tickets/${number}`);
const times = <T>(count: number, each: () => T) => Array.from({ length: count }, each);
const until = async (what: () => boolean) => {
  for (let waited = 0; !what() && waited < 2_000; waited += 5) await sleep(5);
  expect(what()).toBe(true);
};

describe('when more is asked for than can be done', () => {
  it('strangers do not take the places of those who are known', async () => {
    const strangers = times(50, () => test.client.as('garbage').get('/auth/me'));
    const known = times(PLACES, () => desk.people.ada.client.get('/auth/me'));
    expect((await Promise.all(known)).map(({ status }) => status)).toEqual(Array(PLACES).fill(200));
    await Promise.all(strangers);
  });

  it('some wait, and others are refused at once and told when to come again', async () => {
    const number = await desk.open(desk.people.ada);
    hold();
    const done: Answer[] = [];
    const sent = times(PLACES + QUEUE, () => read(desk.people.agent, number).then((answer) => done.push(answer)));
    await until(() => held === PLACES / 2 && done.length >= PLACES / 2);
    const refused = done.length;
    for (const { status, body, headers } of done) {
      expect([status, body.code, headers['retry-after']]).toEqual([503, 'unavailable', '1']);
    }
    goOn();
    await Promise.all(sent);
    expect(done.filter(({ status }) => status === 200)).toHaveLength(PLACES + QUEUE - refused);
    expect(refused).toBeLessThan(PLACES + QUEUE - PLACES / 2);
  });

  it('another tenant is served as if there were nothing, and so are those who watch', async () => {
    const [number, theirs] = [await desk.open(desk.people.ada), await other.open(other.people.ada)];
    hold();
    const crowd = times(PLACES + QUEUE, () => read(desk.people.agent, number));
    await until(() => held === PLACES / 2);
    expect((await other.people.agent.client.get('/auth/me')).status).toBe(200);
    for (const url of ['/health/live', '/health/ready', '/metrics', '/docs/openapi.json']) {
      expect((await test.app.inject({ url })).statusCode).toBe(200);
    }
    const reading = read(other.people.agent, theirs);
    await until(() => held === PLACES / 2 + 1);
    goOn();
    expect((await reading).status).toBe(200);
    await Promise.all(crowd);
  });

  it('places are given back, whatever becomes of a request', async () => {
    const number = await desk.open(desk.people.ada);
    const refused = [
      () => desk.people.agent.client.get('/tickets/999999'),
      () => desk.people.ada.client.post('/users', {}),
      () => desk.people.ada.client.post('/tickets', {}),
      () => test.client.get('/auth/me'),
      () => desk.people.ada.client.get('/no/such/route'),
      () =>
        desk.people.ada.client.request('POST', '/tickets', {
          payload: '{',
          headers: { 'content-type': 'application/json' },
        }),
      () => desk.people.ada.client.upload('empty.txt', ''),
    ];
    for (const request of refused) for (let time = 0; time < PLACES * 3; time++) await request();
    // Clients that go away while they wait, and while they are served.
    hold();
    const sockets = times(PLACES, () => dial());
    for (const socket of sockets) {
      await once(socket, 'connect');
      socket.write(
        `GET /api/v1/tickets/${number} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${desk.people.agent.token}\r\n\r\n`,
      );
    }
    await until(() => held === PLACES / 2);
    for (const socket of sockets) socket.destroy();
    await sleep(50);
    goOn();
    jest.restoreAllMocks();
    const answers = await Promise.all(times(PLACES, () => read(desk.people.agent, number)));
    expect(answers.map(({ status }) => status)).toEqual(Array(PLACES).fill(200));
    const admission = test.app.get(Admission);
    const leaves: Leave[] = [];
    for (const party of ['a', 'b']) {
      for (let place = 0; place < PLACES / 2; place++) {
        leaves.push(await admission.enter('requests', party, AbortSignal.timeout(1_000)));
      }
    }
    for (const leave of leaves) leave();
  });
});

describe('what arrives when too many wait already', () => {
  const bearer = (person: Person) => ({ authorization: `Bearer ${person.token}` });

  /** Lets as many of the desk's requests wait as may; gives how to end that. */
  async function crowded(): Promise<() => Promise<unknown>> {
    const number = await desk.open(desk.people.ada);
    hold();
    const crowd: Promise<unknown>[] = [];
    let refused = 0;
    const send = () => read(desk.people.agent, number).then(({ status }) => (refused += Number(status === 503)));
    for (let waited = 0; refused === 0 && waited < 100; waited++) {
      crowd.push(send());
      await sleep(5);
    }
    expect(refused).toBe(1);
    return () => {
      goOn();
      return Promise.all(crowd);
    };
  }

  it('is refused before anything is made of it, in the words of its wire, and counted', async () => {
    const end = await crowded();
    const requests = [
      ['GET', '/api/v1/tickets?limit=5', '/api/v1/tickets'],
      ['POST', '/api/v1/tickets/7/messages', '/api/v1/tickets/:number/messages'],
      ['POST', '/api/ticket/create', '/api/ticket/create'],
      ['GET', '/v2/support-tickets/17/', '/v2/support-tickets/:id'],
    ] as const;
    for (const [method, path, route] of requests) {
      const body = method === 'POST' ? '{"body":"Hello"}' : null;
      const headers = {
        ...{ ...bearer(desk.people.agent), 'x-request-id': 'a-request-of-mine' },
        ...(body !== null && { 'content-type': 'application/json' }),
      };
      const before = await timesRefused(method, route);
      const answer = await fetch(`${url}${path}`, { method, headers, body });
      const later = await test.app.inject({ method, url: path, headers, ...(body !== null && { payload: body }) });
      expect([path, answer.status, later.statusCode]).toEqual([path, later.statusCode, answer.status]);
      const told = (text: string) => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, 'then');
      expect(told(await answer.text())).toBe(told(later.body));
      for (const [name, value] of Object.entries(later.headers)) {
        if (!['vary', 'date', 'connection', 'keep-alive', 'content-length'].includes(name)) {
          expect([name, answer.headers.get(name)]).toEqual([name, value]);
        }
      }
      expect([answer.headers.get('vary'), answer.headers.get('retry-after')]).toEqual(['Authorization', '1']);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(await timesRefused(method, route)).toBe(before + 2);
    }
    await end();
    expect((await fetch(`${url}/api/v1/tickets`, { headers: bearer(desk.people.agent) })).status).toBe(200);
  });

  it('leaves its connection to the next request', async () => {
    const end = await crowded();
    const socket = dial();
    let said = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    const head = `host: x\r\nauthorization: Bearer ${desk.people.agent.token}\r\n`;
    const body = '{"subject":"S","description":"D","category":"general"}';
    const json = `content-type: application/json\r\ncontent-length: ${body.length}\r\n`;
    socket.write(`POST /api/v1/tickets HTTP/1.1\r\n${head}${json}\r\n${body}`);
    await until(() => said.includes('"code":"unavailable"'));
    socket.write(`HEAD /api/v1/tickets HTTP/1.1\r\n${head}\r\nGET /health/live HTTP/1.1\r\n${head}\r\n`);
    await until(() => said.includes('{"status":"ok"}'));
    expect(said.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 503', 'HTTP/1.1 503', 'HTTP/1.1 200']);
    socket.destroy();
    await end();
  });

  it('is let in where it would not wait', async () => {
    const end = await crowded();
    const statusOf = async (path: string, person = desk.people.agent, method = 'GET') =>
      (await fetch(`${url}${path}`, { method, headers: bearer(person) })).status;
    expect(await statusOf('/api/v1/tickets')).toBe(503);
    for (const path of ['/health/live', '/health/ready', '/metrics', '/docs/openapi.json', '/docs/']) {
      expect([path, await statusOf(path)]).toEqual([path, 200]);
    }
    expect(await statusOf('/api/v1/tickets', other.people.agent)).toBe(200);
    expect(await statusOf('/api/v1/no/such/route')).toBe(404);
    expect(await statusOf('/%ff')).toBe(404);
    expect(await statusOf(`/api/v1/tickets/${'9'.repeat(2_000)}`)).toBe(404);
    expect(await statusOf('/api/v1/tickets', desk.people.agent, 'PROPFIND')).toBe(405);
    expect(await statusOf('/api/v1/auth/me', desk.people.agent, 'OPTIONS')).toBeLessThan(500);
    const file = new FormData();
    file.append('file', new Blob(['text']), 'a.txt');
    const headers = bearer(desk.people.ada);
    expect((await fetch(`${url}/api/v1/attachments`, { method: 'POST', headers, body: file })).status).toBe(201);
    await end();
  });

  it('if it is a large upload, its connection ends with the answer', async () => {
    const admission = test.app.get(Admission);
    const gone = new AbortController();
    const enter = () => admission.enter('uploads', String(desk.ctx.tenant.id), gone.signal);
    const leaves: Leave[] = [];
    // Five for each of those for other requests, of which a tenant may have half.
    for (let place = 0; place < (PLACES * 5) / 2; place++) leaves.push(await enter());
    const waiting = times(QUEUE, () => enter().catch(() => null));
    const headers = { ...bearer(desk.people.ada), 'content-type': 'multipart/form-data; boundary=x' };
    const send = (length: number) =>
      new Promise<IncomingMessage>((resolve, reject) => {
        const sent = request(`${url}/api/v1/attachments`, {
          method: 'POST',
          headers: { ...headers, 'content-length': length },
        });
        sent.once('response', resolve).once('error', reject);
        sent.write('--x');
      });
    const [large, small] = [await send(50_000_000), await send(5_000)];
    expect([large.statusCode, large.headers.connection]).toEqual([503, 'close']);
    expect([small.statusCode, small.headers.connection]).toEqual([503, 'keep-alive']);
    for (const answer of [large, small]) answer.destroy();
    gone.abort();
    for (const leave of leaves) leave();
    await Promise.all(waiting);
  });

  async function timesRefused(method: string, route: string): Promise<number> {
    const { body } = await test.app.inject({ url: '/metrics' });
    const line = `http_request_duration_seconds_count{method="${method}",route="${route}",status="503"} `;
    return Number(body.split(line)[1]?.split('\n')[0] ?? 0);
  }
});
