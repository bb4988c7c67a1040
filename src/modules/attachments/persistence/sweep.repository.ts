import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { Database } from '../../../platform/database/database.service.js';
import { AttachmentEntity } from './attachment.entity.js';

/** What the sweep needs to know of all tenants at once. */
@Injectable()
export class SweepRepository {
  constructor(private readonly database: Database) {}

  /** Storage keys of uploads before `instant` that nobody bound. */
  findUnbound(ctx: RequestContext, instant: number, limit: number): Promise<readonly string[]> {
    return this.database.read(ctx, async (manager) => {
      const rows = await manager
        .createQueryBuilder(AttachmentEntity, 'a')
        .select('a.storageKey', 'storageKey')
        .where('a.ticketNumber IS NULL AND a.createdAt < :instant', { instant })
        .andWhere('a.storageKey IS NOT NULL')
        .limit(limit)
        .getRawMany<{ storageKey: string }>();
      return rows.map((row) => row.storageKey);
    });
  }

  /** Deletes the row unless it was bound meanwhile; tells whether it did. */
  async removeUnbound(ctx: RequestContext, storageKey: string): Promise<boolean> {
    const result = await this.database.write(ctx, (manager) =>
      manager
        .createQueryBuilder()
        .delete()
        .from(AttachmentEntity)
        .where({ storageKey, ticketNumber: IsNull() })
        .execute(),
    );
    return result.affected === 1;
  }

  /** Which of these keys have a row. */
  async findKnown(ctx: RequestContext, storageKeys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.read(ctx, (manager) =>
      manager
        .createQueryBuilder(AttachmentEntity, 'a')
        .select('a.storageKey', 'storageKey')
        .where({ storageKey: In([...storageKeys]) })
        .getRawMany<{ storageKey: string }>(),
    );
    return new Set(rows.map((row) => row.storageKey));
  }
}
