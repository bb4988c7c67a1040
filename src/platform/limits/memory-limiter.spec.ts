import { expect, it } from '@jest/globals';
import { MemoryLimiter } from './memory-limiter.js';

const points = 3;

it('counts to its quota in a window, and gives back', async () => {
  const limiter = new MemoryLimiter({ points, duration: 1 });
  for (const remainingPoints of [2, 1, 0]) expect(await limiter.consume('a')).toMatchObject({ remainingPoints });
  await expect(limiter.consume('a')).rejects.toMatchObject({ remainingPoints: 0, consumedPoints: 4 });
  await limiter.reward('a', 2);
  expect(await limiter.consume('a')).toMatchObject({ remainingPoints: 0, consumedPoints: 3 });
  expect(await limiter.consume('b')).toMatchObject({ remainingPoints: 2 });
  const { msBeforeNext } = await limiter.reward('b', 1);
  expect(msBeforeNext).toBeGreaterThan(0);
  expect(msBeforeNext).toBeLessThanOrEqual(1_000);
  await new Promise((resolve) => setTimeout(resolve, msBeforeNext + 20));
  // What is given back when its window is over gives nothing to the next.
  await limiter.reward('a', 1);
  expect(await limiter.consume('a')).toMatchObject({ remainingPoints: 2 });
});

it('remembers no more than so many', async () => {
  const limiter = new MemoryLimiter({ points, duration: 60 });
  for (let key = 0; key < 60_000; key++) await limiter.consume(key);
  expect((limiter as unknown as { counters: { size: number } }).counters.size).toBe(50_000);
});
