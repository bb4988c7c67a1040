import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../../scripts/ready.mjs';
import { freePort, PATIENT } from '../../../scripts/service.mjs';

const DEMO = 'demo/main.js';
/** A folder with the data of a demo, made once for all files that begin with it; without it each makes its own. */
export const DEMO_DATA = 'POLYDESK_DEMO_DATA';

/** A service of its own on data of its own, as the built programs run it. `fill` adds to the data before it starts. */
export async function startDesk({ program = DEMO, host = '127.0.0.1', fill, env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'polydesk-browser-'));
  const given = program === DEMO ? process.env[DEMO_DATA] : undefined;
  if (given !== undefined) cpSync(given, folder, { recursive: true });
  fill?.(folder);
  const port = await freePort();
  const process_ = spawn(process.execPath, [join(ROOT, 'dist', program)], {
    cwd: folder,
    env: {
      ...process.env,
      ...{ HOST: host, PORT: String(port), DATA_DIR: folder, DB_ENGINE: 'sqlite', DB_URL: '', LOG_LEVEL: 'error' },
      ...PATIENT,
      MAX_CONCURRENT_REQUESTS: '100',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever becomes of the tests, they leave no process behind.
  const kill = () => process_.kill('SIGKILL');
  process.once('exit', kill);
  process_.once('exit', () => process.off('exit', kill));
  let output = '';
  for (const stream of [process_.stdout, process_.stderr]) stream.on('data', (chunk) => (output += chunk));
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; !(await isReady(url)); waited += 100) {
    if (process_.exitCode !== null || waited > 90_000) throw new Error(`The desk did not start:\n${output}`);
    await sleep(100);
  }
  return {
    url,
    port,
    folder,
    get output() {
      return output;
    },
    stop: async ({ keepData = false } = {}) => {
      if (process_.exitCode === null) {
        const ended = new Promise((resolve) => process_.once('exit', resolve));
        // Data that is thrown away needs no good end.
        process_.kill(keepData ? 'SIGTERM' : 'SIGKILL');
        await ended;
      }
      if (!keepData && existsSync(folder)) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}
