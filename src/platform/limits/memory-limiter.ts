import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** As many as can be in trouble at once; who was not heard of for longest is forgotten first. */
const MOST_KEYS = 50_000;

/** Counters of this process alone. Unlike those it inherits from, they are no more than so many, whoever asks. */
export class MemoryLimiter extends RateLimiterMemory {
  private readonly counters = new LRUCache<string | number, { consumed: number }>({ max: MOST_KEYS, ttl: 1 });

  override consume(key: string | number, points = 1): Promise<RateLimiterRes> {
    const standing = this.change(key, points);
    return standing.consumedPoints > this.points ? refuse(standing) : Promise.resolve(standing);
  }

  override reward(key: string | number, points = 1): Promise<RateLimiterRes> {
    return Promise.resolve(this.change(key, -points));
  }

  /** What is given back when its window is over is not there to be spent in the next. */
  private change(key: string | number, points: number): RateLimiterRes {
    const known = this.counters.get(key);
    const counter = known ?? { consumed: 0 };
    if (!known) this.counters.set(key, counter, { ttl: this.msDuration });
    counter.consumed = Math.max(0, counter.consumed + points);
    const remaining = Math.max(this.points - counter.consumed, 0);
    const rest = Math.min(this.counters.getRemainingTTL(key), this.msDuration);
    return new RateLimiterRes(remaining, rest, counter.consumed, !known);
  }
}

/** As all limiters of the package refuse: with the standing, which is no error. */
async function refuse(standing: RateLimiterRes): Promise<never> {
  await Promise.resolve();
  throw standing as unknown as Error;
}
