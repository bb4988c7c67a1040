/** node scripts/test-browser.mjs [files]: the journeys through the pages, in a real browser, on built programs. */
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DEMO_DATA, startDesk } from '../test/browser/support/desk.mjs';
import { runNode } from './process.mjs';
import { ready, ROOT } from './ready.mjs';

const FOLDER = join(ROOT, 'test/browser');
/** What is measured has the machine to itself. */
const ALONE = new Set(['speed.spec.mjs']);

await ready({ build: ['server', 'console'] });
const all = readdirSync(FOLDER).filter((name) => name.endsWith('.spec.mjs'));
const files = process.argv.length > 2 ? process.argv.slice(2) : all.map((name) => join(FOLDER, name));
const demo = await startDesk();
await demo.stop({ keepData: true });
try {
  const together = files.filter((file) => !ALONE.has(basename(file)));
  const alone = files.filter((file) => ALONE.has(basename(file)));
  process.exitCode = (await run(together, 2)) || (await run(alone, 1));
} finally {
  rmSync(demo.folder, { recursive: true, force: true });
}

async function run(these, atOnce) {
  if (these.length === 0) return 0;
  return runNode(
    ['--test', `--test-concurrency=${atOnce}`, '--test-reporter=spec', '--test-timeout=240000', ...these],
    { cwd: ROOT, env: { ...process.env, [DEMO_DATA]: demo.folder } },
  );
}
