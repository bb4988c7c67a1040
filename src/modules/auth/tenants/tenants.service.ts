import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock, SECOND } from '../../../platform/clock/clock.js';
import type { RequestContext, TenantContext } from '../../../platform/context/request-context.js';
import { Database } from '../../../platform/database/database.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { ALREADY_EXISTS, invalid, notFound } from '../../../platform/errors/error-codes.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { Cursors } from '../../../platform/http/cursors.js';
import { type Page, pageOf } from '../../../platform/http/page.js';
import { registeredDialects } from './dialect-registry.js';
import {
  CODE_PATTERN,
  DEFAULT_SETTINGS,
  INSTALLATION,
  type Tenant,
  type TenantSettings,
  type TenantStatus,
} from './domain/tenant.js';
import { TenantsRepository } from './persistence/tenants.repository.js';

export type TenantChanges = Partial<Omit<TenantSettings, 'dialect_settings'>> & {
  readonly name?: string;
  readonly status?: TenantStatus;
  /** New settings of dialects by name, secrets among them; what is absent stays. */
  readonly dialectSettings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** How long a node may act on settings that another node has changed. */
const STALENESS = 4 * SECOND;
const LIST = 'tenants';

/** Tenants and their settings. */
@Injectable()
export class TenantsService {
  private readonly byId: LRUCache<number, Tenant, RequestContext>;
  private readonly origins: LRUCache<string, ReadonlySet<string>, RequestContext>;

  constructor(
    private readonly repository: TenantsRepository,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
  ) {
    this.byId = new LRUCache({
      max: 1_000,
      ttl: STALENESS,
      fetchMethod: async (id, _stale, { context }) => (await repository.findById(context, id)) ?? undefined,
    });
    this.origins = new LRUCache({
      max: 1,
      ttl: STALENESS,
      fetchMethod: (_key, _stale, { context }) => repository.allowedOrigins(context),
    });
  }

  /** Creates a tenant with default settings. Throws `already_exists`. */
  async create(
    ctx: RequestContext & Pick<TenantContext, 'actor'>,
    input: { code: string; name: string },
  ): Promise<Tenant> {
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
      await this.events.append({ ...tx, tenant }, { type: 'tenant.created', occurredAt: now, data: { ...input } });
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

  /** The tenant of the request, at most a few seconds old. */
  async current(ctx: TenantContext): Promise<Tenant> {
    const tenant = await this.byId.fetch(ctx.tenant.id, { context: ctx });
    if (!tenant) throw notFound();
    return tenant;
  }

  /** Whether any active tenant allows pages of this origin: a preflight request carries no token to tell the tenant by. */
  async allowsOrigin(ctx: RequestContext, origin: string): Promise<boolean> {
    const origins = await this.origins.fetch('all', { context: ctx });
    return origins?.has(origin) ?? false;
  }

  /** Changes settings of one tenant. Throws `validation_failed` for a dialect that does not exist. */
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
    const changed = await this.database.transaction(ctx, async (tx) => {
      const before = await this.repository.lock(tx, id);
      if (!before) throw notFound();
      const now = this.clock.now();
      const after: Tenant = {
        ...before,
        name: name ?? before.name,
        status: status ?? before.status,
        ...mergeDialects({ ...before, settings: { ...before.settings, ...settings } }, dialectSettings),
        updatedAt: now,
      };
      await this.repository.save(tx, after);
      await this.events.append(
        { ...tx, tenant: after },
        {
          type: 'tenant.updated',
          occurredAt: now,
          data: { name: after.name, status: after.status, settings: after.settings },
        },
      );
      return after;
    });
    this.byId.delete(id);
    return changed;
  }
}

/** Puts what dialects may show into the settings and the rest into the secrets. */
function mergeDialects(
  tenant: Tenant,
  changes: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Pick<Tenant, 'settings' | 'secrets'> {
  const shown = { ...tenant.settings.dialect_settings };
  const secrets = { ...tenant.secrets };
  for (const { name, secrets: secretNames = [] } of registeredDialects()) {
    for (const [key, value] of Object.entries(changes[name] ?? {})) {
      if (value === undefined) continue;
      if (secretNames.includes(key)) secrets[name] = { ...secrets[name], [key]: value as string };
      else shown[name] = { ...shown[name], [key]: value };
    }
  }
  return { settings: { ...tenant.settings, dialect_settings: shown }, secrets };
}
