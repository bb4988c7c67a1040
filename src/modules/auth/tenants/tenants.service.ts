import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext, Role, TenantContext } from '../../../platform/context/request-context.js';
import { Config } from '../../../platform/config/config.js';
import { Database } from '../../../platform/database/database.service.js';
import { ShortCache } from '../../../platform/database/short-cache.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { ALREADY_EXISTS, invalid, notFound } from '../../../platform/errors/error-codes.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { Cursors } from '../../../platform/http/cursors.js';
import { type Page, pageOf } from '../../../platform/http/page.js';
import { PrincipalCache } from '../access/principal-cache.js';
import { UsersRepository } from '../users/persistence/users.repository.js';
import { UsersService } from '../users/users.service.js';
import { registeredDialects } from './dialect-registry.js';
import { claimsOf, type DialectChanges, withDialectSettings } from './dialect-settings.js';
import {
  CODE_PATTERN,
  DEFAULT_SETTINGS,
  INSTALLATION,
  type Tenant,
  type TenantSettings,
  type TenantStatus,
} from './domain/tenant.js';
import { changesOf } from './tenant-changes.js';
import { type TenantClaim, TenantsRepository } from './persistence/tenants.repository.js';

export type TenantChanges = Partial<Omit<TenantSettings, 'dialect_settings'>> & {
  readonly name?: string;
  readonly status?: TenantStatus;
  /** New settings of dialects by name, secrets among them; what is absent stays. */
  readonly dialectSettings?: DialectChanges;
};

export interface NewTenant {
  readonly code: string;
  readonly name: string;
  readonly admin?: { readonly name: string; readonly email: string; readonly password: string };
}

const LONGEST_NAME = 190;
const MOST_KNOWN = 5;
const LIST = 'tenants';
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|0\.0\.0\.0)$/;

/** Tenants and their settings. */
@Injectable()
export class TenantsService {
  private readonly byId = new ShortCache<number, Tenant>(1_000);
  private readonly told = new ShortCache<string, { readonly tenant: Tenant | null }>(2_000);
  private readonly origins = new ShortCache<'all', ReadonlySet<string>>(1);

  constructor(
    private readonly repository: TenantsRepository,
    private readonly users: UsersRepository,
    private readonly accounts: UsersService,
    private readonly principals: PrincipalCache,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
    private readonly config: Config,
  ) {}

  /** Creates a tenant with default settings and, if given, its first admin. Throws `already_exists`, `validation_failed`. */
  async create(ctx: RequestContext & Pick<TenantContext, 'actor'>, { code, name, admin }: NewTenant): Promise<Tenant> {
    const input = { code, name };
    requireNamed(input);
    return this.database.transaction(ctx, async (tx) => {
      if (await this.repository.findByCode(tx, input.code)) throw new DomainError(ALREADY_EXISTS);
      const now = this.clock.now();
      const id = await this.database.nextNumber({ ...tx, tenant: INSTALLATION }, 'tenants');
      const tenant: Tenant = {
        id: id + INSTALLATION.id,
        ...input,
        status: 'active',
        settings: DEFAULT_SETTINGS,
        secrets: {},
        createdAt: now,
        updatedAt: now,
      };
      await this.repository.add(tx, tenant);
      await this.events.append(
        { ...tx, tenant },
        { type: 'tenant.created', occurredAt: now, data: input, audited: true },
      );
      if (admin) await this.accounts.createLocal({ ...tx, tenant }, { ...admin, role: 'admin' });
      return tenant;
    });
  }

  async list(ctx: RequestContext, query: { limit: number; cursor?: string }): Promise<Page<Tenant>> {
    const after = query.cursor === undefined ? 0 : Number(this.cursors.read(LIST, query.cursor)[0]);
    const rows = await this.repository.list(ctx, after, query.limit + 1);
    return pageOf(rows, query.limit, (last) => this.cursors.write(LIST, [last.id]));
  }

  /** Null when there is none of this code. */
  findByCode(ctx: RequestContext, code: string): Promise<Tenant | null> {
    // What cannot be a code is not asked for: engines differ in what they take for equal to the installation's.
    return CODE_PATTERN.test(code) ? this.repository.findByCode(ctx, code) : Promise.resolve(null);
  }

  /** Throws `not_found`. */
  async getByCode(ctx: RequestContext, code: string): Promise<Tenant> {
    const tenant = await this.findByCode(ctx, code);
    if (!tenant) throw notFound();
    return tenant;
  }

  /**
   * The tenant that a setting of a dialect tells, such as daakey's `agency_code`, at most a few seconds old; null when
   * there is none or it does not speak the dialect.
   */
  async findBySetting(ctx: RequestContext, dialect: string, setting: string, value: string): Promise<Tenant | null> {
    const tenant = await this.findByClaim(ctx, { kind: `${dialect}.${setting}`, value });
    return tenant?.settings.dialects.includes(dialect) ? tenant : null;
  }

  /** The tenant that a host name selects, with or without its port; null when none has it. */
  async findByHost(ctx: RequestContext, host: string): Promise<Tenant | null> {
    const name = host.toLowerCase();
    const [bare = name] = name.split(/:\d+$/);
    return (
      (await this.findByClaim(ctx, { kind: 'host', value: name })) ??
      this.findByClaim(ctx, { kind: 'host', value: bare })
    );
  }

