import { Inject, Injectable } from '@nestjs/common';
import { type Log, LOG } from '../logging/logging.module.js';
import { Metrics } from '../metrics/metrics.service.js';

/** A request that was answered. */
interface Answered {
  readonly id: string;
  readonly method: string;
  /** The route's pattern, never the path. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly tenant?: string | undefined;
  /** Type and id, such as `agent:7`. */
  readonly actor?: string | undefined;
}

/** One log line and one measurement a request; never a body, a query or a header. */
@Injectable()
export class AccessLog {
  constructor(
    @Inject(LOG) private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  record({ id, tenant, actor, method, route, status, ms }: Answered): void {
    this.metrics.observeRequest(method, route, status, ms / 1_000);
    this.log.info({ request_id: id, tenant, actor, method, route, status, ms: Math.round(ms * 10) / 10 }, 'request');
  }
}
