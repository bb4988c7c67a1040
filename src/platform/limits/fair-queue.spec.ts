import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FairQueue, NoPlace } from './fair-queue.js';

let now = 0;
/** What is to be called in the next turn. */
let due: (() => void)[] = [];
const queueOf = (places: number, waiting = 100, waitMs = 1_000) =>
  new FairQueue({ places, waiting, waitMs, now: () => now, nextTurn: (call) => void due.push(call) });
const waits = new AbortController().signal;

beforeEach(() => {
  now = 0;
  due = [];
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Sends requests that note when they get in; `leave(n)` ends the use of the n-th place that was given. */
function crowd(queue: FairQueue) {
  const admitted: string[] = [];
  const refused: string[] = [];
  const leaves: (() => void)[] = [];
  return {
    admitted,
    refused,
    leave: async (place: number) => {
      leaves[place]!();
      await settle();
    },
    send: async (...names: readonly string[]) => {
      for (const name of names) {
        await settle();
        queue.enter(name.charAt(0), waits).then(
          (leave) => {
            admitted.push(name);
            leaves.push(leave);
          },
          () => refused.push(name),
        );
      }
      await settle();
    },
  };
}
const settle = async () => {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
    for (const call of due.splice(0)) call();
  }
};

describe('a fair queue', () => {
  it('lets in as many as it has places, and the next when one leaves', async () => {
    const { send, leave, admitted } = crowd(queueOf(2));
    await send('a1', 'b1', 'c1');
    expect(admitted).toEqual(['a1', 'b1']);
    await leave(0);
    expect(admitted).toEqual(['a1', 'b1', 'c1']);
  });

  it('gives places in turns, however many of a party wait', async () => {
    const { send, leave, admitted } = crowd(queueOf(2));
    await send('a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1');
    for (const place of [0, 1, 2, 3, 4]) await leave(place);
    expect(admitted).toEqual(['a1', 'b1', 'a2', 'b2', 'c1', 'a3', 'a4'].slice(0, admitted.length));
    expect(admitted.indexOf('c1')).toBeLessThan(admitted.indexOf('a3'));
  });

  it('lets no party hold more than half of the places', async () => {
    const { send, admitted, leave } = crowd(queueOf(4));
    await send('a1', 'a2', 'a3', 'a4');
    expect(admitted).toEqual(['a1', 'a2']);
    await send('b1');
    expect(admitted).toEqual(['a1', 'a2', 'b1']);
    await leave(0);
    expect(admitted).toEqual(['a1', 'a2', 'b1', 'a3']);
  });

  it('refuses on arrival when all that may wait do', async () => {
    const queue = queueOf(1, 2);
    const { send, refused, admitted } = crowd(queue);
    await send('a1', 'a2', 'a3', 'a4');
    expect([admitted, refused, queue.refuses('a')]).toEqual([['a1'], ['a4'], true]);
  });

  it('when full makes room for others at the expense of whoever fills it', async () => {
    const { send, refused, leave, admitted } = crowd(queueOf(1, 3));
    await send('a1', 'a2', 'a3', 'a4', 'b1');
    expect(refused).toEqual(['a4']);
    await leave(0);
    await leave(1);
    expect(admitted).toEqual(['a1', 'a2', 'b1']);
  });

  it('refuses who would wait too long, by how long requests took lately', async () => {
    const queue = queueOf(2, 1_000, 1_000);
    const { send, leave, refused } = crowd(queue);
    await send('a', 'a');
    for (let place = 0; place < 200; place++) {
      now += 300;
      await leave(place);
      await send('a');
    }
    await send('a1', 'a2', 'a3', 'a4', 'a5', 'a6');
    expect(refused).toEqual(['a3', 'a4', 'a5', 'a6']);
    // A party that waits for nothing yet is better off.
    expect(queue.refuses('b')).toBe(false);
  });

  it('refuses newcomers while nobody is let in', async () => {
    const queue = queueOf(1);
    await crowd(queue).send('a1', 'b1');
    expect(queue.refuses('c')).toBe(false);
    now += 600;
    expect(queue.refuses('c')).toBe(true);
  });

  it('lets nobody wait for good, also when nobody leaves', async () => {
    const { send, refused } = crowd(queueOf(1));
    await send('a1', 'b1');
    jest.advanceTimersByTime(3_999);
    await settle();
    expect(refused).toEqual([]);
    jest.advanceTimersByTime(1);
    await settle();
    expect(refused).toEqual(['b1']);
  });

  it('forgets who gives up, and whom it does not hold', async () => {
    const queue = queueOf(1);
    const leave = await queue.enter('a', waits);
    const gone = new AbortController();
    const waiting = queue.enter('b', gone.signal);
    gone.abort();
    await expect(waiting).rejects.toBeInstanceOf(NoPlace);
    const next = queue.enter('c', waits);
    leave();
    leave();
    await settle();
    (await next)();
    await settle();
    expect((queue as unknown as { lines: Map<string, unknown> }).lines.size).toBe(0);
    expect(queue.tryEnter('a')).not.toBeNull();
    await settle();
    expect(queue.tryEnter('b')).toBeNull();
  });

  it('gives one place a turn, so that what arrives meanwhile is seen', async () => {
    const queue = queueOf(10);
    expect(queue.tryEnter('a')).not.toBeNull();
    expect(queue.tryEnter('b')).toBeNull();
    await settle();
    expect(queue.tryEnter('b')).not.toBeNull();
  });
});
