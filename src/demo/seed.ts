import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AttachmentsService } from '../modules/attachments/index.js';
import {
  IdentityProvidersService,
  SetupService,
  TeamsService,
  TenantsService,
  UsersService,
} from '../modules/auth/index.js';
import { CategoriesService } from '../modules/categories/index.js';
import { LinkedResourcesService } from '../modules/linked-resources/index.js';
import { DAY } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.service.js';
import type { TenantContext } from '../platform/context/request-context.js';
import { dialectWires } from '../platform/http/dialect-wire.js';
import { type DemoPeople, emailOf } from './people.js';
import { atTime, replayThreads, startOfToday } from './replay.js';
import { DEMO_PASSWORD, DEMO_TENANTS, type DemoTenant, OWNER, PEOPLE, TEAMS } from './tenants.js';

/** How long the demo's tenants have been using the desk. */
const DAYS_IN_BUSINESS = 120;

const bare = { requestId: 'demo' };
const system = { type: 'system', id: 0, userId: 0, role: 'owner', sharedTeamId: null } as const;

/** Fills an empty database with the demo; a database that has it already is left as its visitors made it. */
export async function seedDemo(app: NestFastifyApplication): Promise<void> {
  if ((await app.get(SetupService).openSetup(bare)) === null) return;
  console.log('Making the demo data…');
  const opening = startOfToday() - DAYS_IN_BUSINESS * DAY;
  for (const demo of DEMO_TENANTS) {
    const people = await atTime(app, opening, () => seedTenant(app, demo));
    await replayThreads(app, people, demo.threads);
    await seedUploads(app, people, demo);
  }
  // Last, because the owner is what tells a complete demo from one that was interrupted.
  await app.get(SetupService).createOwner(bare, OWNER);
}

async function seedTenant(app: NestFastifyApplication, demo: DemoTenant): Promise<DemoPeople> {
  const tenants = app.get(TenantsService);
  const { id, code } = await tenants.create({ ...bare, actor: system }, demo);
  const ctx: TenantContext = { ...bare, tenant: { id, code }, actor: system };
  const people = await seedPeople(app, ctx);
  await seedSettings(app, ctx, demo);
  for (const [index, category] of demo.categories.entries()) {
    await app.get(CategoriesService).create(ctx, { ...category, position: index + 1 });
  }
  for (const { externalId, owner, reference, data } of demo.bookings ?? []) {
    const ownerSubject = emailOf(owner, code);
    await app.get(LinkedResourcesService).put(ctx, 'booking', externalId, { reference, ownerSubject, data });
  }
  return people;
}

async function seedPeople(app: NestFastifyApplication, ctx: TenantContext): Promise<DemoPeople> {
  const teamOf = new Map<string, number>();
  for (const { name, members } of TEAMS) {
    const team = await app.get(TeamsService).create(ctx, { name, visibility: 'team' });
    for (const member of members) teamOf.set(member, team.id);
  }
  const entries: [string, TenantContext][] = [];
  for (const [key, { name, role }] of Object.entries(PEOPLE)) {
    const teamId = teamOf.get(key) ?? null;
    const person = { name, role, email: emailOf(key, ctx.tenant.code), password: DEMO_PASSWORD, team_id: teamId };
    const { id } = await app.get(UsersService).createLocal(ctx, person);
    entries.push([key, { ...ctx, actor: { type: 'user', id, userId: id, role, sharedTeamId: teamId } }]);
  }
  return Object.fromEntries(entries) as unknown as DemoPeople;
}

/** Uploaded just now: what nobody uses is swept after a day. */
async function seedUploads(app: NestFastifyApplication, people: DemoPeople, demo: DemoTenant): Promise<void> {
  const database = app.get(Database);
  for (const { number, owner, fileName, text } of demo.uploads ?? []) {
    const ctx = people[owner];
    await database.transaction(ctx, async (tx) => {
      while ((await database.nextNumber(tx, 'attachments')) < number - 1);
    });
    const bytes = Readable.from([Buffer.from(text)]);
    const end = () => Promise.resolve();
    await app.get(AttachmentsService).upload(ctx, { fileName, claimedType: 'text/plain', bytes, end });
  }
}

async function seedSettings(app: NestFastifyApplication, ctx: TenantContext, demo: DemoTenant): Promise<void> {
  const { daakey, ...others } = demo.dialectSettings ?? {};
  const secretKey = `sk_live_${randomBytes(10).toString('hex')}`;
  const built = dialectWires().map(({ name }) => name);
  await app.get(TenantsService).change(ctx, ctx.tenant.id, {
    dialects: demo.dialects.filter((dialect) => built.includes(dialect)),
    dialectSettings: { ...others, ...(daakey && { daakey: { ...daakey, secret_key: secretKey } }) },
  });
  await app.get(IdentityProvidersService).create(ctx, {
    name: `${demo.name} app`,
    issuer: `https://${demo.code}.example`,
    audience: 'polydesk',
    algorithm: 'HS256',
    roles: ['customer', 'agent', 'admin'],
  });
}
