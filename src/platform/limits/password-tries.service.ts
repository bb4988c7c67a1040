import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context/request-context.js';
import { digest } from '../crypto/keys.service.js';
import { DomainError } from '../errors/domain-error.js';
import { networkOf } from './network.js';
import { RateLimits } from './rate-limits.service.js';

/** Whether it was the caller's fault. */
function isRefusal(error: unknown): boolean {
  return error instanceof DomainError && error.kind !== 'unavailable' && error.kind !== 'unexpected';
}

/**
 * Bounds how often passwords are tried: from one address, and from there on one account. An account that does not exist
 * counts like any other, and a try is counted before it is made, so neither the answer nor its time tells which there are.
 */
@Injectable()
export class PasswordTries {
  constructor(private readonly limits: RateLimits) {}

  /** Runs `attempt` on what the caller says the account is called. One that succeeds is not counted in the end. */
  async count<T>(ctx: RequestContext, account: string, attempt: () => Promise<T>): Promise<T> {
    if (ctx.address === undefined) return attempt();
    const network = networkOf(ctx.address);
    const key = `${network} ${digest(account)}`;
    await this.limits.take('login-address', network);
    await this.limits.take('login-account', key);
    const forgive = () =>
      Promise.all([this.limits.giveBack('login-address', network), this.limits.giveBack('login-account', key)]);
    try {
      const result = await attempt();
      await forgive();
      return result;
    } catch (error) {
      if (!isRefusal(error)) await forgive();
      throw error;
    }
  }
}
