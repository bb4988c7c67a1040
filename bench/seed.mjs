/**
 * node bench/seed.mjs [--tickets 20000] [--engine mysql|sqlite] [--database polydesk_bench]
 *
 * Fills an installation that stays for later runs. Replaces the one of the same name.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import { createConnection } from 'mysql2/promise';
import { openLoader } from './bulk-load.mjs';
import { busyOf, COLUMNS, emailOf, ownerOf, peopleOf, tenantsOf, ticketsOf } from './data-set.mjs';
import { databaseUrl, describe, folderOf, nameOf, openSeeded } from './seeded.mjs';
import { SOUGHT } from './vocabulary.mjs';

const { values: options } = parseArgs({
  options: {
    tickets: { type: 'string', default: '20000' },
    engine: { type: 'string', default: 'mysql' },
    database: { type: 'string' },
  },
});
const PASSWORD = 'a-long-bench-password';
/** As the service hashes; one hash is everybody's. */
const HASHING = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const { engine } = options;
const tickets = Number(options.tickets);
const name = nameOf(options);
const secrets = { JWT_SECRET: randomBytes(32).toString('hex'), APP_KEY: randomBytes(32).toString('hex') };
const begin = performance.now();

await empty();
const installation = await openSeeded({ engine, name, secrets });
// Its first start makes the schema.
await (await installation.start()).end('SIGTERM');
const tenants = tenantsOf(tickets);
const messages = await fill(await openLoader(installation, COLUMNS));
describe({ engine, name, tickets, messages, secrets, password: PASSWORD, ...whoIsWho(), sought: SOUGHT });
say(`${tickets} tickets with ${messages} replies in ${name} (${engine}), described in ${folderOf(engine, name)}`);

async function empty() {
  const folder = folderOf(engine, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (engine !== 'mysql') return;
  const server = new URL(databaseUrl(name));
  server.pathname = '';
  const connection = await createConnection(server.href);
  await connection.query(`DROP DATABASE IF EXISTS ${name}`);
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  await connection.end();
}

/** Makes the next rows while the engine takes the ones before; answers how many replies there are. */
async function fill(loader) {
  const passwordHash = await hash(PASSWORD, HASHING);
  await loader.load(ownerOf(passwordHash));
  await loader.query('DELETE FROM setup');
  const stored = await import('../dist/platform/search/stored-words.js');
  let [events, replies, loading] = [0, 0, Promise.resolve()];
  for (const tenant of tenants) {
    const people = peopleOf(tenant, passwordHash);
    await loading;
    await loader.load(people);
    for (const rows of ticketsOf(tenant, events, stored)) {
      replies += rows.messages.length;
      await loading;
      loading = loader.load(rows);
      if (tenant === tenants[0]) say(`${rows.tickets.at(-1)[1]} of ${tickets} tickets`);
    }
    events += tenant.tickets;
  }
  await loading;
  // Whoever follows the feed stands at its end, and new events get their places behind it.
  await loader.query(`UPDATE event_marks SET position = ${events}`);
  say('all rows are in; making the indexes');
  await loader.finish();
  return replies;
}

/** Of the large tenant and of a small one: whom to sign in as, and which tickets to ask for. */
function whoIsWho() {
  const of = (tenant) => {
    const staff = tenant.admins + tenant.agents;
    return {
      ...{ id: tenant.id, code: tenant.code, tickets: tenant.tickets, busy: busyOf(tenant) },
      admin: emailOf(tenant, 1),
      // The one with the most tickets, and a customer whose team shares.
      ...{ agent: emailOf(tenant, tenant.admins + 1), agentId: tenant.admins + 1 },
      ...{ customer: emailOf(tenant, staff + sharing(tenant)) },
    };
  };
  return { tenants: tenants.length, large: of(tenants[0]), small: of(tenants[1]) };
}

/** The first customer in a team with an odd number; those share. */
function sharing({ teams }) {
  for (let customer = 1; ; customer++) if (customer % 5 !== 0 && (customer % teams) % 2 === 0) return customer;
}

function say(text) {
  console.log(`${((performance.now() - begin) / 1_000).toFixed(1)} s: ${text}`);
}
