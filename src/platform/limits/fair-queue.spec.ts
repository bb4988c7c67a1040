import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FairQueue, NoPlace } from './fair-queue.js';

let now = 0;
/** What is to be called in the next turn. */
let due: (() => void)[] = [];
const queueOf = (places: number, waiting = 100, waitMs = 1_000) =>
  new FairQueue({ places, waiting, waitMs, now: () => now, nextTurn: (call) => void due.push(call) });
const waits = new AbortController().signal;
setMaxListeners(0, waits);

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
/**
 * A queue with four places that were others' until a moment ago, and who waits for them; `turn` gives who is let in by the
 * next turn, so many milliseconds later. Each is through as soon as it is let in.
 */
async function waitingRoom(waiting: Readonly<Record<string, number>>) {
  now = 10_000;
  const queue = queueOf(4, 100, 10_000);
  const inside = [];
  for (const key of ['x', 'y', 'x', 'y']) {
    inside.push(await queue.enter(key, waits));
    await settle();
  }
  let admitted = '';
  for (const [key, count] of Object.entries(waiting)) {
    for (let each = 0; each < count; each++) {
      void queue.enter(key, waits).then((leave) => {
        admitted += key;
        leave();
      });
    }
  }
  for (const leave of inside) leave();
  return async (ms = 10) => {
    now += ms;
    admitted = '';
    for (const call of due.splice(0)) call();
    await Promise.resolve();
    return admitted;
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
    expect(admitted).toEqual(['a1', 'b1', 'a2', 'c1', 'b2', 'a3', 'a4'].slice(0, admitted.length));
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
    now += 900;
    expect(queue.refuses('c')).toBe(false);
    now += 100;
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

  it('gives a party one place a turn, so that what arrives meanwhile is seen', async () => {
    const queue = queueOf(10);
    queue.tryEnter('a')?.();
    expect(queue.tryEnter('a')).toBeNull();
    expect(queue.tryEnter('b')).not.toBeNull();
    await settle();
    expect(queue.tryEnter('a')).not.toBeNull();
  });

  it('lets nobody overtake who waits with nothing either', async () => {
    const queue = queueOf(2);
    const inside = [await queue.enter('a', waits), await queue.enter('b', waits)];
    await settle();
    const waiting = [queue.enter('c', waits), queue.enter('d', waits)];
    for (const leave of inside) leave();
    // There is a place, and it is d's in the next turn.
    expect(queue.tryEnter('e')).toBeNull();
    await settle();
    await Promise.all(waiting);
  });

  it('lets a party that waits rest while others are about, and only then', async () => {
    const turnsBetween = async (others: readonly string[]) => {
      const queue = queueOf(10);
      for (const other of others) (await queue.enter(other, waits))();
      const inside = await queue.enter('a', waits);
      const next = queue.enter('a', waits).then(() => true);
      inside();
      for (let turns = 0; ; turns++) {
        await Promise.resolve();
        if (await Promise.race([next, Promise.resolve(false)])) return turns;
        for (const call of due.splice(0)) call();
      }
    };
    now = 1_000;
    expect(await turnsBetween(['b'])).toBe(3);
    expect(await turnsBetween([])).toBe(1);
  });

  it('in a flood gives several places a turn, however long turns are, and nobody rests', async () => {
    const turn = await waitingRoom({ a: 12, b: 12, c: 12 });
    expect([await turn(1), await turn(1)]).toEqual(['bcab', 'cabc']);
    for (let turns = 0; turns < 3; turns++) await turn(60);
    expect((await turn(60)).length).toBe(4);
  });

  it('it is no flood when one sends all that wait and others are about, or as many wait as have places', async () => {
    expect(await (await waitingRoom({ a: 36 }))()).toBe('');
    expect(await (await waitingRoom({ a: 2, b: 2, c: 1 }))()).toBe('b');
  });

  it('it is one when nobody else is about', async () => {
    expect(await (await waitingRoom({ a: 36 }))(4_000)).toBe('');
    expect(await (await waitingRoom({ a: 36 }))(6_000)).toBe('aa');
  });

  it('makes no room for whoever would then wait in as long a line', async () => {
    const queue = queueOf(2, 3);
    const { send, refused } = crowd(queue);
    await send('a1', 'b1', 'a2', 'a3', 'b2');
    expect(queue.refuses('b')).toBe(true);
    await send('b3');
    expect(refused).toEqual(['b3']);
    // One who waits for nothing yet is let in for the last of the longest.
    expect(queue.refuses('c')).toBe(false);
    await send('c1');
    expect(refused).toEqual(['b3', 'a3']);
  });

  it('refuses nobody for how slow it was when somebody waited last', async () => {
    const queue = queueOf(2, 100, 1_000);
    const { send, leave, admitted } = crowd(queue);
    await send('a1');
    for (let place = 1; place < 60; place++) {
      await send(`a${place + 1}`);
      now += 5_000;
      await leave(place - 1);
    }
    expect(admitted).toHaveLength(60);
    expect(queue.refuses('a')).toBe(false);
    await send('a61');
    expect(queue.refuses('a')).toBe(true);
  });

  it('refuses nobody who waits for the next turn alone', async () => {
    const queue = queueOf(4);
    await crowd(queue).send('a1', 'a2', 'a3');
    now += 5_000;
    expect(queue.tryEnter('b')).not.toBeNull();
    expect([queue.tryEnter('b'), queue.refuses('b'), queue.refuses('a')]).toEqual([null, false, true]);
  });
});
