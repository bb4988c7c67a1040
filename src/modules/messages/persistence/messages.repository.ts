import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { isStaff, type Role, type TenantContext } from '../../../platform/context/request-context.js';
import { Database } from '../../../platform/database/database.service.js';
import { TenantRepository } from '../../../platform/database/tenant.repository.js';
import type { Message } from '../domain/message.js';
import { MessageEntity } from './message.entities.js';

interface MessageRow {
  readonly seq: number;
  readonly publicSeq: number | null;
  readonly authorId: number;
  readonly authorName: string;
  readonly authorRole: string;
  readonly body: string;
  readonly createdAt: number;
}

/** The replies of threads, from no. 2 on. Every read leaves out what the caller may not see. */
@Injectable()
export class MessagesRepository extends TenantRepository<MessageEntity> {
  constructor(database: Database) {
    super(database, MessageEntity);
  }

  /** The newest replies before `before` (a number as the caller counts), newest first. */
  findBefore(
    ctx: TenantContext,
    ticketNumber: number,
    before: number | null,
    limit: number,
  ): Promise<readonly Message[]> {
    return this.select(ctx, 'm', async (query) => {
      audible(query, ctx).andWhere('m.ticketNumber = :ticketNumber', { ticketNumber });
      if (before !== null) query.andWhere(`${isStaff(ctx.actor) ? 'm.seq' : 'm.publicSeq'} < :before`, { before });
      const rows = await query
        .innerJoin('users', 'a', 'a.tenant_id = m.tenant_id AND a.id = m.authorId')
        .select(['m.seq AS "seq"', 'm.publicSeq AS "publicSeq"', 'm.authorId AS "authorId"'])
        .addSelect(['m.body AS "body"', 'm.createdAt AS "createdAt"'])
        .addSelect('a.name', 'authorName')
        .addSelect('a.role', 'authorRole')
        .orderBy('m.seq', 'DESC')
        .limit(limit)
        .getRawMany<MessageRow>();
      return rows.map(toRecord);
    });
  }

  /** Whether the caller may see this reply of a ticket that the caller sees. */
  isAudible(ctx: TenantContext, ticketNumber: number, seq: number): Promise<boolean> {
    return this.select(ctx, 'm', (query) =>
      audible(query, ctx)
        .andWhere('m.ticketNumber = :ticketNumber AND m.seq = :seq', { ticketNumber, seq })
        .getExists(),
    );
  }

  /** The seq of the newest reply whose place among the public ones is at most `publicSeq`; null when there is none. */
  async findSeqOfPublic(ctx: TenantContext, ticketNumber: number, publicSeq: number): Promise<number | null> {
    const row = await this.select(ctx, 'm', (query) =>
      query
        .select('MAX(m.seq)', 'seq')
        .andWhere('m.ticketNumber = :ticketNumber AND m.publicSeq <= :publicSeq', { ticketNumber, publicSeq })
        .getRawOne<{ seq: number | null }>(),
    );
    return row?.seq ?? null;
  }

  /** For each ticket how far the caller has read it and how many audible replies of others came after. */
  countUnread(
    ctx: TenantContext,
    ticketNumbers: readonly number[],
  ): Promise<ReadonlyMap<number, { readonly lastReadSeq: number; readonly replies: number }>> {
    const audience = isStaff(ctx.actor) ? '' : 'AND m.public_seq IS NOT NULL';
    return this.database.read(ctx, async (manager) => {
      const rows = await manager
        .createQueryBuilder()
        .select('t.number', 'number')
        .addSelect('COALESCE(r.last_read_seq, 0)', 'lastReadSeq')
        .addSelect(
          `(SELECT COUNT(*) FROM messages m WHERE m.tenant_id = t.tenant_id AND m.ticket_number = t.number
            AND m.seq > COALESCE(r.last_read_seq, 0) AND m.author_id <> :reader ${audience})`,
          'replies',
        )
        .from('tickets', 't')
        .leftJoin('read_marks', 'r', 'r.tenant_id = t.tenant_id AND r.ticket_number = t.number AND r.user_id = :reader')
        .where('t.tenant_id = :tenantId AND t.number IN (:...ticketNumbers)', { ticketNumbers })
        .setParameters({ tenantId: ctx.tenant.id, reader: ctx.actor.userId })
        .getRawMany<{ number: number; lastReadSeq: number; replies: number }>();
      return new Map(
        rows.map((row) => [row.number, { lastReadSeq: Number(row.lastReadSeq), replies: Number(row.replies) }]),
      );
    });
  }

  async add(ctx: TenantContext, ticketNumber: number, message: Message): Promise<void> {
    const { seq, publicSeq, author, body, createdAt } = message;
    await this.insert(ctx, [{ ticketNumber, seq, publicSeq, authorId: author.id, body, createdAt }]);
  }
}

/** Internal messages exist for staff only. */
function audible(query: SelectQueryBuilder<MessageEntity>, ctx: TenantContext): SelectQueryBuilder<MessageEntity> {
  return isStaff(ctx.actor) ? query : query.andWhere('m.publicSeq IS NOT NULL');
}

function toRecord({ authorId, authorName, authorRole, ...row }: MessageRow): Message {
  return { ...row, author: { id: authorId, name: authorName, role: authorRole as Role } };
}
