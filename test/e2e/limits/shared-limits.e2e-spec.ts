import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../support/client.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { RedisServer } from '../../support/redis-server.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const ACTOR = 5;
/** What a request may take longer while Redis is in trouble; five times of it make a silence. */
const PATIENCE_MS = 200;

const redis = new RedisServer();
let test: TestApp;
let desk: Desk;
const warn = jest.spyOn(Logger.prototype, 'warn');
const warnings = () => warn.mock.calls.filter(([, text]) => String(text).includes('Redis'));

beforeAll(async () => {
  await redis.start();
  test = await startTestApp({ RATE_LIMIT: 'on', LIMIT_ACTOR: String(ACTOR), REDIS_URL: redis.url });
  desk = await makeDesk(test);
});
afterAll(async () => {
  await test.close();
  await redis.die();
});

const ask = ({ client }: Person) => client.get('/auth/me');
async function exhaust(person: Person): Promise<number[]> {
  const answers: Answer[] = [];
  for (let at = 0; at <= ACTOR; at++) answers.push(await ask(person));
  return answers.map(({ status }) => status);
}
const LIMITED = [...Array<number>(ACTOR).fill(200), 429];

describe('limits in Redis', () => {
  it('count there, for all processes', async () => {
    const { ada } = desk.people;
    expect(await exhaust(ada)).toEqual(LIMITED);
    expect(redis.counts.get(`polydesk:limit:actor:${desk.ctx.tenant.id}/user/${ada.id}`)).toBe(ACTOR + 1);
    // Another process has counted meanwhile.
    const { bob } = desk.people;
    redis.counts.set(`polydesk:limit:actor:${desk.ctx.tenant.id}/user/${bob.id}`, ACTOR);
    expect((await ask(bob)).status).toBe(429);
  });

  it('go on here when it falls silent, when it dies, and there again when it is back', async () => {
    const { cy, dee, agent, admin } = desk.people;
    const before = warnings().length;
    redis.isSilent = true;
    const start = performance.now();
    expect(await exhaust(cy)).toEqual(LIMITED);
    expect(performance.now() - start).toBeLessThan(PATIENCE_MS * 10);
    await redis.die();
    expect(await exhaust(dee)).toEqual(LIMITED);
    expect(warnings()).toHaveLength(before + 1);
    redis.isSilent = false;
    await redis.start();
    const key = `polydesk:limit:actor:${desk.ctx.tenant.id}/user/${agent.id}`;
    for (let waited = 0; !redis.counts.has(key) && waited < 10_000; waited += 100) {
      await ask(agent);
      await sleep(100);
    }
    expect(redis.counts.has(key)).toBe(true);
    expect(await exhaust(admin)).toEqual(LIMITED);
  });
});
