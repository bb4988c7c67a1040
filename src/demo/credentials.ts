import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IdentityProvidersService, SessionsService, TenantsService } from '../modules/auth/index.js';
import { DAY } from '../platform/clock/clock.js';
import { emailOf } from './people.js';
import { DEMO_PASSWORD, DEMO_TENANTS, OWNER, PEOPLE } from './tenants.js';

const bare = { requestId: 'demo' };
const system = { type: 'system', id: 0, userId: 0, role: 'owner', sharedTeamId: null } as const;

interface Login {
  readonly email: string;
  readonly password: string;
  readonly access_token: string;
}

interface TenantCredentials {
  readonly secret_key?: string;
  readonly idp?: {
    readonly issuer: string;
    readonly audience: string;
    readonly algorithm: string;
    readonly secret: string;
  };
  readonly users: Readonly<Record<string, Login>>;
}

export interface DemoCredentials {
  readonly owner: Login;
  readonly tenants: Readonly<Record<string, TenantCredentials>>;
}

/** Writes every login of the demo, with tokens that live a day, to a file only its owner can read. */
export async function writeCredentials(app: NestFastifyApplication, dataDir: string): Promise<DemoCredentials> {
  const tenants: Record<string, TenantCredentials> = {};
  for (const { code } of DEMO_TENANTS) tenants[code] = await tenantCredentials(app, code);
  const credentials = { owner: await login(app, OWNER.email), tenants };
  const path = join(dataDir, 'demo-credentials.json');
  writeFileSync(path, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  chmodSync(path, 0o600);
  return credentials;
}

async function tenantCredentials(app: NestFastifyApplication, code: string): Promise<TenantCredentials> {
  const tenant = await app.get(TenantsService).getByCode(bare, code);
  const [provider] = await app.get(IdentityProvidersService).list({ ...bare, tenant, actor: system });
  const secretKey = tenant.secrets['daakey']?.['secret_key'];
  const users: Record<string, Login> = {};
  for (const person of Object.keys(PEOPLE)) users[person] = await login(app, emailOf(person, code), code);
  return {
    ...(secretKey !== undefined && { secret_key: secretKey }),
    ...(typeof provider?.key === 'string' && {
      idp: {
        issuer: provider.issuer,
        audience: provider.audience,
        algorithm: provider.algorithm,
        secret: provider.key,
      },
    }),
    users,
  };
}

async function login(app: NestFastifyApplication, email: string, tenant?: string): Promise<Login> {
  const password = DEMO_PASSWORD;
  const sessions = app.get(SessionsService);
  const grant = await sessions.login(bare, { email, password, ...(tenant !== undefined && { tenant }) }, DAY);
  return { email, password, access_token: grant.accessToken };
}
