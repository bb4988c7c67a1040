import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.service.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import type { TenantScope } from '../../../platform/database/tenant.repository.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { ALREADY_EXISTS } from '../../../platform/errors/error-codes.js';
import type { Identity } from '../identity-providers/domain/identity-provider.js';
import { TeamsService } from '../teams/teams.service.js';
import type { User } from '../users/domain/user.js';
import { type UserChanges, UsersRepository } from '../users/persistence/users.repository.js';
import { UsersService, type Writer } from '../users/users.service.js';

/** The account and the team can each be made by somebody else meanwhile. */
const ATTEMPTS = 3;

/** Gives the users of a tenant's identity provider their accounts, and keeps those as the provider describes them. */
@Injectable()
export class Newcomers {
  constructor(
    private readonly users: UsersService,
    private readonly repository: UsersRepository,
    private readonly teams: TeamsService,
    private readonly database: Database,
  ) {}

  /** The account of an identity: made on first use, brought up to date later. */
  async settle(ctx: RequestContext & TenantScope, identity: Identity, known: User | null): Promise<User> {
    const writer: Writer = { ...ctx, actor: { type: 'system', id: 0 } };
    for (let [user, attempt] = [known, 1]; ; attempt++) {
      try {
        return await (user ? this.update(writer, identity, user) : this.add(writer, identity));
      } catch (error) {
        // Another first request of the same person or team came first: what it has made is found now.
        if (!(error instanceof DomainError) || error.code !== ALREADY_EXISTS.code || attempt === ATTEMPTS) throw error;
        user ??= await this.repository.findByIdentity(ctx, identity.issuer, identity.subject);
      }
    }
  }

  /** What the token does not say is made up: a customer, called by the address or the subject. */
  private add(ctx: Writer, { team, role, name, ...person }: Identity): Promise<User> {
    return this.database.transaction(ctx, async (tx) => {
      const teamId = team === null ? null : (await this.teams.findOrCreateByExternalKey(tx, team)).id;
      return this.users.add(tx, {
        ...person,
        role: role ?? 'customer',
        name: name ?? person.email ?? person.subject,
        teamId,
      });
    });
  }

  /** Applies what the token says; the rest stays as it is, for an admin may have set it. */
  private async update(ctx: Writer, identity: Identity, user: User): Promise<User> {
    const { team } = identity;
    const [name, role] = [identity.name ?? user.name, identity.role ?? user.role];
    const email = identity.email ?? user.email;
    const same = user.name === name && user.email === email && user.role === role;
    const sameTeam = team === null || (await this.teams.externalKeyOf(ctx, user.team?.id ?? null)) === team;
    if (same && sameTeam) return user;
    return this.database.transaction(ctx, async (tx) => {
      const changes: UserChanges = {
        name,
        email,
        role,
        ...(team !== null && { teamId: (await this.teams.findOrCreateByExternalKey(tx, team)).id }),
      };
      await this.users.save(tx, user, changes);
      return this.users.get(tx, user.id);
    });
  }
}
