import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

/** A database of one test file, on the engine that `DB_ENGINE` names, and what the service must be told to use it. */
export interface TestDatabase {
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  drop(): Promise<void>;
}

const PREFIX = 'polydesk_test';

export async function createTestDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}-`));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  if (process.env['DB_ENGINE'] !== 'mysql') {
    return {
      folder,
      environment: { DB_ENGINE: 'sqlite', DB_URL: '', DATA_DIR: folder },
      drop: () => Promise.resolve(removeFolder()),
    };
  }
  const server = new URL(process.env['DB_URL'] ?? 'mysql://root@127.0.0.1:3306/polydesk_test');
  const name = `${PREFIX}_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  return {
    folder,
    environment: { DB_ENGINE: 'mysql', DB_URL: databaseUrl(server, name), DATA_DIR: folder },
    drop: async () => {
      await onServer(server, `DROP DATABASE ${ownDatabase(name)}`);
      removeFolder();
    },
  };
}

/** The name, if it is one of ours: nothing else is ever dropped. */
export function ownDatabase(name: string): string {
  if (!/^polydesk_test_[0-9a-f]{12}$/.test(name)) throw new Error(`${name} is not a database that the tests made`);
  return name;
}

function databaseUrl(server: URL, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

async function onServer(server: URL, statement: string): Promise<void> {
  const connection = await createConnection({
    host: server.hostname,
    port: Number(server.port || 3306),
    user: decodeURIComponent(server.username),
    password: decodeURIComponent(server.password),
  });
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
