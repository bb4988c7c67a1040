import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { Config } from '../config/config.js';
import { Admission } from './admission.service.js';

let admission: Admission | undefined;
afterEach(() => admission?.onApplicationShutdown());

function block(ms: number): void {
  for (const start = performance.now(); performance.now() - start < ms;);
}

async function refusalAfterBlocking(maxDelay: number, waiting: number) {
  admission = new Admission(Object.assign(new Config(), { MAX_EVENT_LOOP_DELAY_MS: maxDelay }));
  for (let time = 0; time < 12; time++) {
    block(100);
    await sleep(1);
  }
  const signal = new AbortController().signal;
  for (let request = 0; request <= waiting; request++) void admission.enter('requests', 'a', signal).catch(() => null);
  return admission.refusal('requests', 'a');
}

it('refuses while the event loop is late all the time and requests wait', async () => {
  expect(await refusalAfterBlocking(40, 1)).toMatchObject({ code: 'unavailable', details: { retryAfterSeconds: 1 } });
});

it.each([
  ['that is allowed', 0, 1],
  ['nobody waits', 40, 0],
])('does not when %s', async (_what, maxDelay, waiting) => {
  expect(await refusalAfterBlocking(maxDelay, waiting)).toBeNull();
});
