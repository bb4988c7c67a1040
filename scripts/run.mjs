/**
 * node scripts/run.mjs dist/main.js [arguments]: makes the clone ready and becomes the program. One process, so signals
 * and the exit code are the program's own.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ready, ROOT } from './ready.mjs';

await ready({ build: ['server', 'console'] });
process.argv.splice(1, 2, resolve(ROOT, process.argv[2]));
await import(pathToFileURL(process.argv[1]));
