import type { LimitStanding } from '../errors/domain-error.js';

/** The standing as draft-ietf-httpapi-ratelimit-headers has it. */
export function limitHeaders({ name, quota, windowSeconds, remaining, resetSeconds }: LimitStanding) {
  return {
    ratelimit: `"${name}";r=${remaining};t=${resetSeconds}`,
    'ratelimit-policy': `"${name}";q=${quota};w=${windowSeconds}`,
  };
}
