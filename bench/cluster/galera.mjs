/** A Galera cluster of a script's own, on loopback ports of its own and never as root. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mysql2/promise';
import { layOutData } from '../../scripts/mariadb.mjs';
import { freePort } from '../../scripts/service.mjs';

const PATIENCE_MS = 90_000;
const EXAMPLE = fileURLToPath(new URL('.', import.meta.url));

/**
 * A node counts as gone once nothing was heard of it for `suspect`, and until then nothing is committed anywhere. Galera's
 * own 5 s would do; what is shorter is a shorter pause, and sooner wrong on a slow network.
 */
const GROUP = 'evs.keepalive_period=PT0.5S;evs.suspect_timeout=PT3S;evs.inactive_timeout=PT6S;evs.install_timeout=PT3S';

/** Who the servers run as: whoever runs the script, or Debian's account for MariaDB when that is root. */
function account() {
  const { uid, gid, username } = userInfo();
  if (uid !== 0) return { uid, gid, name: username };
  const id = (flag) => Number(execFileSync('id', [flag, 'mysql'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g'), name: 'mysql' };
}

/** Folder and account of what the example starts. Everything of it ends and goes with the script, however that ends. */
export function createPlace() {
  const who = account();
  const folder = mkdtempSync(join(tmpdir(), 'polydesk-cluster-'));
  const children = new Set();
  for (const file of ['galera.cnf', 'haproxy.cfg']) copyFileSync(join(EXAMPLE, file), join(folder, file));
  chownSync(folder, who.uid, who.gid);
  process.once('exit', () => {
    for (const child of children) killGroup(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    folder,
    who,
    /** Copies what the servers wrote to where it stays, and more texts by their names. */
    keepLogs: (to, more) => {
      mkdirSync(to, { recursive: true });
      for (const [name, text] of Object.entries(more)) writeFileSync(join(to, name), text);
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.log'))) {
        copyFileSync(join(folder, file), join(to, file));
      }
      for (const { said, spawnfile, pid } of children) {
        if (said) writeFileSync(join(to, `${spawnfile}-${pid}.log`), said);
      }
    },
    /** Starts a program in a process group of its own; one that is not `ours` as the account. */
    run: (program, args, { env = {}, ours = false } = {}) => {
      const child = spawn(program, args, {
        cwd: folder,
        env: { ...process.env, HOME: folder, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
        ...(!ours && { uid: who.uid, gid: who.gid }),
      });
      child.said = '';
      const hear = (chunk) => (child.said = (child.said + chunk).slice(-20_000));
      child.stdout.setEncoding('utf8').on('data', hear);
      child.stderr.setEncoding('utf8').on('data', hear);
      child.ended = new Promise((resolve) => child.once('exit', resolve));
      children.add(child);
      return child;
    },
  };
}

/** Helpers of a server, as the transfer of its data, may outlive it. */
function killGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

export async function createGalera(place, size = 3) {
  const ports = [];
  for (let number = 1; number <= size; number++) {
    ports.push({ sql: await freePort(), group: await freePort(), ist: await freePort(), sst: await freePort() });
  }
  const address = `gcomm://${ports.map(({ group }) => `127.0.0.1:${group}`).join(',')}`;
  const nodes = ports.map((each, index) => createNode(place, `node${index + 1}`, each, address));
  // The others get their data from the first, as a node does that was never there.
  layOutData({ data: nodes[0].data, user: place.who.name });
  await nodes[0].start({ first: true });
  for (const node of nodes.slice(1)) await node.start();
  return nodes;
}

function createNode(place, name, ports, address) {
  const data = join(place.folder, name);
  const provider = `${GROUP};base_port=${ports.group};gmcast.listen_addr=tcp://127.0.0.1:${ports.group};ist.recv_addr=127.0.0.1:${ports.ist};gcache.size=64M`;
  const own = [
    ...[`--defaults-file=${join(place.folder, 'galera.cnf')}`, `--datadir=${data}`],
    ...[`--socket=${join(place.folder, `${name}.sock`)}`, `--pid-file=${join(place.folder, `${name}.pid`)}`],
    ...['--bind-address=127.0.0.1', `--port=${ports.sql}`, `--log-error=${join(place.folder, `${name}.log`)}`],
  ];
  const group = [
    ...[`--wsrep-node-name=${name}`, '--wsrep-node-address=127.0.0.1', `--wsrep-cluster-address=${address}`],
    ...[`--wsrep-sst-receive-address=127.0.0.1:${ports.sst}`, `--wsrep-provider-options=${provider}`],
  ];
  const logFile = join(place.folder, `${name}.log`);
  const log = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  let child = null;
  mkdirSync(data);
  chownSync(data, place.who.uid, place.who.gid);

  /** Where a node that was killed had come to; without that it would ask for all of its data. */
  const recover = async () => {
    if (!existsSync(join(data, 'grastate.dat'))) return [];
    const before = log().length;
    await place.run('mariadbd', [...own, ...group, '--wsrep-recover']).ended;
    const position = /Recovered position:\s*(\S+:-?\d+)/.exec(log().slice(before))?.[1];
    return position ? [`--wsrep-start-position=${position}`] : [];
  };

  return {
    name,
    data,
    port: ports.sql,
    url: (database) => `mysql://root@127.0.0.1:${ports.sql}/${database}`,
    /** Starts it and waits until it has all that the others have; tells how it got that. */
    start: async ({ first = false } = {}) => {
      const position = first ? [] : await recover();
      const before = log().length;
      child = place.run('mariadbd', [...own, ...group, ...position, ...(first ? ['--wsrep-new-cluster'] : [])]);
      const start = performance.now();
      while (!(await isSynced(ports.sql))) {
        const isDead = child.exitCode !== null || child.signalCode !== null;
        if (isDead || performance.now() - start > PATIENCE_MS) {
          throw new Error(`${name} did not join:\n${log().slice(before).slice(-3_000)}`);
        }
        await sleep(100);
      }
      return /SST completed on joiner/.test(log().slice(before)) ? 'all of its data' : 'what it had missed';
    },
    kill: async () => {
      child.kill('SIGKILL');
      await child.ended;
    },
  };
}

async function isSynced(port) {
  try {
    const connection = await createConnection({ host: '127.0.0.1', port, user: 'root', connectTimeout: 1_000 });
    const [[row]] = await connection.query("SHOW STATUS LIKE 'wsrep_local_state_comment'");
    connection.destroy();
    return row?.Value === 'Synced';
  } catch {
    return false;
  }
}
