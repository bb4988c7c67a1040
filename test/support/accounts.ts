import { SetupService, UsersService } from '../../src/modules/auth/index.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { Database } from '../../src/platform/database/database.service.js';
import { type Desk, PASSWORD } from './desk.js';
import type { TestApp } from './test-app.js';

/** A local account of the desk's tenant that can sign in with `PASSWORD`. */
export async function addAccount(
  { app }: TestApp,
  desk: Desk,
  name: string,
  role: 'customer' | 'agent' | 'admin' = 'customer',
) {
  const email = `${name}@${desk.code}.example`;
  const { id } = await app.get(UsersService).createLocal(desk.ctx, { name, email, role, password: PASSWORD });
  return { id, email, tenant: desk.code, password: PASSWORD };
}

export const OWNER = { name: 'Olivia Owner', email: 'owner@polydesk.example', password: PASSWORD };

/** Makes the owner of the installation and gives a client signed in as them. */
export async function signInOwner({ app, client }: TestApp) {
  await app.get(SetupService).createOwner({ requestId: 'test-setup' }, OWNER);
  const { email, password } = OWNER;
  const answer = await client.post('/auth/login', { email, password });
  return client.as(answer.body.data.access_token);
}

/** Moves the application's clock; `move(0)` brings it back. Caches keep their own time. */
export function clockOf({ app }: TestApp) {
  const clock = app.get(Clock);
  return {
    move: (ahead: number) => {
      clock.now = () => Date.now() + ahead;
    },
    /** Stops it at this very moment. */
    stop: () => {
      const moment = Date.now();
      clock.now = () => moment;
    },
  };
}

/** Everything that the event log holds, as text to search in. */
export async function writtenEvents({ app }: TestApp): Promise<string> {
  const rows = await app
    .get(Database)
    .read({ requestId: 'test' }, (manager) => manager.query<object[]>('SELECT * FROM events'));
  return JSON.stringify(rows);
}
