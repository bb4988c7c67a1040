import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { RequestContext, Role } from '../../../../platform/context/request-context.js';
import { Database } from '../../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../../platform/database/tenant.repository.js';
import {
  CONTACT_ISSUER,
  emailKey,
  LOCAL_ISSUER,
  OUR_ISSUERS,
  searchKey,
  type User,
  type UserStatus,
} from '../domain/user.js';
import { UserEntity } from './user.entity.js';

export interface UserFilter {
  readonly q?: string;
  readonly role?: Role;
  readonly teamId?: number;
}

/** What is stored of a person beside the record. */
export type NewUser = Omit<User, 'team'> & { readonly teamId: number | null; readonly passwordHash: string | null };
export type UserChanges = Partial<
  Pick<NewUser, 'subject' | 'name' | 'email' | 'role' | 'teamId' | 'status' | 'passwordHash'>
>;

const MOST_TENANTS = 100;

@Injectable()
export class UsersRepository extends TenantRepository<UserEntity> {
  constructor(database: Database) {
    super(database, UserEntity);
  }

  findById(ctx: TenantScope, id: number): Promise<User | null> {
    return this.findOne(ctx, (query) => query.andWhere('u.id = :id', { id }));
  }

  findByIdentity(ctx: TenantScope, issuer: string, subject: string): Promise<User | null> {
    return this.findOne(ctx, (query) =>
      query.andWhere('u.issuer = :issuer AND u.subject = :subject', { issuer, subject }),
    );
  }

  /** The oldest user of any identity provider's with this subject. */
  findByExternalId(ctx: TenantScope, subject: string): Promise<User | null> {
    return this.findOne(ctx, (query) =>
      query
        .andWhere('u.subject = :subject AND u.issuer NOT IN (:...ours)', { subject, ours: OUR_ISSUERS })
        .orderBy('u.id'),
    );
  }

  /** The oldest active person of this address; not a contact, who has not shown that it is theirs. */
  findByEmail(ctx: TenantScope, email: string): Promise<User | null> {
    return this.findOne(ctx, (query) =>
      query
        .andWhere('u.emailKey = :key', { key: emailKey(email) })
        .andWhere("u.status = 'active' AND u.issuer <> :contact", { contact: CONTACT_ISSUER })
        .orderBy('u.id'),
    );
  }

  /** The tenants in which an active account with a password has this address and one of these roles; the first few. */
  async findTenantsOfLocal(ctx: RequestContext, email: string, roles: readonly Role[]): Promise<readonly number[]> {
    const rows = await this.database.read(ctx, (manager) =>
      manager
        .createQueryBuilder(UserEntity, 'u')
        .select('u.tenantId', 'id')
        .where('u.subject = :subject AND u.issuer = :issuer', { subject: emailKey(email), issuer: LOCAL_ISSUER })
        .andWhere("u.status = 'active' AND u.passwordHash IS NOT NULL")
        .andWhere('u.role IN (:...roles)', { roles })
        .orderBy('u.tenantId')
        .limit(MOST_TENANTS)
        .getRawMany<{ id: number }>(),
    );
    return rows.map(({ id }) => id);
  }

  /** The hash of a user's password; null when it has none. */
  async findPasswordHash(ctx: TenantScope, id: number): Promise<string | null> {
    const row = await this.select(ctx, 'u', (query) =>
      query.select('u.passwordHash', 'hash').andWhere('u.id = :id', { id }).getRawOne<{ hash: string | null }>(),
    );
    return row?.hash ?? null;
  }

  /** People by id, from the first after `after`. */
  list(ctx: TenantScope, filter: UserFilter, after: number, limit: number): Promise<readonly User[]> {
    return this.select(ctx, 'u', async (query) => {
      query.leftJoinAndSelect('u.team', 'team').andWhere("u.kind = 'person'").andWhere('u.id > :after', { after });
      if (filter.role) query.andWhere('u.role = :role', { role: filter.role });
      if (filter.teamId) query.andWhere('u.teamId = :teamId', { teamId: filter.teamId });
      if (filter.q !== undefined) {
        const pattern = `%${searchKey(filter.q, '').trim().replace(/[!%_]/g, '!$&')}%`;
        query.andWhere("u.searchKey LIKE :pattern ESCAPE '!'", { pattern });
      }
      const rows = await query.orderBy('u.id').limit(limit).getMany();
      return rows.map(toRecord);
    });
  }

  /** People with a role of staff, by id. */
  listStaff(ctx: TenantScope, limit: number): Promise<readonly User[]> {
    return this.select(ctx, 'u', async (query) => {
      query.leftJoinAndSelect('u.team', 'team').andWhere("u.kind = 'person'");
      query.andWhere("u.role IN ('agent', 'admin')").orderBy('u.id').limit(limit);
      return (await query.getMany()).map(toRecord);
    });
  }

  async add(ctx: TenantScope, user: NewUser): Promise<void> {
    const { email, name } = user;
    await this.insert(ctx, [{ ...user, emailKey: email && emailKey(email), searchKey: searchKey(name, email) }]);
  }

  async change(ctx: TenantScope, before: User, changes: UserChanges, updatedAt: number): Promise<void> {
    const { name, email } = { ...before, ...changes };
    const keys = { emailKey: email && emailKey(email), searchKey: searchKey(name, email) };
    await this.update(ctx, { id: before.id }, { ...changes, ...keys, updatedAt });
  }

  /** Takes everybody out of a team. */
  async leaveTeam(ctx: TenantScope, teamId: number): Promise<void> {
    await this.update(ctx, { teamId }, { teamId: null });
  }

  private findOne(
    ctx: TenantScope,
    narrow: (query: SelectQueryBuilder<UserEntity>) => SelectQueryBuilder<UserEntity>,
  ): Promise<User | null> {
    return this.select(ctx, 'u', async (query) => {
      const [row] = await narrow(query.leftJoinAndSelect('u.team', 'team')).limit(1).getMany();
      return row ? toRecord(row) : null;
    });
  }
}

function toRecord(row: UserEntity): User {
  return {
    id: row.id,
    issuer: row.issuer,
    subject: row.subject,
    kind: row.kind as User['kind'],
    role: row.role as Role,
    name: row.name,
    email: row.email,
    team: row.team ? { id: row.team.id, name: row.team.name, visibility: row.team.visibility as 'own' | 'team' } : null,
    status: row.status as UserStatus,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
