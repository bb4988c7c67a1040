/**
 * npm run chaos -- sabotage [--only name,…] [--keep]
 *
 * Looks after the scripts that look after the service: breaks a promise in a copy of this checkout, one way after the
 * other (test/chaos/sabotage), builds it and runs the script that must notice. Exits 1 when one stays green, or when a
 * sabotage does not fit the code any more.
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ready, ROOT } from '../../scripts/ready.mjs';

const FOLDER = join(ROOT, 'test', 'chaos', 'sabotage');
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const SCRIPTS = { 'kill-loop': 'test/chaos/kill-loop.mjs', 'lost-update': 'test/chaos/lost-update.mjs' };
const LEFT_OUT = ['node_modules', 'dist', '.dist-next', '.git', 'data', 'coverage'];

const names = options.only?.split(',') ?? readdirSync(FOLDER).map((file) => file.replace(/\.mjs$/, ''));
await ready();
const copy = mkdtempSync(join(tmpdir(), 'polydesk-sabotage-'));
const green = [];
try {
  const isCopied = (path) => !LEFT_OUT.includes(relative(ROOT, path).split('/')[0]);
  cpSync(ROOT, copy, { recursive: true, filter: isCopied });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const name of names) {
    const { default: sabotage } = await import(join(FOLDER, `${name}.mjs`));
    const verdict = await commit(sabotage);
    if (verdict !== 'red') green.push(name);
    console.log(`${verdict === 'red' ? 'noticed' : 'MISSED '} ${sabotage.what}: ${sabotage.script} is ${verdict}`);
  }
} finally {
  if (options.keep) console.log(`The copy is in ${copy}`);
  else rmSync(copy, { recursive: true, force: true });
}
console.log(`${names.length - green.length} of ${names.length} sabotages were noticed (bar: all)`);
process.exitCode = green.length === 0 ? 0 : 1;

/** `red`, or what the script was instead. */
async function commit({ variants, script, options: given, red }) {
  const variant = variants.find((edits) => edits.every(fits));
  if (!variant) return 'not run: the sabotage does not fit the code any more';
  const files = new Map(variant.map(({ file }) => [file, readFileSync(join(copy, file), 'utf8')]));
  for (const edit of variant) apply(edit);
  try {
    const built = await run(['scripts/build.mjs']);
    if (built.code !== 0) return `not run: the sabotaged code does not compile\n${built.output.slice(-2_000)}`;
    const { code, output } = await run([SCRIPTS[script], ...given]);
    if (code !== 0 && red.test(output)) return 'red';
    return code === 0 ? 'green' : `failing for another reason\n${output.slice(-2_000)}`;
  } finally {
    for (const [file, text] of files) writeFileSync(join(copy, file), text);
  }
}

function fits({ file, find }) {
  const path = join(copy, file);
  return existsSync(path) && readFileSync(path, 'utf8').includes(find);
}

function apply({ file, find, replace }) {
  const path = join(copy, file);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(find, () => replace),
  );
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', reject).on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
