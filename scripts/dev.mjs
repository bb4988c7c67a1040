/** Compiles and restarts the server on every change. */
import { join } from 'node:path';
import { runNode } from './process.mjs';
import { ready, ROOT } from './ready.mjs';

await ready();
process.exitCode = await runNode([join(ROOT, 'node_modules/@nestjs/cli/bin/nest.js'), 'start', '--watch'], {
  cwd: ROOT,
});
