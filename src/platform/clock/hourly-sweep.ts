import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HOUR } from './clock.js';

/** Something that clears away what is of no more use, every hour. Any process may do it, also several at once. */
export abstract class HourlySweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;

  /** Clears away; answers how much of each kind went. */
  abstract sweep(): Promise<Readonly<Record<string, number>>>;

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweepQuietly(), HOUR).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async sweepQuietly(): Promise<void> {
    try {
      this.logger.log({ swept: await this.sweep() }, 'Swept');
    } catch (error) {
      this.logger.warn({ err: error }, 'The sweep failed; it will be tried again');
    }
  }
}
