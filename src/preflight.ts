import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Config, ConfigError } from './platform/config/config.js';
import { Keys } from './platform/crypto/keys.service.js';
import { reachDatabase } from './platform/database/reach.js';

type Check = () => unknown;

/**
 * Tries what the configuration names outside this process: where to listen, where to keep secrets, the database. Before
 * all else is loaded, so that a start that must fail fails at once. Throws one `ConfigError` for all that is wrong.
 */
export async function preflight(config: Config): Promise<void> {
  const here = await problemsOf([() => tryToListen(config), () => new Keys(config)]);
  // Who cannot start anyway does not wait for a database.
  const there = await problemsOf([() => reachDatabase(config, here.length > 0 ? 0 : config.DB_WAIT_SECONDS)]);
  const problems = new Map([...there, ...here].map((problem) => [problem.split(':', 1)[0], problem]));
  if (problems.size > 0) throw new ConfigError([...problems.values()]);
}

/** What is wrong with HOST or PORT when listening on them failed so; throws what has another cause. */
export function listenProblem(error: unknown): ConfigError {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new ConfigError(['PORT: another process listens on it']);
  if (code === 'EACCES') return new ConfigError(['PORT: this user may not listen on it']);
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)) {
    return new ConfigError(['HOST: is no address of this machine']);
  }
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

async function problemsOf(checks: readonly Check[]): Promise<string[]> {
  const problems: string[] = [];
  for (const check of checks) {
    try {
      await check();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.problems);
    }
  }
  return problems;
}
