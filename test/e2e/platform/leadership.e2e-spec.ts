import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createApp } from '../../../src/create-app.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { Leadership } from '../../../src/platform/database/leadership.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

/** Who leads, by name, as the works that run tell. */
const leading = new Set<string>();

function follow(name: string, leadership: Leadership): void {
  leadership.whileLeading(async (signal) => {
    leading.add(name);
    while (!signal.aborted) await sleep(5);
    leading.delete(name);
  });
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < 8_000; waited += 20) await sleep(20);
  expect(holds()).toBe(true);
}

it('nobody leads who does not stand, and who leads stops with its process', async () => {
  const app = await createApp();
  await app.init();
  follow('first', app.get(Leadership));
  await sleep(1_200);
  expect(leading.size).toBe(0);
  app.get(Leadership).stand();
  await until(() => leading.has('first'));
  await app.close();
  expect(leading.size).toBe(0);
});

it('of several processes on one server one leads, and another one after it', async () => {
  const [first, second] = [await createApp(), await createApp()];
  for (const [name, app] of Object.entries({ first, second })) {
    await app.init();
    follow(name, app.get(Leadership));
    app.get(Leadership).stand();
    await until(() => leading.has('first'));
  }
  await sleep(2_500);
  // One process serves a SQLite file, and so leads.
  expect([...leading]).toEqual(test.app.get(Database).engine.locksRows ? ['first'] : ['first', 'second']);
  await first.close();
  await until(() => leading.has('second'));
  await second.close();
});
