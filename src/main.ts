import 'reflect-metadata';
import cluster from 'node:cluster';
import { readConfig } from './platform/config/config.js';
import { environment } from './platform/config/environment.js';
import { preflight } from './preflight.js';
import { run } from './run.js';

/** The service: one process that serves, or one that watches over several. All else is loaded afterwards. */
await run(async () => {
  const config = readConfig(environment());
  if (cluster.isPrimary) await preflight(config);
  if (config.WORKERS > 1 && cluster.isPrimary) {
    const { supervise } = await import('./supervise.js');
    await supervise(config);
  } else {
    const { serveDesk } = await import('./serve-desk.js');
    await serveDesk();
  }
});
