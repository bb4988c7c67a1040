import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Instant } from '../clock/clock.js';
import type { Actor, RequestContext } from '../context/request-context.js';
import { Database } from '../database/database.service.js';
import { TenantRepository, type TenantScope } from '../database/tenant.repository.js';
import type { AuditEntry, AuditPosition } from './audit-entry.js';
import { AuditEntity } from './audit.entity.js';

@Injectable()
export class AuditRepository extends TenantRepository<AuditEntity> {
  constructor(database: Database) {
    super(database, AuditEntity);
  }

  async add(ctx: TenantScope, entry: Omit<AuditEntry, 'id'>, { refused }: { refused: boolean }): Promise<void> {
    const { actor, ...rest } = entry;
    const row = { ...rest, refused: Number(refused), actorType: actor?.type ?? null, actorId: actor?.id ?? null };
    await this.insert(ctx, [row] as Omit<AuditEntity, 'tenantId'>[]);
  }

  /** The newest first. */
  list(
    ctx: TenantScope,
    { type, before, limit }: { readonly type?: string; readonly before: AuditPosition | null; readonly limit: number },
  ): Promise<readonly AuditEntry[]> {
    return this.select(ctx, 'a', async (query) => {
      if (type !== undefined) query.andWhere('a.type = :type', { type });
      if (before) {
        query.andWhere('(a.occurredAt < :occurredAt OR (a.occurredAt = :occurredAt AND a.id < :id))', { ...before });
      }
      const rows = await query.orderBy('a.occurredAt', 'DESC').addOrderBy('a.id', 'DESC').limit(limit).getMany();
      return rows.map(toEntry);
    });
  }

  /** Ids of entries older than this, of all tenants, at most `limit`. */
  findOlder(ctx: RequestContext, than: Instant, limit: number): Promise<readonly number[]> {
    return this.database.read(ctx, async (manager) => {
      const query = manager.createQueryBuilder(AuditEntity, 'a').select('a.id', 'id');
      return idsOf(await query.where('a.occurredAt < :than', { than }).limit(limit).getRawMany());
    });
  }

  /** Ids of the refusals of any tenant that come after its newest `most`, at most `limit`. */
  async findBeyond(ctx: RequestContext, most: number, limit: number): Promise<readonly number[]> {
    return this.database.read(ctx, async (manager) => {
      const refusals = () => manager.createQueryBuilder(AuditEntity, 'a').where('a.refused = 1');
      const [crowd] = await refusals()
        .select('a.tenantId', 'tenant')
        .groupBy('a.tenantId')
        .having('COUNT(*) > :most', { most })
        .limit(1)
        .getRawMany<{ tenant: number }>();
      if (!crowd) return [];
      const query = refusals().andWhere('a.tenantId = :tenant', crowd).select('a.id', 'id');
      query.orderBy('a.occurredAt', 'DESC').addOrderBy('a.id', 'DESC');
      return idsOf(await query.offset(most).limit(limit).getRawMany());
    });
  }

  async remove(ctx: RequestContext, ids: readonly number[]): Promise<void> {
    await this.database.write(ctx, (manager) =>
      manager
        .createQueryBuilder()
        .delete()
        .from(AuditEntity)
        .where({ id: In([...ids]) })
        .execute(),
    );
  }
}

function idsOf(rows: readonly { readonly id: unknown }[]): readonly number[] {
  return rows.map(({ id }) => Number(id));
}

function toEntry(row: AuditEntity): AuditEntry {
  const { type, occurredAt, address, requestId, actorType, actorId } = row;
  return {
    id: Number(row.id),
    type,
    actor: actorType === null ? null : { type: actorType as Actor['type'], id: Number(actorId) },
    address,
    requestId,
    occurredAt,
    data: row.data as AuditEntry['data'],
  };
}
