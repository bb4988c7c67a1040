import { describe, expect, it } from '@jest/globals';
import { NumberAllocator } from './number-allocator.js';

interface Statement {
  readonly counter: string;
  readonly count: number;
  finish(last: number): void;
  fail(reason: Error): void;
}

/** An allocator whose statements wait until the test lets them end. */
function makeAllocator() {
  const statements: Statement[] = [];
  const allocator = new NumberAllocator(
    (tenantId, counter, count) =>
      new Promise((finish, fail) => statements.push({ counter: `${tenantId}/${counter}`, count, finish, fail })),
  );
  return { allocator, statements };
}

const settled = () => new Promise(setImmediate);

describe('numbers', () => {
  it('asked for during a statement share the next one, in the order of asking', async () => {
    const { allocator, statements } = makeAllocator();
    const first = allocator.next(1, 'tickets');
    const others = [1, 2, 3].map(() => allocator.next(1, 'tickets'));
    expect(statements.map(({ count }) => count)).toEqual([1]);
    statements[0]!.finish(41);
    expect(await first).toBe(41);
    await settled();
    expect(statements.map(({ count }) => count)).toEqual([1, 3]);
    statements[1]!.finish(44);
    expect(await Promise.all(others)).toEqual([42, 43, 44]);
  });

  it('of different tenants and counters do not wait for each other', async () => {
    const { allocator, statements } = makeAllocator();
    const numbers = [allocator.next(1, 'tickets'), allocator.next(2, 'tickets'), allocator.next(1, 'users')];
    expect(statements.map(({ counter }) => counter)).toEqual(['1/tickets', '2/tickets', '1/users']);
    [7, 8, 9].forEach((last, index) => statements[2 - index]!.finish(last));
    expect(await Promise.all(numbers)).toEqual([9, 8, 7]);
  });

  it('of a statement that failed fail together, and the next ones are served', async () => {
    const { allocator, statements } = makeAllocator();
    const first = allocator.next(1, 'tickets');
    statements[0]!.fail(new Error('down'));
    await expect(first).rejects.toThrow('down');
    await settled();

    const running = allocator.next(1, 'tickets');
    const waiting = [allocator.next(1, 'tickets'), allocator.next(1, 'tickets')];
    statements[1]!.finish(1);
    await running;
    await settled();
    statements[2]!.fail(new Error('down again'));
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await settled();

    const after = allocator.next(1, 'tickets');
    statements[3]!.finish(5);
    expect(await after).toBe(5);
  });

  it('asked for after a pause need a statement of their own', async () => {
    const { allocator, statements } = makeAllocator();
    for (const last of [1, 2, 3]) {
      const number = allocator.next(1, 'tickets');
      statements.at(-1)!.finish(last);
      expect(await number).toBe(last);
      await settled();
    }
    expect(statements.map(({ count }) => count)).toEqual([1, 1, 1]);
  });
});
