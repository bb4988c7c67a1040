import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addAccount } from '../../support/accounts.js';
import type { Answer, Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const ACTOR = 20;
const TENANT = 60;
const ADDRESS = 40;
const LOGIN = 3;
const LOGIN_ADDRESS = 12;

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp({
    RATE_LIMIT: 'on',
    TRUST_PROXY: '127.0.0.1',
    LIMIT_ACTOR: String(ACTOR),
    LIMIT_TENANT: String(TENANT),
    LIMIT_ADDRESS: String(ADDRESS),
    LIMIT_LOGIN: String(LOGIN),
    LIMIT_LOGIN_ADDRESS: String(LOGIN_ADDRESS),
  });
  desk = await makeDesk(test);
});
afterAll(() => test.close());

let lastAddress = 0;
const anAddress = () => `198.51.100.${++lastAddress}`;
const from = (address: string) => ({ 'x-forwarded-for': address });
const get = (client: Client, address = '198.51.100.250', path = '/auth/me') => client.get(path, from(address));

function expectLimited(answer: Answer, name: string, quota: number): void {
  expect([answer.status, answer.body.code]).toEqual([429, 'rate_limited']);
  const seconds = Number(answer.headers['retry-after']);
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(answer.headers['ratelimit']).toBe(`"${name}";r=0;t=${seconds}`);
  expect(answer.headers['ratelimit-policy']).toBe(`"${name}";q=${quota};w=60`);
}

async function repeat(times: number, request: (at: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < times; at++) answers.push(await request(at));
  return answers;
}

describe('an actor', () => {
  it('is told what is left, and refused when nothing is; others are not', async () => {
    const { ada, bob } = desk.people;
    const answers = await repeat(ACTOR, () => get(ada.client));
    expect(answers.map(({ status }) => status)).toEqual(Array(ACTOR).fill(200));
    answers.forEach(({ headers }, at) => expect(headers['ratelimit']).toMatch(new RegExp(`^"actor";r=${19 - at};t=`)));
    expectLimited(await get(ada.client), 'actor', ACTOR);
    expect((await get(bob.client)).status).toBe(200);
  });

  it('is the same with another credential and from another address', async () => {
    const { ada } = desk.people;
    expectLimited(await get(ada.client, anAddress()), 'actor', ACTOR);
  });

  it('is refused in the words of the wire', async () => {
    await speak(test, desk, { quoota: {} });
    const answer = await desk.people.ada.client.send('GET', '/api/v1/support/tickets');
    expect([answer.status, answer.body.error.message]).toEqual([429, 'Too many requests']);
    expect(answer.headers['retry-after']).toBeTruthy();
  });
});

describe('a tenant', () => {
  it('has a limit of all its actors, and does not share it with others', async () => {
    const crowded = await makeDesk(test);
    const people = Object.values(crowded.people);
    const answers = await repeat(TENANT + 1, (at) => get(people[at % people.length]!.client));
    expect(answers.slice(0, TENANT).map(({ status }) => status)).toEqual(Array(TENANT).fill(200));
    expectLimited(answers[TENANT]!, 'tenant', TENANT);
    expect((await get((await makeDesk(test)).people.agent.client)).status).toBe(200);
  });
});

describe('an address', () => {
  it.each([
    ['without a credential', () => test.client],
    ['with credentials that are none', () => test.client.as('garbage')],
  ])('is limited %s, before any is looked at', async (_what, client) => {
    const address = anAddress();
    const answers = await repeat(ADDRESS, () => get(client(), address));
    expect(answers.map(({ status }) => status)).toEqual(Array(ADDRESS).fill(401));
    expectLimited(await get(client(), address), 'address', ADDRESS);
    expectLimited(await get(client(), address, '/no-such-route'), 'address', ADDRESS);
    expect((await get(client(), anAddress())).status).toBe(401);
  });

  it('does not pay for credentials that are good', async () => {
    const [address, fresh] = [anAddress(), await makeDesk(test)];
    const people = Object.values(fresh.people);
    await repeat(TENANT - 10, (at) => get(people[at % people.length]!.client, address));
    expect((await get(test.client, address)).headers['ratelimit']).toMatch(new RegExp(`^"address";r=${ADDRESS - 1};`));
  });

  it('still lets those in whose credentials were good, when strangers have used it up', async () => {
    const [address, fresh] = [anAddress(), await makeDesk(test)];
    await get(fresh.people.ada.client, address);
    await repeat(ADDRESS + 1, () => get(test.client, address));
    expect((await get(fresh.people.ada.client, address)).status).toBe(200);
  });

  it('is not limited in watching the process or reading its documentation', async () => {
    const address = anAddress();
    for (const url of ['/health/live', '/health/ready', '/metrics', '/docs/openapi.json']) {
      const answers = await repeat(ADDRESS + 2, () =>
        test.app
          .inject({ url, headers: from(address) })
          .then(({ statusCode, headers }) => ({ status: statusCode, headers }) as unknown as Answer),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(answers[0]!.headers['ratelimit']).toBeUndefined();
    }
  });
});

describe('signing in', () => {
  const tryPassword = (email: string, address: string, password = 'wrong-password', tenant = desk.code) =>
    test.client.post('/auth/login', { tenant, email, password }, from(address));

  it('is refused after a few wrong passwords, alike for accounts that exist and that do not', async () => {
    const known = await addAccount(test, desk, 'guessed');
    const address = anAddress();
    const seen = [];
    for (const email of [known.email, 'nobody@example.com']) {
      const answers = await repeat(LOGIN + 1, () => tryPassword(email, address));
      seen.push(
        answers.map(({ status, body, headers }) => [status, body.code, body.message, headers['ratelimit-policy']]),
      );
      expectLimited(answers[LOGIN]!, 'login-account', LOGIN);
    }
    expect(seen[0]).toEqual(seen[1]);
    // Also with the right one, or the answer would tell that it was.
    expectLimited(await tryPassword(known.email, address, known.password), 'login-account', LOGIN);
    expect((await tryPassword(known.email, anAddress(), known.password)).status).toBe(200);
  });

  it('many at once is counted before any is checked', async () => {
    const address = anAddress();
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryPassword('x@example.com', address)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(LOGIN);
  });

  it('is bounded by address over all accounts', async () => {
    const address = anAddress();
    const answers = await repeat(LOGIN_ADDRESS + 1, (at) => tryPassword(`u${at}@example.com`, address));
    expectLimited(answers[LOGIN_ADDRESS]!, 'login-address', LOGIN_ADDRESS);
  });

  it('costs nothing when the password is right', async () => {
    const { email, password } = await addAccount(test, desk, 'signs-in-often');
    const address = anAddress();
    const answers = await repeat(LOGIN_ADDRESS + 1, () => tryPassword(email, address, password));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('is bounded where the own password is asked for again', async () => {
    const account = await addAccount(test, desk, 'stolen-session');
    const address = anAddress();
    const { body } = await tryPassword(account.email, address, account.password);
    const client = test.client.as(body.data.access_token);
    const change = { current_password: 'a-guess-of-it', new_password: 'another long password' };
    const answers = await repeat(LOGIN + 1, () => client.post('/auth/password', change, from(address)));
    expectLimited(answers[LOGIN]!, 'login-account', LOGIN);
  });
});
