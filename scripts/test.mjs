/**
 * node scripts/test.mjs [--mysql] [--only=unit,architecture,e2e] [arguments of jest]
 *
 * --mysql, or DB_ENGINE=mysql, runs on the server at DB_URL, where the tests make and drop databases of their own;
 * otherwise the tests use SQLite.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { runNode } from './process.mjs';
import { ready, ROOT } from './ready.mjs';

const given = process.argv.slice(2);
const own = (argument) => argument === '--mysql' || argument.startsWith('--only=');
const only = given.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const env = { DB_ENGINE: 'sqlite', ...process.env, NODE_ENV: 'test' };
if (given.includes('--mysql')) env.DB_ENGINE = 'mysql';

if (env.DB_ENGINE === 'mysql') {
  env.DB_URL ??= 'mysql://root@127.0.0.1:3306/polydesk_test';
  await mustAnswer(new URL(env.DB_URL));
}
await ready();
process.exitCode = await runNode(
  [
    // Jest runs native ES modules only behind this flag, which Node then warns of.
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...given.filter((argument) => !own(argument)),
    ...(only ? ['--selectProjects', ...only.split(',')] : []),
  ],
  { cwd: ROOT, env },
);

async function mustAnswer({ hostname, port }) {
  const socket = connect(Number(port || 3306), hostname);
  try {
    await once(socket, 'connect');
  } catch (error) {
    console.error(`No MariaDB or MySQL answers at ${hostname}:${port || 3306} (${error.code}). DB_URL names another.`);
    process.exit(1);
  } finally {
    socket.destroy();
  }
}