  /** The tenant of callers who tell none: the installation's default one, if there is one. */
  async findDefault(ctx: RequestContext): Promise<Tenant | null> {
    const code = this.config.DEFAULT_TENANT;
    if (code === undefined) return null;
    const { tenant } = await this.told.get(ctx, `code ${code}`, async () => ({
      tenant: await this.findByCode(ctx, code),
    }));
    return tenant;
  }

  /** The tenants that speak a dialect and where somebody signs in with this e-mail address in one of these roles. */
  async findWhereKnown(
    ctx: RequestContext,
    dialect: string,
    email: string,
    roles: readonly Role[],
  ): Promise<readonly Tenant[]> {
    const ids = await this.users.findTenantsOfLocal(ctx, email, roles);
    const tenants = await this.repository.findAllById(ctx, ids);
    // Each costs the check of a password.
    return tenants.filter(({ settings }) => settings.dialects.includes(dialect)).slice(0, MOST_KNOWN);
  }

  /** The tenant of the request. */
  own(ctx: TenantContext): Promise<Tenant> {
    return this.get(ctx, ctx.tenant.id);
  }

  /** The same, at most a few seconds old. */
  current(ctx: TenantContext): Promise<Tenant> {
    const { id } = ctx.tenant;
    return this.byId.get(ctx, id, () => this.get(ctx, id));
  }

  /** Whether nobody may use the tenant at this moment. */
  async isSuspended(ctx: RequestContext, id: number): Promise<boolean> {
    return (await this.get(ctx, id)).status === 'suspended';
  }

  /** Whether any active tenant allows pages of this origin: a preflight request carries no token to tell the tenant by. */
  async allowsOrigin(ctx: RequestContext, origin: string): Promise<boolean> {
    const origins = await this.origins.get(ctx, 'all', () => this.repository.allowedOrigins(ctx));
    return origins.has(origin);
  }

  /**
   * Changes settings of one tenant, at once on this node. Throws `validation_failed` for a dialect that does not exist,
   * `already_exists` when another tenant has a value that is unique over the installation.
   */
  async change(
    ctx: RequestContext & Pick<TenantContext, 'actor'>,
    id: number,
    changes: TenantChanges,
  ): Promise<Tenant> {
    const { name, status, dialectSettings = {}, ...settings } = changes;
    const known = new Set(registeredDialects().map((dialect) => dialect.name));
    if (settings.dialects?.some((dialect) => !known.has(dialect))) {
      throw invalid({ dialects: [`dialects must be among: ${[...known].join(', ')}`] });
    }
    if (settings.hosts?.some((host) => this.isOurs(host))) {
      throw invalid({ hosts: ['hosts must not name the installation itself, which all tenants share'] });
    }
    const changed = await this.database.transaction(ctx, async (tx) => {
      const before = await this.repository.lock(tx, id);
      if (!before) throw notFound();
      const now = this.clock.now();
      const after: Tenant = {
        ...before,
        name: name ?? before.name,
        status: status ?? before.status,
        ...withDialectSettings({ ...before, settings: { ...before.settings, ...settings } }, dialectSettings),
        updatedAt: now,
      };
      await this.repository.save(tx, after);
      const claims = claimsOf(after.settings);
      if (!isDeepStrictEqual(claims, claimsOf(before.settings))) await this.repository.replaceClaims(tx, id, claims);
      await this.events.append(
        { ...tx, tenant: after },
        {
          type: 'tenant.updated',
          occurredAt: now,
          data: { name: after.name, status: after.status, settings: after.settings },
          changed: changesOf(before, after),
          audited: true,
        },
      );
      return after;
    });
    this.database.afterCommit(ctx, () => {
      this.byId.forget(id);
      this.told.clear();
      this.origins.clear();
      this.principals.forgetTenant(id);
    });
    return changed;
  }

  /** Whether callers of every tenant come by this host name: one of them must not have it alone. */
  private isOurs(host: string): boolean {
    const [name = host] = host.split(/:\d+$/);
    return LOOPBACK.test(name) || name === new URL(this.config.publicUrl).hostname || name === this.config.HOST;
  }

  private async findByClaim(ctx: RequestContext, claim: TenantClaim): Promise<Tenant | null> {
    // That there is none is worth knowing for a moment, too.
    const load = async () => ({ tenant: await this.repository.findByClaim(ctx, claim) });
    return (await this.told.get(ctx, `${claim.kind} ${claim.value}`, load)).tenant;
  }

  private async get(ctx: RequestContext, id: number): Promise<Tenant> {
    const tenant = await this.repository.findById(ctx, id);
    if (!tenant) throw notFound();
    return tenant;
  }
}

/** Also for callers that are no HTTP request, whose input nobody has looked at. */
function requireNamed({ code, name }: { code: string; name: string }): void {
  if (!CODE_PATTERN.test(code)) {
    throw invalid({ code: ['code must be 1 to 63 small letters, digits and hyphens, with no hyphen at either end'] });
  }
  if (name.trim() === '' || name.length > LONGEST_NAME) {
    throw invalid({ name: [`name must have 1 to ${LONGEST_NAME} characters`] });
  }
}
