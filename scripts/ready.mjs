/**
 * Makes a fresh or just updated clone ready to run. Uses nothing but Node, as it runs before anything is installed.
 * It says what it does on stderr: stdout belongs to the program that runs afterwards.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runNode } from './process.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCK = join(ROOT, '.ready.lock');
const LOCK_LIFE_MS = 15 * 60_000;

/**
 * What is built: into which folder and from what. `compile` gets the folder to build into, which takes the other's place
 * at the end, so that a build that is broken off leaves no half of one.
 */
const PARTS = {
  server: {
    dist: join(ROOT, 'dist'),
    sources: ['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    compile: (outDir) =>
      runNode([join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', outDir], {
        cwd: ROOT,
        stdio: ['ignore', 2, 2],
      }),
  },
  console: {
    dist: join(ROOT, 'console/dist'),
    sources: ['console', 'package-lock.json'],
    compile: async (outDir) =>
      (await buildPage('console', outDir, '--emptyOutDir')) || buildPage('portal', outDir, '--no-emptyOutDir'),
  },
};
const GENERATED = new Set(['dist', '.dist-next', 'node_modules']);

class NotReady extends Error {}

/** Installs and builds the parts that are asked for, where they are missing or out of date. Ends the process when it cannot. */
export async function ready({ build = [] } = {}) {
  try {
    checkNodeVersion();
    const { toInstall, toBuild } = lacking(build);
    if (toInstall || toBuild.length > 0) await locked(() => prepare(build));
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
    say(error.message);
    process.exit(1);
  }
}

function lacking(build) {
  const toBuild = build.filter((name) => !isBuilt(PARTS[name]));
  // A finished build runs without the tools that made it.
  return { toBuild, toInstall: !isInstalled({ withTools: toBuild.length > 0 || build.length === 0 }) };
}

async function prepare(build) {
  // Asked again: whoever had the lock before us may have done it.
  const { toInstall, toBuild } = lacking(build);
  if (toInstall) await install();
  for (const name of toBuild) await compile(name);
}

function checkNodeVersion() {
  const wanted = readJson('package.json').engines.node;
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = wanted.split('||').some((range) => {
    const [, sign, wantedMajor, wantedMinor] = /(\^|>=)(\d+)\.(\d+)/.exec(range);
    const sameMajor = major === Number(wantedMajor);
    return (sameMajor && minor >= Number(wantedMinor)) || (sign === '>=' && major > Number(wantedMajor));
  });
  if (!fits) throw new NotReady(`Polydesk needs Node.js ${wanted}; this is ${process.versions.node}.`);
}

/** npm keeps a record of what it installed, and writes it last. */
function isInstalled({ withTools }) {
  const record = join('node_modules', '.package-lock.json');
  if (!existsSync(join(ROOT, record))) return false;
  const installed = readJson(record).packages;
  return Object.entries(readJson('package-lock.json').packages).every(
    ([path, wanted]) =>
      path === '' ||
      wanted.optional ||
      (wanted.dev && !withTools) ||
      (installed[path] !== undefined && installed[path].version === wanted.version),
  );
}

async function install() {
  const npm = process.env.npm_execpath;
  if (!npm?.endsWith('npm-cli.js')) throw new NotReady('The dependencies are missing or out of date: run `npm ci`.');
  say('Installing dependencies …');
  const code = await runNode([npm, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new NotReady('Installing the dependencies failed; npm says why above.');
}

function isBuilt({ dist, sources }) {
  const stamp = join(dist, '.build-stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(sources);
}

async function compile(name) {
  const { dist, sources, compile: build } = PARTS[name];
  const next = join(dirname(dist), '.dist-next');
  say(`Building the ${name} …`);
  const stamp = hashOf(sources);
  rmSync(next, { recursive: true, force: true });
  const code = await build(next);
  if (code !== 0) throw new NotReady('The build failed; the compiler says why above.');
  writeFileSync(join(next, '.build-stamp'), stamp);
  rmSync(dist, { recursive: true, force: true });
  renameSync(next, dist);
}

function buildPage(page, outDir, emptying) {
  return runNode([viteBin(), 'build', '--mode', page, '--outDir', outDir, emptying, '--logLevel', 'warn'], {
    cwd: join(ROOT, 'console'),
    stdio: ['ignore', 2, 2],
  });
}

/** Vite may lie in the folder of the console's own packages or in the common one. */
function viteBin() {
  const manifest = createRequire(join(ROOT, 'console/package.json')).resolve('vite/package.json');
  return join(dirname(manifest), 'bin/vite.js');
}

function hashOf(sources) {
  const hash = createHash('sha256');
  const files = sources.flatMap((name) => filesIn(join(ROOT, name))).sort();
  for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** The file of this name, or all in the folder of this name that a build may depend on. */
function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !GENERATED.has(name) && !name.endsWith('.spec.ts'))
    .flatMap(({ name }) => filesIn(join(path, name)));
}

/** One process prepares at a time; the others wait and then find nothing left to do. */
async function locked(work) {
  for (let waiting = false; !take(); waiting = true) {
    if (!waiting) say('Waiting for another process that prepares this folder …');
    await sleep(200);
  }
  try {
    await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function take() {
  if (isAbandoned()) rmSync(LOCK, { force: true });
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned() {
  try {
    if (Date.now() - statSync(LOCK).mtimeMs > LOCK_LIFE_MS) return true;
    const holder = Number(readFileSync(LOCK, 'utf8'));
    // Empty: its holder is about to write itself in.
    if (holder > 0) process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function readJson(path) {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
