import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import { Clock, MINUTE } from '../../../platform/clock/clock.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { digest, randomToken, sameText } from '../../../platform/crypto/keys.service.js';
import { Database } from '../../../platform/database/database.service.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { ALREADY_EXISTS } from '../../../platform/errors/error-codes.js';
import { UNAUTHENTICATED } from '../domain/auth.errors.js';
import { INSTALLATION, type Tenant } from '../tenants/domain/tenant.js';
import { TenantsService } from '../tenants/tenants.service.js';
import type { User } from '../users/domain/user.js';
import { UsersRepository } from '../users/persistence/users.repository.js';
import { UsersService } from '../users/users.service.js';
import { SetupRepository } from './persistence/setup.repository.js';

const LIFETIME = 30 * MINUTE;

export interface SetupInput {
  readonly owner: { readonly name: string; readonly email: string; readonly password: string };
  readonly tenant: { readonly code: string; readonly name: string };
}

/** The first run: whoever started the process gets a token, and with it makes the owner and the first tenant. */
@Injectable()
export class SetupService {
  constructor(
    private readonly repository: SetupRepository,
    private readonly tenants: TenantsService,
    private readonly users: UsersService,
    private readonly usersRepository: UsersRepository,
    private readonly audit: AuditLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A fresh setup token while the installation has no owner, replacing any before; null once it has one. */
  async openSetup(ctx: RequestContext): Promise<string | null> {
    return this.database.transaction(ctx, async (tx) => {
      if (await this.hasOwner(tx)) return null;
      const token = randomToken();
      await this.repository.replace(tx, { tokenDigest: digest(token), expiresAt: this.clock.now() + LIFETIME });
      return token;
    });
  }

  /**
   * Makes the owner and the first tenant, in which the owner's person also is the admin. Throws `unauthenticated` for a
   * wrong, spent or expired token.
   */
  async complete(ctx: RequestContext, token: string, input: SetupInput): Promise<{ owner: User; tenant: Tenant }> {
    const stored = await this.repository.find(ctx);
    const fits = stored !== null && sameText(stored.tokenDigest, digest(token));
    if (!fits || stored.expiresAt <= this.clock.now()) {
      await this.audit.refuse({ ...ctx, tenant: INSTALLATION }, 'setup.refused', {});
      throw wrongToken();
    }
    return this.database.transaction(ctx, async (tx) => {
      if (!(await this.repository.remove(tx)) || (await this.hasOwner(tx))) throw wrongToken();
      const owner = await this.createOwner(tx, input.owner);
      const { code, name } = input.tenant;
      const tenant = await this.tenants.create({ ...tx, actor: asActor(owner) }, { code, name, admin: input.owner });
      return { owner, tenant };
    });
  }

  /** Makes the owner of the installation. Throws `already_exists` when there is one. */
  async createOwner(ctx: RequestContext, owner: SetupInput['owner']): Promise<User> {
    if (await this.hasOwner(ctx)) throw new DomainError(ALREADY_EXISTS, { message: 'The installation has its owner' });
    const writer = { ...ctx, tenant: INSTALLATION, actor: { type: 'system', id: 0 } } as const;
    return this.users.createLocal(writer, { ...owner, role: 'owner' });
  }

  private async hasOwner(ctx: RequestContext): Promise<boolean> {
    const owners = await this.usersRepository.list({ ...ctx, tenant: INSTALLATION }, { role: 'owner' }, 0, 1);
    return owners.length > 0;
  }
}

function wrongToken(): DomainError {
  return new DomainError(UNAUTHENTICATED, { message: 'The setup token is wrong, used up or expired' });
}

function asActor(owner: User) {
  return { type: 'user', id: owner.id, userId: owner.id, role: 'owner', sharedTeamId: null } as const;
}
