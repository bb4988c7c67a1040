import { describe, expect, it } from '@jest/globals';
import { isWornOut, messageIdOf, stepAfter } from './delivery.js';

const PAUSES = [5, 300, 1_800];
const after = (attempts: number, responseStatus: number | null, random = 0) =>
  stepAfter({ attempts }, { responseStatus }, PAUSES, 1_000, random);

describe('what follows from an attempt', () => {
  it.each([200, 201, 204, 299])('answered with %s: it is delivered', (status) => {
    expect(after(1, status)).toEqual({ status: 'delivered', dueAt: 1_000, isGone: false });
  });

  it.each([null, 100, 199, 300, 301, 304, 400, 401, 404, 429, 500, 503])(
    'answered with %s: it is tried again',
    (status) => {
      expect(after(1, status)).toEqual({ status: 'pending', dueAt: 1_005, isGone: false });
    },
  );

  it('comes later each time, and is parked after the last', () => {
    expect([1, 2, 3].map((attempts) => after(attempts, 500).dueAt - 1_000)).toEqual(PAUSES);
    expect(after(4, 500)).toEqual({ status: 'parked', dueAt: 1_000, isGone: false });
    expect(after(5, null).status).toBe('parked');
    expect(after(4, 200).status).toBe('delivered');
  });

  it('is up to a fifth later at random, never sooner', () => {
    expect(after(2, 500, 0.5).dueAt).toBe(1_330);
    expect(after(2, 500, 0.999).dueAt).toBeLessThanOrEqual(1_360);
  });

  it('of 410 is the end for the endpoint', () => {
    expect(after(1, 410)).toEqual({ status: 'parked', dueAt: 1_000, isGone: true });
  });

  it('without pauses is the end at once', () => {
    expect(stepAfter({ attempts: 1 }, { responseStatus: 500 }, [], 0, 0).status).toBe('parked');
  });
});

describe('a delivery', () => {
  it('is worn out when it was counted more often than it is tried', () => {
    expect([1, 4, 5].map((attempts) => isWornOut({ attempts }, PAUSES))).toEqual([false, false, true]);
  });

  it('has one name for an event and an endpoint', () => {
    expect(messageIdOf(41, 1)).toBe('msg_41_1');
    expect(messageIdOf(4, 11)).not.toBe(messageIdOf(41, 1));
  });
});
