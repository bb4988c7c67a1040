import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Conditions } from '../../../platform/database/conditions.js';
import { Database } from '../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import type { Attachment, AttachmentOwner } from '../domain/attachment.js';
import { AttachmentEntity } from './attachment.entity.js';

const COLUMNS = [
  ...['id', 'fileName', 'mimeType', 'size', 'sha256', 'storageKey', 'externalUrl', 'uploaderId', 'ticketNumber'],
  ...['messageSeq', 'createdAt'],
] as const;

@Injectable()
export class AttachmentsRepository extends TenantRepository<AttachmentEntity> {
  constructor(database: Database) {
    super(database, AttachmentEntity);
  }

  findById(ctx: TenantScope, id: number): Promise<Attachment | null> {
    return this.select(ctx, 'a', async (query) => {
      const row = await query.andWhere('a.id = :id', { id }).getOne();
      return row && toRecord(row);
    });
  }

  findByIds(ctx: TenantScope, ids: readonly number[]): Promise<readonly Attachment[]> {
    return this.select(ctx, 'a', async (query) =>
      (await query.andWhere('a.id IN (:...ids)', { ids }).orderBy('a.id').getMany()).map(toRecord),
    );
  }

  async findOfMessages(
    ctx: TenantScope,
    ticketNumber: number,
    seqs: readonly number[],
  ): Promise<readonly Attachment[]> {
    // As a span, or each number of messages would be a statement of its own.
    const text = 'a.ticketNumber = :ticketNumber AND a.messageSeq BETWEEN :first AND :last';
    const span = { first: Math.min(...seqs), last: Math.max(...seqs) };
    const wanted = new Conditions().andWhere(text, { ticketNumber, ...span });
    const rows = await this.rows<AttachmentEntity>(ctx, 'a', wanted, 'whole', (query) =>
      query.select(COLUMNS.map((column) => `a.${column} AS "${column}"`)).orderBy('a.id'),
    );
    return rows.map((row) =>
      toRecord({ ...row, size: row.size && Number(row.size), createdAt: Number(row.createdAt) }),
    );
  }

  findOfTickets(ctx: TenantScope, ticketNumbers: readonly number[]): Promise<readonly Attachment[]> {
    return this.select(ctx, 'a', async (query) => {
      query.andWhere('a.ticketNumber IN (:...ticketNumbers)', { ticketNumbers });
      return (await query.orderBy('a.id').getMany()).map(toRecord);
    });
  }

  async add(ctx: TenantScope, ...attachments: readonly Attachment[]): Promise<void> {
    await this.insert(
      ctx,
      attachments.map(({ owner, ...attachment }) => ({
        ...attachment,
        ticketNumber: owner?.ticketNumber ?? null,
        messageSeq: owner?.messageSeq ?? null,
      })),
    );
  }

  /** Gives unbound files of an uploader to a message; tells how many were there to give. */
  async bind(ctx: TenantScope, ids: readonly number[], uploaderId: number, owner: AttachmentOwner): Promise<number> {
    const result = await this.database.write(ctx, (manager) =>
      manager
        .createQueryBuilder()
        .update(AttachmentEntity)
        .set({ ...owner })
        .where({ tenantId: ctx.tenant.id, id: In([...ids]), uploaderId, ticketNumber: IsNull() })
        .updateEntity(false)
        .execute(),
    );
    return result.affected ?? 0;
  }
}

function toRecord({ tenantId: _, ticketNumber, messageSeq, ...row }: AttachmentEntity): Attachment {
  const owner = ticketNumber === null || messageSeq === null ? null : { ticketNumber, messageSeq };
  // A row has either a blob or an address.
  return { ...row, owner } as Attachment;
}
