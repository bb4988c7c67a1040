import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TicketsService } from '../../../src/modules/tickets/index.js';
import { Admission, type Leave } from '../../../src/platform/limits/admission.service.js';
import type { Answer } from '../../support/client.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
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

beforeAll(async () => {
  test = await startTestApp({ MAX_CONCURRENT_REQUESTS: String(PLACES), MAX_QUEUED_REQUESTS: String(QUEUE) });
  [desk, other] = [await makeDesk(test), await makeDesk(test)];
  for (const { people } of [desk, other]) for (const { client } of Object.values(people)) await client.get('/auth/me');
  tickets = test.app.get(TicketsService);
  await test.app.listen(0, '127.0.0.1');
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
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const sockets = times(PLACES, () => connect(port, '127.0.0.1'));
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
    const leaves: (Leave | null)[] = [];
    for (const party of ['a', 'b']) {
      for (let place = 0; place < PLACES / 2; place++) {
        await nextTurn();
        leaves.push(admission.tryEnter('requests', party));
      }
    }
    expect(leaves.filter((leave) => leave === null)).toEqual([]);
    for (const leave of leaves) leave?.();
  });
});
