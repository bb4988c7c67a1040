import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { SECOND } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import { createLog, nestLogger } from './platform/logging/log.js';
import { answerForWorkers } from './platform/metrics/cluster-metrics.js';

/** A worker that dies sooner than this did not work; so many of them in a row, and the service gives up. */
const QUICK_DEATH_MS = 10 * SECOND;
const QUICK_DEATHS = 6;
const FIRST_PAUSE_MS = 250;

/** Workers end by themselves in less; what has not by then is killed. */
const LONGEST_END_MS = 29 * SECOND;

/**
 * Runs several processes that serve on one port, and serves nothing itself: starts anew what died, hands signals on and
 * ends once all have ended. The first worker migrates the schema before there is another.
 */
export async function supervise(config: Config): Promise<void> {
  Logger.overrideLogger(nestLogger(createLog(config.LOG_LEVEL)));
  answerForWorkers();
  const workers = new Workers();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void workers.end(signal, 0));
  await workers.startFirst();
  for (let count = 1; count < config.WORKERS; count++) workers.keepOne();
}

class Workers {
  private readonly logger = new Logger('Workers');
  private ending = false;
  private quickDeaths = 0;

  /** One that cannot start ends the service, as it would if it were alone: it has said why. */
  async startFirst(): Promise<void> {
    const worker = cluster.fork();
    const served = new AbortController();
    worker.once('listening', () => served.abort());
    try {
      const [code] = (await once(worker, 'exit', { signal: served.signal })) as (number | null)[];
      process.exit(this.ending ? 0 : code || 1);
    } catch (error) {
      if (!served.signal.aborted) throw error;
      void this.keep(worker);
    }
  }

  keepOne(): void {
    if (!this.ending) void this.keep(cluster.fork());
  }

  /** Ends all of them, and then this process. */
  async end(signal: 'SIGTERM' | 'SIGINT', code: number): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    const late = setTimeout(() => {
      for (const worker of alive()) {
        this.logger.warn({ pid: worker.process.pid }, 'A worker did not end in time and is killed');
        worker.process.kill('SIGKILL');
      }
    }, LONGEST_END_MS);
    const exits = alive().map(async (worker) => {
      const exit = once(worker, 'exit');
      worker.process.kill(signal);
      await exit;
    });
    await Promise.all(exits);
    clearTimeout(late);
    process.exit(code);
  }

  /** Replaces the worker when it dies. */
  private async keep(worker: Worker): Promise<void> {
    const start = performance.now();
    const [code, signal] = (await once(worker, 'exit')) as [number | null, string | null];
    if (this.ending) return;
    this.quickDeaths = performance.now() - start < QUICK_DEATH_MS ? this.quickDeaths + 1 : 0;
    this.logger.error({ pid: worker.process.pid, code, signal }, 'A worker died');
    if (this.quickDeaths >= QUICK_DEATHS) {
      this.logger.fatal(`${QUICK_DEATHS} workers in a row died at once: giving up`);
      await this.end('SIGTERM', 1);
      return;
    }
    if (this.quickDeaths > 0) await sleep(FIRST_PAUSE_MS * 2 ** (this.quickDeaths - 1));
    this.keepOne();
  }
}

function alive(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
}
