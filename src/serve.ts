import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SECOND } from './platform/clock/clock.js';
import { Config } from './platform/config/config.js';
import { Leadership } from './platform/database/leadership.js';
import { Drain } from './platform/health/drain.js';
import { listenProblem } from './preflight.js';

/** From the signal on; what is not done by then is cut, and the process ends before anybody kills it. */
const CUT_AFTER_MS = 25 * SECOND;
const EXIT_AFTER_MS = 28 * SECOND;

const POLL_MS = 50;
/** How long a connection is left to a client that may just be sending its next request. */
const LINGER_MS = 750;

/** A turn of the event loop as short as this had nothing to do. */
const QUIET_MS = 0.3;
const LONGEST_WAIT_FOR_QUIET_MS = 1_000;

/** Listens, and from then on leads if it falls to this process; ends in order when it is told to. */
export async function serve(app: NestFastifyApplication): Promise<void> {
  const config = app.get(Config);
  await listen(app, config);
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

async function listen(app: NestFastifyApplication, { PORT, HOST }: Config): Promise<void> {
  try {
    await app.listen(PORT, HOST);
  } catch (error) {
    throw listenProblem(error);
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

/**
 * Stops taking connections, then lets those there are end: each with its next answer, or once it has been idle for a
 * moment in which no request can be on its way any more.
 */
async function closeServer(app: NestFastifyApplication, deadline: number, logger: Logger): Promise<void> {
  const drain = app.get(Drain);
  const server = app.getHttpServer();
  await quietTurn(server);
  // Not http's own, which would cut idle connections at once, with what is about to be read from them.
  NetServer.prototype.close.call(server);
  drain.close();
  let emptySince = performance.now();
  for (let now = emptySince; now < emptySince + LINGER_MS; now = performance.now()) {
    const { accepted } = drain;
    if (accepted.length > 0) emptySince = now;
    if (now >= deadline) {
      logger.warn({ requests: accepted }, `Cut ${accepted.length} requests that took too long`);
      break;
    }
    await sleep(POLL_MS);
  }
  // Those left are idle, or have sent half a request, or were cut.
  server.closeAllConnections();
}

/**
 * Waits for a turn of the event loop that brings no connection and nothing else either. Whoever connects is in a queue
 * of the system's until we look, a connection a turn, and is cut when the queue goes.
 */
async function quietTurn(server: NetServer): Promise<void> {
  let brought = 0;
  const count = () => brought++;
  server.on('connection', count);
  const giveUp = performance.now() + LONGEST_WAIT_FOR_QUIET_MS;
  for (let start = performance.now(); ; start = performance.now()) {
    brought = 0;
    await new Promise((resolve) => setImmediate(resolve));
    const now = performance.now();
    if ((brought === 0 && now - start < QUIET_MS) || now > giveUp) break;
  }
  server.off('connection', count);
}
