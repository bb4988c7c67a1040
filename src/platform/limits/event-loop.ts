import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
/** How long the delays are watched that a verdict is made of: a single hiccup is no overload. */
const WINDOW_MS = 500;

/** How late the event loop is, lately: what any request has to wait beside its own work. */
export class EventLoop {
  private readonly delays: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private readonly timer: NodeJS.Timeout;
  /** Mean of the last window, beyond what the watching itself takes. */
  delayMs = 0;

  constructor() {
    this.delays.enable();
    this.timer = setInterval(() => {
      // In nanoseconds; not a number when nothing was measured.
      this.delayMs = Math.max(0, (this.delays.mean || 0) / 1e6 - RESOLUTION_MS);
      this.delays.reset();
    }, WINDOW_MS).unref();
  }

  close(): void {
    clearInterval(this.timer);
    this.delays.disable();
  }
}
