import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { SECOND } from '../clock/clock.js';
import { type Config, ConfigError } from '../config/config.js';
import { type Engine, engineOf } from './engines/index.js';

const PAUSE_MS = 250;

/** Waits, but not for long, until the database can be connected to. What stays in the way names its variable. */
export async function reach(engine: Engine, patienceSeconds: number): Promise<void> {
  const patience = performance.now() + patienceSeconds * SECOND;
  for (let attempt = 1; ; attempt++) {
    try {
      await engine.reach();
      return;
    } catch (error) {
      const problem = engine.startProblem(error);
      if (!problem) throw error;
      if (!problem.mayPass || performance.now() >= patience) {
        throw new ConfigError([`${problem.variable}: ${problem.text}`]);
      }
      if (attempt === 1) new Logger('Database').warn(`Waiting for the database: ${problem.text}`);
      await sleep(PAUSE_MS);
    }
  }
}

/** The same with an engine of its own, before there is an application. */
export async function reachDatabase(config: Config, patienceSeconds: number): Promise<void> {
  const engine = await engineOf(config);
  try {
    await reach(engine, patienceSeconds);
  } finally {
    await engine.close();
  }
}
