import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { MINUTE, SECOND } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { DomainError, errorCode, type LimitStanding } from '../errors/domain-error.js';
import { type Limiters, type Policy } from './limiters.js';

export const LIMITERS = Symbol('limiters');

const RATE_LIMITED = errorCode('rate_limited', 'limited', 'Too many requests; come again later');

/** Whose requests are counted: `address` for those without a good credential, `login-…` for tries of passwords. */
export type Limited = 'actor' | 'tenant' | 'address' | 'login-account' | 'login-address';

/** Counts requests and refuses those beyond what is allowed. */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly policies: Readonly<Record<Limited, Policy>>;
  private readonly counters: Readonly<Record<Limited, RateLimiterAbstract>>;

  constructor(
    private readonly config: Config,
    @Inject(LIMITERS) private readonly limiters: Limiters,
  ) {
    const policy = (name: Limited, quota: number): Policy => ({ name, quota, windowSeconds: MINUTE / SECOND });
    this.policies = {
      actor: policy('actor', config.LIMIT_ACTOR),
      tenant: policy('tenant', config.LIMIT_TENANT),
      address: policy('address', config.LIMIT_ADDRESS),
      'login-account': policy('login-account', config.LIMIT_LOGIN),
      'login-address': policy('login-address', config.LIMIT_LOGIN_ADDRESS),
    };
    const counters = Object.values(this.policies).map((each) => [each.name, limiters.make(each)] as const);
    this.counters = Object.fromEntries(counters) as Record<Limited, RateLimiterAbstract>;
  }

  /** Counts one and tells what is left; null when nothing is limited. Throws `rate_limited` when nothing was left. */
  async take(limited: Limited, key: string): Promise<LimitStanding | null> {
    if (!this.config.RATE_LIMIT) return null;
    try {
      return this.standing(limited, await this.counters[limited].consume(key));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const limit = this.standing(limited, error);
      throw new DomainError(RATE_LIMITED, { limit, retryAfterSeconds: Math.max(1, limit.resetSeconds) });
    }
  }

  /** Takes one count back. */
  async giveBack(limited: Limited, key: string): Promise<void> {
    if (this.config.RATE_LIMIT) await this.counters[limited].reward(key);
  }

  onApplicationShutdown(): void {
    this.limiters.close();
  }

  private standing(limited: Limited, { remainingPoints, msBeforeNext }: RateLimiterRes): LimitStanding {
    const resetSeconds = Math.max(0, Math.ceil(msBeforeNext / SECOND));
    return { ...this.policies[limited], remaining: remainingPoints, resetSeconds };
  }
}
