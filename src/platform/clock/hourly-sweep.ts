import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Leadership } from '../database/leadership.js';
import { HOUR, MINUTE } from './clock.js';

const FIRST_WITHIN = 5 * MINUTE;

/**
 * Something that clears away what is of no more use, every hour, in the process that leads. Nothing breaks when two do
 * it at once.
 */
export abstract class HourlySweep implements OnApplicationBootstrap {
  private readonly logger = new Logger(this.constructor.name);
  @Inject(Leadership) private readonly leadership: Leadership;

  /** Clears away; answers how much of each kind went. Stops between two steps once `signal` says so. */
  abstract sweep(signal?: AbortSignal): Promise<Readonly<Record<string, number>>>;

  onApplicationBootstrap(): void {
    this.leadership.whileLeading((signal) => this.sweepHourly(signal));
  }

  private async sweepHourly(signal: AbortSignal): Promise<void> {
    // Soon at first, or a process that is started anew every hour would never come to it.
    for (let pause = randomInt(MINUTE, FIRST_WITHIN); ; pause = HOUR) {
      await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.sweepQuietly(signal);
    }
  }

  private async sweepQuietly(signal: AbortSignal): Promise<void> {
    try {
      this.logger.log({ swept: await this.sweep(signal) }, 'Swept');
    } catch (error) {
      this.logger.warn({ err: error }, 'The sweep failed; it will be tried again');
    }
  }
}
