import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';

/** Between two rounds, so that under load each has many things to do at once. */
const GAP_MS = 25;

/**
 * Work that is never done: a round now and then, and one at once when there is reason to. One round at a time in a
 * process; any number of processes may do the same job. Begins when the process serves requests, not in a command line.
 */
export abstract class StandingJob implements BeforeApplicationShutdown {
  protected readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(host: HttpAdapterHost, everyMs: number) {
    host.listen$.subscribe(() => {
      this.timer = setInterval(this.wake, everyMs).unref();
    });
  }

  /** Does what there is to do. Must leave everything so that the next round, here or elsewhere, can go on. */
  abstract round(): Promise<void>;

  /** Asks for a round, or for one more after the one under way. Does nothing where the job has not begun. */
  readonly wake = (): void => {
    if (!this.timer || this.stopped) return;
    this.again = true;
    this.running ??= this.rounds();
  };

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async rounds(): Promise<void> {
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        await this.round();
        await sleep(GAP_MS);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'A round failed; it will be tried again');
    } finally {
      this.running = null;
    }
  }
}
