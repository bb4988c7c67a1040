import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { Database } from '../../../platform/database/database.service.js';
import type { TenantScope } from '../../../platform/database/tenant.repository.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { ALREADY_EXISTS, notFound } from '../../../platform/errors/error-codes.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { Cursors } from '../../../platform/http/cursors.js';
import { type Page, pageOf } from '../../../platform/http/page.js';
import { PrincipalCache } from '../access/principal-cache.js';
import type { User } from '../users/domain/user.js';
import { UsersRepository } from '../users/persistence/users.repository.js';
import { UsersService, type Writer } from '../users/users.service.js';
import type { Team } from './domain/team.js';
import { TeamsRepository } from './persistence/teams.repository.js';

export interface TeamInput {
  readonly name: string;
  readonly visibility?: Team['visibility'];
  readonly external_key?: string | null;
}

/** Teams of customers and who is in them; a customer is in one team at most. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly repository: TeamsRepository,
    private readonly usersRepository: UsersRepository,
    private readonly users: UsersService,
    private readonly principals: PrincipalCache,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
  ) {}

  /** Teams in the order they were made. Throws `invalid_cursor`. */
  async list(ctx: TenantContext, query: { limit: number; cursor?: string }): Promise<Page<Team>> {
    const list = `teams/${ctx.tenant.id}`;
    const after = query.cursor === undefined ? 0 : Number(this.cursors.read(list, query.cursor)[0]);
    const rows = await this.repository.list(ctx, after, query.limit + 1);
    return pageOf(rows, query.limit, (last) => this.cursors.write(list, [last.id]));
  }

  /** Throws `not_found`. */
  async get(ctx: TenantScope, id: number): Promise<Team> {
    const team = await this.repository.findById(ctx, id);
    if (!team) throw notFound();
    return team;
  }

  /** Null when there is none or it was ended. */
  find(ctx: TenantScope, id: number): Promise<Team | null> {
    return this.repository.findById(ctx, id);
  }

  /** Creates a team, whose members see each other's tickets unless said otherwise. Throws `already_exists`. */
  create(ctx: Writer, input: TeamInput): Promise<Team> {
    return this.database.transaction(ctx, async (tx) => {
      await this.requireFreeKey(tx, input.external_key ?? null, null);
      const now = this.clock.now();
      const team: Team = {
        id: await this.database.nextNumber(tx, 'teams'),
        name: input.name,
        visibility: input.visibility ?? 'team',
        externalKey: input.external_key ?? null,
        createdAt: now,
        updatedAt: now,
      };
      await this.repository.add(tx, team);
      const data = { id: team.id, name: team.name, visibility: team.visibility };
      await this.events.append(tx, { type: 'team.created', occurredAt: now, data });
      return team;
    });
  }

  /** The team the identity provider calls by this name, made on first sight. */
  async findOrCreateByExternalKey(ctx: Writer, key: string): Promise<Team> {
    return (await this.repository.findByExternalKey(ctx, key)) ?? this.create(ctx, { name: key, external_key: key });
  }

  /** What the identity provider calls a team; null for none. */
  async externalKeyOf(ctx: TenantScope, id: number | null): Promise<string | null> {
    return id === null ? null : ((await this.repository.findById(ctx, id))?.externalKey ?? null);
  }

  /** Changes a team; what its members may see follows at once on this node. Throws `already_exists`, `not_found`. */
  async change(ctx: TenantContext, id: number, input: Partial<TeamInput>): Promise<Team> {
    const changed = await this.database.transaction(ctx, async (tx) => {
      await this.get(tx, id);
      if (input.external_key !== undefined) await this.requireFreeKey(tx, input.external_key, id);
      const now = this.clock.now();
      const { external_key: externalKey, ...rest } = input;
      await this.repository.change(tx, id, {
        ...rest,
        ...(externalKey !== undefined && { externalKey }),
        updatedAt: now,
      });
      await this.events.append(tx, { type: 'team.updated', occurredAt: now, data: { id, ...input } });
      return this.get(tx, id);
    });
    this.database.afterCommit(ctx, () => this.principals.forgetTenant(ctx.tenant.id));
    return changed;
  }

  /** Ends a team: its members are in none any more, its tickets stay with their requesters. */
  async delete(ctx: TenantContext, id: number): Promise<void> {
    await this.database.transaction(ctx, async (tx) => {
      await this.get(tx, id);
      const now = this.clock.now();
      await this.usersRepository.leaveTeam(tx, id);
      await this.repository.markDeleted(tx, id, now);
      await this.events.append(tx, { type: 'team.deleted', occurredAt: now, data: { id } });
    });
    this.database.afterCommit(ctx, () => this.principals.forgetTenant(ctx.tenant.id));
  }

  /** Puts somebody into a team, and so out of any other. Throws `not_found` for the team or the person. */
  async addMember(ctx: TenantContext, id: number, userId: number): Promise<User> {
    await this.get(ctx, id);
    return this.users.change(ctx, userId, { team_id: id });
  }

  /** Throws `not_found` when the user is not in this team. */
  async removeMember(ctx: TenantContext, id: number, userId: number): Promise<User> {
    const user = await this.users.get(ctx, userId);
    if (user.team?.id !== id) throw notFound();
    return this.users.change(ctx, userId, { team_id: null });
  }

  private async requireFreeKey(ctx: TenantScope, key: string | null, id: number | null): Promise<void> {
    const holder = key === null ? null : await this.repository.findByExternalKey(ctx, key);
    if (holder && holder.id !== id) throw new DomainError(ALREADY_EXISTS);
  }
}
