import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { MINUTE } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { DomainError } from '../errors/domain-error.js';
import { UNAVAILABLE } from '../errors/error-codes.js';
import { bringsFiles } from '../http/takes-files.decorator.js';
import { EventLoop } from './event-loop.js';
import { FairQueue, NoPlace } from './fair-queue.js';

/** Uploads last as long as their clients please, so they have places of their own, several for each of the others'. */
const UPLOADS = 5;

/** Made once: there will be thousands of it when time is shortest. */
const OVERLOADED = new DomainError(UNAVAILABLE, {
  message: 'The service is busy; come again later',
  retryAfterSeconds: 1,
});

/** Ends the use of a place. */
export type Leave = () => void;

export type Work = 'requests' | 'uploads';

/** What a request to a route with this config is. */
export function workOf(headers: IncomingHttpHeaders, config: object): Work {
  return bringsFiles(headers, config) ? 'uploads' : 'requests';
}

/**
 * Lets in as many requests as the database can take, the tenants in turns, and refuses early what would only wait: a
 * service that answers some in time is worth more than one that answers all too late.
 */
@Injectable()
export class Admission implements OnApplicationShutdown {
  private readonly logger = new Logger('Admission');
  private readonly queues: Readonly<Record<Work, FairQueue>>;
  private readonly eventLoop = new EventLoop();
  private readonly maxDelayMs: number;
  private toldAt = -Infinity;

  constructor(config: Config) {
    const bounds = {
      ...{ waiting: config.queuedRequests, waitMs: config.MAX_QUEUE_WAIT_MS },
      now: () => performance.now(),
      nextTurn: (call: () => void) => void setImmediate(call),
    };
    this.queues = {
      requests: new FairQueue({ ...bounds, places: config.concurrentRequests }),
      uploads: new FairQueue({ ...bounds, places: config.concurrentRequests * UPLOADS }),
    };
    this.maxDelayMs = config.MAX_EVENT_LOOP_DELAY_MS || Infinity;
  }

  /** Whether anybody waits; nobody is refused while none does. */
  get isCrowded(): boolean {
    return this.queues.requests.hasWaiting || this.queues.uploads.hasWaiting;
  }

  /** `unavailable` if a request of this party had better come again later: asked before anything is done for it. */
  refusal(work: Work, party: string): DomainError | null {
    const queue = this.queues[work];
    // A process that is starved by others is late, too, and refuses nobody for it; nor is it for those who do not crowd.
    const isLate = queue.isCrowdedBy(party) && this.eventLoop.delayMs > this.maxDelayMs;
    return isLate || queue.refuses(party) ? this.overloaded() : null;
  }

  /** A place, if there is one at once; gives what ends its use. */
  tryEnter(work: Work, party: string): Leave | null {
    return this.queues[work].tryEnter(party);
  }

  /** Waits for a place until `signal` aborts. Throws `unavailable`. */
  async enter(work: Work, party: string, signal: AbortSignal): Promise<Leave> {
    try {
      return await this.queues[work].enter(party, signal);
    } catch (error) {
      throw error instanceof NoPlace ? this.overloaded() : error;
    }
  }

  onApplicationShutdown(): void {
    this.eventLoop.close();
  }

  private overloaded(): DomainError {
    if (performance.now() - this.toldAt > MINUTE) {
      this.toldAt = performance.now();
      this.logger.warn('More requests come than can be served; some are refused');
    }
    return OVERLOADED;
  }
}
