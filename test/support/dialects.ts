import { TenantsService } from '../../src/modules/auth/index.js';
import { type DialectWire, dialectWires } from '../../src/platform/http/dialect-wire.js';
import { Database } from '../../src/platform/database/database.service.js';
import type { Desk, Person } from './desk.js';
import type { TestApp } from './test-app.js';

type Settings = Readonly<Record<string, unknown>>;

/** Lets the desk's tenant speak these dialects and no others, with their settings. */
export async function speak({ app }: TestApp, desk: Desk, dialects: Readonly<Record<string, Settings>>): Promise<void> {
  const changes = { dialects: Object.keys(dialects), dialectSettings: dialects };
  await app.get(TenantsService).change(desk.ctx, desk.ctx.tenant.id, changes);
}

/** A value for every secret that a dialect has, made of its full name, such as `daakey.secret_key`. */
export function dialectSecrets(value: (name: string) => string): Record<string, Record<string, string>> {
  const wires: readonly (DialectWire & { readonly secrets?: readonly string[] })[] = dialectWires();
  return Object.fromEntries(
    wires.map(({ name, secrets = [] }) => [
      name,
      Object.fromEntries(secrets.map((secret) => [secret, value(`${name}.${secret}`)])),
    ]),
  );
}

/** Uploads a file that gets this number, which nobody has had yet. */
export async function uploadAs({ app }: TestApp, desk: Desk, person: Person, number: number): Promise<void> {
  const database = app.get(Database);
  await database.transaction(desk.ctx, async (tx) => {
    while ((await database.nextNumber(tx, 'attachments')) < number - 1);
  });
  const { body } = await person.client.upload('statement.txt', 'Payment refused.', 'text/plain');
  if (body.data.id !== number) throw new Error(`The file got the number ${body.data.id}, not ${number}`);
}
