import { randomBytes } from 'node:crypto';
import { SessionsService, TeamsService, TenantsService, UsersService } from '../../src/modules/auth/index.js';
import { CategoriesService, type Category } from '../../src/modules/categories/index.js';
import type { TenantContext } from '../../src/platform/context/request-context.js';
import type { Client } from './client.js';
import type { TestApp } from './test-app.js';

type Role = 'customer' | 'agent' | 'admin';

/** Somebody of a test tenant, signed in. */
export interface Person {
  readonly id: number;
  readonly email: string;
  readonly token: string;
  readonly client: Client;
}

/** A tenant with everybody a story needs: ada and bob share a team that shares tickets, cy is in another, dee in none. */
export interface Desk {
  readonly code: string;
  readonly ctx: TenantContext;
  readonly teams: { readonly shared: number; readonly other: number };
  /** Id of the first category: `general`, with `billing` beside it, unless others were asked for. */
  readonly categoryId: number;
  readonly people: Readonly<Record<'admin' | 'agent' | 'agent2' | 'ada' | 'bob' | 'cy' | 'dee', Person>>;
  /** Opens a ticket and gives its number; fields override the standard ones. */
  open(by: Person, fields?: Readonly<Record<string, unknown>>): Promise<number>;
  /** One more person. */
  add(name: string, role: Role, teamId?: number | null): Promise<Person>;
}

export const PASSWORD = 'a-test-password';

const system = { type: 'system', id: 0, userId: 0, role: 'owner', sharedTeamId: null } as const;

interface DeskOptions {
  /** Names of its categories; the first is the desk's `categoryId`. */
  readonly categories?: readonly string[];
}

export async function makeDesk(
  { app, client }: TestApp,
  { categories = ['General', 'Billing'] }: DeskOptions = {},
): Promise<Desk> {
  const code = `t${randomBytes(5).toString('hex')}`;
  const tenant = await app.get(TenantsService).create({ requestId: 'test-setup', actor: system }, { code, name: code });
  const ctx: TenantContext = { requestId: 'test-setup', tenant: { id: tenant.id, code }, actor: system };
  const team = async (name: string) => (await app.get(TeamsService).create(ctx, { name, visibility: 'team' })).id;
  const teams = { shared: await team('Shared'), other: await team('Other') };
  const made: Category[] = [];
  for (const name of categories) made.push(await app.get(CategoriesService).create(ctx, { name }));
  const categoryId = made[0]!.id;

  const add = async (name: string, role: Role, teamId: number | null = null): Promise<Person> => {
    const email = `${name}@${code}.example`;
    // Without a password, which would take most of the time; tests of signing in make their own accounts.
    const user = await app.get(UsersService).createLocal(ctx, { name, email, role, team_id: teamId });
    const { accessToken: token } = await app.get(SessionsService).start(ctx, tenant, user);
    return { id: user.id, email, token, client: client.as(token) };
  };
  const people = {
    admin: await add('admin', 'admin'),
    agent: await add('agent', 'agent'),
    agent2: await add('agent2', 'agent'),
    ada: await add('ada', 'customer', teams.shared),
    bob: await add('bob', 'customer', teams.shared),
    cy: await add('cy', 'customer', teams.other),
    dee: await add('dee', 'customer'),
  };
  const open = async (by: Person, fields: Readonly<Record<string, unknown>> = {}) => {
    const body = { subject: 'Van will not start', description: 'Silence.', category: 'general', ...fields };
    const answer = await by.client.post('/tickets', body);
    if (answer.status !== 201) throw new Error(`Opening a ticket answered ${answer.status}`);
    return answer.body.data.number as number;
  };
  return { code, ctx, teams, categoryId, people, open, add };
}
