import { AsyncLocalStorage } from 'node:async_hooks';
import { jest } from '@jest/globals';
import { UsersService } from '../../src/modules/auth/index.js';
import type { Actor, TenantContext } from '../../src/platform/context/request-context.js';
import { Database } from '../../src/platform/database/database.service.js';
import type { Desk, Person } from './desk.js';
import type { TestApp } from './test-app.js';

/** What a service is called with when somebody of the desk asks; `changes` override the actor. */
export async function contextOf(
  { app }: TestApp,
  { ctx }: Desk,
  { id }: Pick<Person, 'id'>,
  changes: Partial<Actor> = {},
): Promise<TenantContext> {
  const { role, team } = await app.get(UsersService).get(ctx, id);
  const sharedTeamId = team?.visibility === 'team' ? team.id : null;
  return { ...ctx, actor: { type: 'user', id, userId: id, role, sharedTeamId, ...changes } };
}

/** How often the database is asked, or told, by this work: what the service does by itself meanwhile does not count. */
export async function statementsOf({ app }: TestApp, work: () => Promise<unknown>): Promise<number> {
  const database = app.get(Database);
  const [read, write] = [database.read.bind(database), database.write.bind(database)];
  const within = new AsyncLocalStorage<true>();
  let statements = 0;
  const count = () => (statements += within.getStore() ? 1 : 0);
  const spies = [
    jest.spyOn(database, 'read').mockImplementation((ctx, query) => (count(), read(ctx, query))),
    jest.spyOn(database, 'write').mockImplementation((ctx, statement) => (count(), write(ctx, statement))),
  ];
  try {
    await within.run(true, work);
    return statements;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
