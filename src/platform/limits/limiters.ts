import { Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterRedis } from 'rate-limiter-flexible';
import { MemoryLimiter } from './memory-limiter.js';

/** So many in so many seconds. */
export interface Policy {
  readonly name: string;
  readonly quota: number;
  readonly windowSeconds: number;
}

/** Makes the counters of policies, all in one place: this process, or a Redis that all processes share. */
export interface Limiters {
  make(policy: Policy): RateLimiterAbstract;
  close(): void;
}

/** How long a request may wait for Redis before it is counted here. */
const PATIENCE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

export async function createLimiters(redisUrl: string | undefined): Promise<Limiters> {
  if (redisUrl === undefined) return { make: (policy) => new MemoryLimiter(optionsOf(policy)), close: () => undefined };
  const redis = await connect(redisUrl);
  return {
    make: (policy) =>
      new RateLimiterRedis({
        ...optionsOf(policy),
        storeClient: redis,
        // Without Redis each process counts for itself: limits are looser then, but there are some.
        rejectIfRedisNotReady: true,
        insuranceLimiter: new MemoryLimiter(optionsOf(policy)),
      }),
    close: () => redis.disconnect(),
  };
}

function optionsOf({ name, quota, windowSeconds }: Policy) {
  return { keyPrefix: `polydesk:limit:${name}`, points: quota, duration: windowSeconds };
}

/** A connection that fails fast and comes back by itself; its going and coming is told once each. */
async function connect(url: string): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const logger = new Logger('Limits');
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE_MS,
    // One that is connected and silent is as good as gone.
    socketTimeout: 5 * PATIENCE_MS,
    connectTimeout: 5 * PATIENCE_MS,
    retryStrategy: (attempt) => Math.min(attempt * PATIENCE_MS, LONGEST_PAUSE_MS),
  });
  let isLost = false;
  const lost = (error?: unknown) => {
    if (!isLost) logger.warn({ err: error }, 'Redis does not answer; requests are counted by this process alone');
    isLost = true;
  };
  redis.on('error', lost);
  redis.on('close', lost);
  redis.on('ready', () => {
    if (isLost) logger.log('Redis answers again');
    isLost = false;
  });
  return redis;
}
