import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { Database } from '../../../platform/database/database.service.js';
import { TenantRepository } from '../../../platform/database/tenant.repository.js';
import { ReadMarkEntity } from './message.entities.js';

@Injectable()
export class ReadMarksRepository extends TenantRepository<ReadMarkEntity> {
  constructor(database: Database) {
    super(database, ReadMarkEntity);
  }

  /** Moves the caller's mark on a ticket forward, never back. */
  async advance(ctx: TenantContext, ticketNumber: number, lastReadSeq: number): Promise<void> {
    const key = { tenantId: ctx.tenant.id, ticketNumber, userId: ctx.actor.userId };
    await this.database.write(ctx, async (manager) => {
      await manager
        .createQueryBuilder()
        .insert()
        .into(ReadMarkEntity)
        .values({ ...key, lastReadSeq: 0 })
        .orIgnore()
        .updateEntity(false)
        .execute();
      await manager
        .createQueryBuilder()
        .update(ReadMarkEntity)
        .set({ lastReadSeq })
        .where({ ...key, lastReadSeq: LessThan(lastReadSeq) })
        .updateEntity(false)
        .execute();
    });
  }
}
