import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '../../../platform/clock/clock.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { digest, randomToken } from '../../../platform/crypto/keys.service.js';
import { Database } from '../../../platform/database/database.service.js';
import { invalid, notFound } from '../../../platform/errors/error-codes.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { PrincipalCache } from '../access/principal-cache.js';
import type { Scope } from '../domain/scopes.js';
import { KEY_ISSUER } from '../users/domain/user.js';
import { UsersService } from '../users/users.service.js';
import type { ApiKey } from './domain/api-key.js';
import { ApiKeysRepository } from './persistence/api-keys.repository.js';

/** Keys for programs: each acts as a machine user of its own, within its scopes. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly repository: ApiKeysRepository,
    private readonly users: UsersService,
    private readonly cache: PrincipalCache,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The keys that were not revoked, in the order they were made. */
  list(ctx: TenantContext): Promise<readonly ApiKey[]> {
    return this.repository.list(ctx);
  }

  /** Makes a key; `secret` is it, shown now and never again. */
  async create(
    ctx: TenantContext,
    input: { name: string; scopes: readonly Scope[]; expiresAt: Instant | null },
  ): Promise<{ key: ApiKey; secret: string }> {
    const secret = `sk_${randomToken()}`;
    const now = this.clock.now();
    if (input.expiresAt !== null && input.expiresAt <= now) {
      throw invalid({ expires_at: ['expires_at must be in the future'] });
    }
    const key = await this.database.transaction(ctx, async (tx) => {
      const id = await this.database.nextNumber(tx, 'api_keys');
      const identity = { issuer: KEY_ISSUER, subject: String(id), kind: 'machine', role: 'agent' } as const;
      const user = await this.users.add(tx, { ...identity, name: input.name, email: null });
      const created: ApiKey = {
        ...input,
        tenantId: tx.tenant.id,
        id,
        digest: digest(secret),
        hint: secret.slice(-4),
        userId: user.id,
        revokedAt: null,
        createdAt: now,
      };
      await this.repository.add(tx, created);
      const data = { id, name: input.name, scopes: input.scopes };
      await this.events.append(tx, { type: 'api_key.created', occurredAt: now, data, audited: true });
      return created;
    });
    return { key, secret };
  }

  /** Revokes a key with all that was done in its name, such as links, everywhere within seconds. Throws `not_found`. */
  async delete(ctx: TenantContext, id: number): Promise<void> {
    const key = await this.database.transaction(ctx, async (tx) => {
      const found = await this.repository.findById(tx, id);
      if (!found) throw notFound();
      const now = this.clock.now();
      await this.repository.revoke(tx, id, now);
      await this.users.save(tx, await this.users.get(tx, found.userId), { status: 'inactive' });
      const data = { id, name: found.name };
      await this.events.append(tx, { type: 'api_key.revoked', occurredAt: now, data, audited: true });
      return found;
    });
    this.database.afterCommit(ctx, () => {
      this.cache.forget(`key ${key.digest}`);
      this.cache.forgetUser(ctx.tenant.id, key.userId);
    });
  }
}
