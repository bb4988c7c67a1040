/** node scripts/check.mjs [names]: every rule that needs no running service. All are tried; the failures are shown. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ready, ROOT } from './ready.mjs';

const cruised = ['src', 'test', 'bench', 'console', 'ormconfig.ts'].filter((path) => existsSync(join(ROOT, path)));

// The slowest first.
const CHECKS = {
  lint: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  types: ['typescript/bin/tsc'],
  'console types': ['typescript/bin/tsc', '--build', 'console'],
  'api types': ['../scripts/api-types.mjs', '--check'],
  format: ['prettier/bin/prettier.cjs', '--check', '.'],
  architecture: ['dependency-cruiser/bin/dependency-cruise.mjs', '--output-type', 'err-long', ...cruised],
  unused: ['knip/bin/knip.js'],
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(CHECKS);
const unknown = names.filter((name) => !(name in CHECKS));
if (unknown.length > 0) {
  console.error(`There is no check named ${unknown.join(', ')}; there are ${Object.keys(CHECKS).join(', ')}.`);
  process.exit(1);
}

await ready();
const waiting = [...names];
const failed = [];
await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const start = performance.now();
    const { code, output } = await run(CHECKS[name]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (code === 0) continue;
    failed.push(name);
    console.log(output.trimEnd());
  }
}

function run([bin, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', bin), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', reject).on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
