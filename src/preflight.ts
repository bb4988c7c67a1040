import { once } from 'node:events';
import { access, constants, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type Config, ConfigError } from './platform/config/config.js';
import { Keys } from './platform/crypto/keys.service.js';
import { reachDatabase } from './platform/database/reach.js';

const NO_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL']);

/**
 * Tries what the configuration names outside this process: where to listen, the data folder with its secrets (which are
 * made there on the first start), the database. Before all else is loaded, so that a start that must fail fails at once.
 * Throws one `ConfigError` for all that is wrong.
 */
export async function preflight(config: Config): Promise<void> {
  const here = await failuresOf(
    () => tryToListen(config),
    () => tryFolder(config),
    () => new Keys(config),
  );
  // Who cannot start anyway does not wait for a database.
  const there = await failuresOf(() => reachDatabase(config, here.length > 0 ? 0 : config.DB_WAIT_SECONDS));
  const failures = [...here, ...there];
  const problems = failures.flatMap((failure) => (failure instanceof ConfigError ? failure.problems : []));
  if (problems.length > 0) throw new ConfigError(problems.filter(isFirstOfItsVariable));
  if (failures.length > 0) throw failures[0];
}

/** What is wrong with HOST or PORT when listening on them failed so; throws what has another cause. */
export function listenProblem(error: unknown): ConfigError {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new ConfigError(['PORT: another process listens on it']);
  if (code === 'EACCES') return new ConfigError(['PORT: this user may not listen on it']);
  if (NO_ADDRESS.has(code)) return new ConfigError(['HOST: is no address of this machine']);
  throw error;
}

async function tryToListen({ PORT, HOST }: Config): Promise<void> {
  // Whoever connects meanwhile must not keep it open.
  const server = createServer((socket) => socket.destroy()).listen(PORT, HOST);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw listenProblem(error);
  }
  server.close();
  await once(server, 'close');
}

/** Whether files can lie there at all. A disk that is full is left to readiness: what is on it can be read. */
async function tryFolder({ STORAGE_DRIVER, DATA_DIR }: Config): Promise<void> {
  if (STORAGE_DRIVER !== 'disk') return;
  try {
    await mkdir(DATA_DIR, { recursive: true, mode: 0o700 });
    await access(DATA_DIR, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOSPC') throw new ConfigError([`DATA_DIR: files cannot be kept there (${code})`]);
  }
}

/** A folder may fail in several ways for one reason. */
function isFirstOfItsVariable(problem: string, index: number, problems: readonly string[]): boolean {
  const [variable] = problem.split(':', 1);
  return problems.findIndex((each) => each.startsWith(`${variable}:`)) === index;
}

async function failuresOf(...checks: readonly (() => unknown)[]): Promise<unknown[]> {
  const outcomes = await Promise.allSettled(checks.map(async (check) => void (await check())));
  return outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
}
