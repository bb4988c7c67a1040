import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SECOND } from './platform/clock/clock.js';
import { Config } from './platform/config/config.js';
import { Leadership } from './platform/database/leadership.js';
import { Drain } from './platform/health/drain.js';

/** From the signal on; what is not done by then is cut, and the process ends before anybody kills it. */
const CUT_AFTER_MS = 25 * SECOND;
const EXIT_AFTER_MS = 28 * SECOND;

const POLL_MS = 50;
/** For answers that have left us and not yet the machine. */
const LINGER_MS = 250;

/** Listens, and from then on leads if it falls to this process; ends in order when it is told to. */
export async function serve(app: NestFastifyApplication): Promise<void> {
  const config = app.get(Config);
  await app.listen(config.PORT, config.HOST);
  app.get(Leadership).stand();
  let leaving = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A terminal signals every process behind it, and npm hands it on once more.
      if (!leaving) void leave(app, signal);
      leaving = true;
    });
  }
}

/**
 * Says that it is not ready while it still serves, so that balancers turn away; then takes nothing more, finishes what
 * it has accepted, stops what runs in the background and ends with 0. Nest's own way hangs on idle connections, or cuts
 * requests that are under way.
 */
async function leave(app: NestFastifyApplication, signal: string): Promise<void> {
  const logger = new Logger('Shutdown');
  const start = performance.now();
  const drain = app.get(Drain);
  logger.log(`Received ${signal}: finishing what is under way`);
  drain.leave();
  setTimeout(() => {
    logger.warn('Background work did not stop in time and is cut');
    process.exit(0);
  }, EXIT_AFTER_MS);
  try {
    await sleep(app.get(Config).SHUTDOWN_GRACE_SECONDS * SECOND);
    await closeServer(app, start + CUT_AFTER_MS, logger);
    await app.close();
    logger.log(`Ended in order after ${Math.round(performance.now() - start)} ms`);
    process.exit(0);
  } catch (error) {
    logger.error({ err: error }, 'Could not end in order');
    process.exit(1);
  }
}

async function closeServer(app: NestFastifyApplication, deadline: number, logger: Logger): Promise<void> {
  const drain = app.get(Drain);
  const server = app.getHttpServer();
  // Right after the sockets were looked at, so that hardly a connection waits that nobody has taken up.
  await new Promise((resolve) => setImmediate(resolve));
  server.close();
  drain.close();
  let emptySince: number | null = null;
  for (;;) {
    const now = performance.now();
    const { accepted } = drain;
    emptySince = accepted.length > 0 ? null : (emptySince ?? now);
    if (emptySince !== null && now - emptySince >= LINGER_MS) break;
    if (now >= deadline) {
      logger.warn({ requests: accepted }, `Cut ${accepted.length} requests that took too long`);
      break;
    }
    server.closeIdleConnections();
    await sleep(POLL_MS);
  }
  // Those left are requests that were cut, and connections on which none has come.
  server.closeAllConnections();
}
