import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../../platform/database/tenant.repository.js';
import type { Team } from '../domain/team.js';
import { TeamEntity } from './team.entity.js';

@Injectable()
export class TeamsRepository extends TenantRepository<TeamEntity> {
  constructor(database: Database) {
    super(database, TeamEntity);
  }

  findById(ctx: TenantScope, id: number): Promise<Team | null> {
    return this.select(ctx, 't', async (query) => {
      const row = await query.andWhere('t.id = :id AND t.deletedAt IS NULL', { id }).getOne();
      return row && toRecord(row);
    });
  }

  findByExternalKey(ctx: TenantScope, key: string): Promise<Team | null> {
    return this.select(ctx, 't', async (query) => {
      const row = await query.andWhere('t.externalKey = :key AND t.deletedAt IS NULL', { key }).getOne();
      return row && toRecord(row);
    });
  }

  list(ctx: TenantScope, after: number, limit: number): Promise<readonly Team[]> {
    return this.select(ctx, 't', async (query) => {
      query.andWhere('t.deletedAt IS NULL').andWhere('t.id > :after', { after });
      return (await query.orderBy('t.id').limit(limit).getMany()).map(toRecord);
    });
  }

  async add(ctx: TenantScope, team: Team): Promise<void> {
    await this.insert(ctx, [{ ...team, deletedAt: null }]);
  }

  async change(ctx: TenantScope, id: number, changes: Partial<Omit<Team, 'id' | 'createdAt'>>): Promise<void> {
    await this.update(ctx, { id }, changes);
  }

  /** Tickets keep pointing at it, so the row stays; its external key is free again. */
  async markDeleted(ctx: TenantScope, id: number, deletedAt: number): Promise<void> {
    await this.update(ctx, { id }, { deletedAt, externalKey: null });
  }
}

function toRecord(row: TeamEntity): Team {
  const { id, name, visibility, externalKey, createdAt, updatedAt } = row;
  return { id, name, visibility: visibility as Team['visibility'], externalKey, createdAt, updatedAt };
}
