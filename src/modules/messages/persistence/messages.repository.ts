import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { isStaff, type Role, type TenantContext } from '../../../platform/context/request-context.js';
import { Conditions, type Narrowable } from '../../../platform/database/conditions.js';
import { Database } from '../../../platform/database/database.service.js';
import { TenantRepository } from '../../../platform/database/tenant.repository.js';
import { externalIdOf } from '../../auth/index.js';
import type { MessageBody, MessagePlaceOf } from '../../tickets/index.js';
import type { Message } from '../domain/message.js';
import { MessageEntity } from './message.entities.js';

interface MessageRow {
  readonly ticketNumber: number;
  readonly seq: number;
  readonly publicSeq: number | null;
  readonly authorId: number;
  readonly authorName: string;
  readonly authorRole: string;
  readonly authorIssuer: string;
  readonly authorSubject: string;
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
  async findBefore(
    ctx: TenantContext,
    ticketNumber: number,
    before: number | null,
    limit: number,
  ): Promise<readonly Message[]> {
    const wanted = audible(new Conditions(), ctx).andWhere('m.ticketNumber = :ticketNumber', { ticketNumber });
    if (before !== null) wanted.andWhere(`${isStaff(ctx.actor) ? 'm.seq' : 'm.publicSeq'} < :before`, { before });
    const rows = await this.rows<MessageRow>(ctx, 'm', wanted, `newest ${limit} with authors`, (query) =>
      withAuthor(query).orderBy('m.seq', 'DESC').limit(limit),
    );
    return rows.map(toRecord);
  }

  /** The public replies of tickets, ticket by ticket in their order; of each ticket the newest `most`. */
  findPublicOf(
    ctx: TenantContext,
    ticketNumbers: readonly number[],
    most: number,
  ): Promise<readonly (Message & { readonly ticketNumber: number })[]> {
    return this.select(ctx, 'm', async (query) => {
      query.innerJoin('tickets', 't', 't.tenant_id = m.tenant_id AND t.number = m.ticketNumber');
      query.andWhere('m.ticketNumber IN (:...ticketNumbers)', { ticketNumbers });
      query.andWhere('m.publicSeq > t.last_public_seq - :most', { most });
      query.orderBy('m.ticketNumber').addOrderBy('m.seq');
      const rows = await withAuthor(query).getRawMany<MessageRow>();
      return rows.map((row) => ({ ...toRecord(row), ticketNumber: row.ticketNumber }));
    });
  }

  /** The last reply of each ticket that the caller may see. */
  findLastOf(
    ctx: TenantContext,
    ticketNumbers: readonly number[],
  ): Promise<readonly { readonly ticketNumber: number; readonly body: string; readonly at: number }[]> {
    const isLast = isStaff(ctx.actor) ? 'm.seq = t.last_seq' : 'm.publicSeq = t.last_public_seq';
    return this.select(ctx, 'm', (query) =>
      query
        .innerJoin('tickets', 't', `t.tenant_id = m.tenant_id AND t.number = m.ticketNumber AND ${isLast}`)
        .select(['m.ticketNumber AS "ticketNumber"', 'm.body AS "body"', 'm.createdAt AS "at"'])
        .andWhere('t.number IN (:...ticketNumbers)', { ticketNumbers })
        .getRawMany<{ ticketNumber: number; body: string; at: number }>(),
    );
  }

  /** Public replies among those in these places; others of the same tickets may come along. */
  async findPublicAmong(
    ctx: TenantContext,
    places: readonly { readonly ticketNumber: number; readonly messageSeq: number }[],
  ): Promise<readonly { readonly ticketNumber: number; readonly seq: number }[]> {
    if (places.length === 0) return [];
    const numbers = [...new Set(places.map(({ ticketNumber }) => ticketNumber))];
    const seqs = [...new Set(places.map(({ messageSeq }) => messageSeq))];
    return this.select(ctx, 'm', (query) =>
      query
        .select(['m.ticketNumber AS "ticketNumber"', 'm.seq AS "seq"'])
        .andWhere('m.ticketNumber IN (:...numbers) AND m.seq IN (:...seqs)', { numbers, seqs })
        .andWhere('m.publicSeq IS NOT NULL')
        .getRawMany<{ ticketNumber: number; seq: number }>(),
    );
  }

  /** Those of the replies that the caller may see, of tickets that the caller sees. */
  async findBodies(ctx: TenantContext, places: readonly MessagePlaceOf[]): Promise<readonly MessageBody[]> {
    const shown = isStaff(ctx.actor) ? 'm.seq' : 'm.publicSeq';
    const conditions = places.map((_, index) => `m.ticketNumber = :number${index} AND m.seq = :seq${index}`);
    const values = places.flatMap(({ number, seq }, index) => [
      [`number${index}`, number],
      [`seq${index}`, seq],
    ]);
    return this.select(ctx, 'm', (query) =>
      audible(query, ctx)
        .andWhere(`(${conditions.map((each) => `(${each})`).join(' OR ')})`, Object.fromEntries(values) as object)
        .select(['m.ticketNumber AS "number"', 'm.seq AS "seq"', `${shown} AS "shownSeq"`, 'm.body AS "body"'])
        .getRawMany<MessageBody>(),
    );
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

  async add(ctx: TenantContext, ticketNumber: number, message: Message): Promise<void> {
    const { seq, publicSeq, author, body, createdAt } = message;
    await this.insert(ctx, [{ ticketNumber, seq, publicSeq, authorId: author.id, body, createdAt }]);
  }
}

/** Internal messages exist for staff only. */
function audible<Q extends Narrowable>(query: Q, ctx: TenantContext): Q {
  if (!isStaff(ctx.actor)) query.andWhere('m.publicSeq IS NOT NULL');
  return query;
}

function withAuthor(query: SelectQueryBuilder<MessageEntity>): SelectQueryBuilder<MessageEntity> {
  return query
    .innerJoin('users', 'a', 'a.tenant_id = m.tenant_id AND a.id = m.authorId')
    .select(['m.ticketNumber AS "ticketNumber"', 'm.seq AS "seq"', 'm.publicSeq AS "publicSeq"'])
    .addSelect(['m.authorId AS "authorId"', 'm.body AS "body"', 'm.createdAt AS "createdAt"'])
    .addSelect('a.name', 'authorName')
    .addSelect('a.role', 'authorRole')
    .addSelect('a.issuer', 'authorIssuer')
    .addSelect('a.subject', 'authorSubject');
}

function toRecord(row: MessageRow): Message {
  const { seq, publicSeq, body, createdAt, authorIssuer: issuer, authorSubject: subject } = row;
  const externalId = externalIdOf({ issuer, subject });
  const author = { id: row.authorId, name: row.authorName, role: row.authorRole as Role, externalId };
  return { seq, publicSeq, author, body, createdAt };
}
