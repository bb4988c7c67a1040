/** Installations of the benchmark that stay: where they are, what is in them, and how the service is started on them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/ready.mjs';
import { openInstallation, PATIENT } from '../scripts/service.mjs';

const DESCRIPTION = 'installation.json';
/** Names that belong to the benchmark: a database of such a name may be replaced. */
const OURS = /^polydesk_bench\w*$/;

/** By default `polydesk_bench`. Throws for a name that might be somebody's. */
export function nameOf({ database = 'polydesk_bench' }) {
  if (!OURS.test(database)) throw new Error('The database of a benchmark has a name that begins with polydesk_bench');
  return database;
}

export function folderOf(engine, name) {
  return join(ROOT, 'data', 'bench', `${name}-${engine}`);
}

/** Address of the database on the server that `DB_URL` names. */
export function databaseUrl(name) {
  const url = new URL(process.env.DB_URL || 'mysql://root@127.0.0.1:3306/');
  url.pathname = `/${name}`;
  return url.href;
}

/** Writes down what was put into an installation. */
export function describe({ engine, name, ...description }) {
  const folder = folderOf(engine, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, DESCRIPTION), `${JSON.stringify({ engine, name, ...description }, null, 2)}\n`);
}

/** What `bench:seed` has written down. */
export function descriptionOf(engine, name) {
  try {
    return JSON.parse(readFileSync(join(folderOf(engine, name), DESCRIPTION), 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Error(`There is no ${engine} installation ${name}: run npm run bench:seed first`, { cause: error });
  }
}

/** The installation, ready to be started as in production, but refusing nobody and forgetting nothing. */
export function openSeeded({ engine, name, secrets }, { environment = {}, nodeOptions = [] } = {}) {
  return openInstallation({
    engine,
    folder: folderOf(engine, name),
    database: engine === 'mysql' ? { url: databaseUrl(name), name } : null,
    environment: {
      ...PATIENT,
      ...{ NODE_ENV: 'production', LOG_LEVEL: 'error', RETENTION_EVENTS_DAYS: '0', ...secrets },
      ...environment,
    },
    nodeOptions,
  });
}
