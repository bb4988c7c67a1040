/** A MariaDB server of a script's own, so that it can be killed. Nothing of it is left after `remove`. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort } from './service.mjs';

const START_PATIENCE_MS = 60_000;

/** Null, with a word on why, where there is no server to start. */
export async function createMariadb() {
  const folder = mkdtempSync(join(tmpdir(), 'polydesk-mariadb-'));
  const data = join(folder, 'data');
  const user = userInfo().username;
  try {
    layOutData({ data, user });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (error.code !== 'ENOENT') throw error;
    console.log('Skipped: there is no mariadb-install-db here (Debian: apt-get install mariadb-server)');
    return null;
  }
  chownSync(folder, userInfo().uid, userInfo().gid);
  const port = await freePort();
  const url = `mysql://root@127.0.0.1:${port}/polydesk_test`;
  let child = null;
  process.once('exit', () => child?.kill('SIGKILL'));

  const server = {
    port,
    url,
    start: async () => {
      if (child && child.exitCode === null && child.signalCode === null) return;
      const options = [`--datadir=${data}`, `--socket=${join(folder, 'socket')}`, `--pid-file=${join(folder, 'pid')}`];
      const network = ['--bind-address=127.0.0.1', `--port=${port}`];
      child = spawn(
        'mariadbd',
        ['--no-defaults', `--user=${user}`, ...options, ...network, '--character-set-server=utf8mb4'],
        {
          stdio: 'ignore',
        },
      );
      for (let waited = 0; !(await answers(port)); waited += 50) {
        if (child.exitCode !== null || waited > START_PATIENCE_MS) throw new Error('MariaDB did not start');
        await sleep(50);
      }
    },
    end: async (signal) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    },
    remove: async () => {
      await server.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** Makes the folder of a new server, whose root needs no password. */
export function layOutData({ data, user }) {
  const options = ['--no-defaults', `--user=${user}`, `--datadir=${data}`, '--skip-test-db'];
  execFileSync('mariadb-install-db', [...options, '--auth-root-authentication-method=normal'], { stdio: 'pipe' });
}

async function answers(port) {
  try {
    await (await createConnection({ host: '127.0.0.1', port, user: 'root', connectTimeout: 1_000 })).end();
    return true;
  } catch {
    return false;
  }
}
