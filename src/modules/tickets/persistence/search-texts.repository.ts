import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { isStaff, type TenantContext } from '../../../platform/context/request-context.js';
import { Database, type FullTextTerm } from '../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import type { SearchQuery } from '../../../platform/search/search-query.js';
import {
  patternOf,
  storedMessage,
  storedOpening,
  storedWord,
  type WordKind,
} from '../../../platform/search/stored-words.js';
import { DESCRIPTION_SEQ, type TicketState } from '../domain/ticket.js';
import { SearchTextEntity } from './search-text.entity.js';

/** A word, or the beginning of one, that is looked up in the full-text index. */
export interface IndexedWord {
  readonly word: string;
  readonly beginsWith: boolean;
}

/** Stretches of tickets, both ends included. */
export interface Stretches {
  readonly from: number;
  readonly to: number;
}

export type Part = 'subject' | 'text';

export interface TextFound {
  readonly number: number;
  readonly seq: number;
  /** Whether all of the query is in the message, and not only the word that was looked up. */
  readonly isHit: boolean;
}

interface FoundRow {
  readonly number: number;
  readonly seq: number;
  readonly hit: number;
}

type Texts = SelectQueryBuilder<SearchTextEntity>;

/** The words of messages. Customers' questions reach the words of public messages only. Who sees the tickets is not asked here. */
@Injectable()
export class SearchTextsRepository extends TenantRepository<SearchTextEntity> {
  constructor(database: Database) {
    super(database, SearchTextEntity);
  }

  async addOpening(ctx: TenantScope, { number, subject, description }: TicketState): Promise<void> {
    const text = storedOpening(ctx.tenant.id, number, subject, description);
    await this.add(ctx, number, DESCRIPTION_SEQ, false, text);
  }

  async addMessage(ctx: TenantScope, number: number, seq: number, body: string, isInternal: boolean): Promise<void> {
    await this.add(ctx, number, seq, isInternal, storedMessage(ctx.tenant.id, number, body, isInternal));
  }

  /** InnoDB does not take another text under the same number, so the row goes and comes again. */
  async replaceOpening(ctx: TenantScope, ticket: TicketState): Promise<void> {
    await this.delete(ctx, { ticketNumber: ticket.number, seq: DESCRIPTION_SEQ });
    await this.addOpening(ctx, ticket);
  }

  async removeTicket(ctx: TenantScope, number: number): Promise<void> {
    await this.delete(ctx, { ticketNumber: number });
  }

  /** The highest number of a ticket that can be found; 0 when there is none. */
  async newest(ctx: TenantScope): Promise<number> {
    const row = await this.select(ctx, 's', (query) =>
      query.select('MAX(s.ticketNumber)', 'newest').getRawOne<{ newest: number | null }>(),
    );
    return row?.newest ?? 0;
  }

  /** In how many messages of a stretch each word is, for the caller. */
  async frequencies(ctx: TenantContext, words: readonly IndexedWord[], stretch: number): Promise<readonly number[]> {
    const at = { from: stretch, to: stretch };
    const queries = words.map((word) => [(query: Texts) => this.having(query, ctx, word, 'text', at)]);
    return this.count(ctx, 's', MOST_COUNTED, queries);
  }

  /** The messages of stretches in which a word is, below a ticket number. */
  async lookUp(
    ctx: TenantContext,
    word: IndexedWord,
    request: { readonly query: SearchQuery; readonly part: Part; readonly at: Stretches; readonly before: number },
  ): Promise<readonly TextFound[]> {
    const { query: wanted, part, at, before } = request;
    const { condition, parameters } = this.likeAll(ctx, wanted);
    const rows = await this.select(ctx, 's', (query) =>
      this.having(query, ctx, word, part, at)
        .andWhere('s.ticketNumber < :before', { before })
        .select(['s.ticketNumber AS "number"', 's.seq AS "seq"'])
        .addSelect(`CASE WHEN ${condition} THEN 1 ELSE 0 END`, 'hit')
        .setParameters(parameters)
        .getRawMany<FoundRow>(),
    );
    return rows.map(({ number, seq, hit }) => ({ number, seq, isHit: Number(hit) === 1 }));
  }

  /** The messages of these tickets in which all of the query is. */
  async findAmong(ctx: TenantContext, query: SearchQuery, numbers: readonly number[]): Promise<readonly TextFound[]> {
    if (numbers.length === 0) return [];
    const { condition, parameters } = this.likeAll(ctx, query);
    const rows = await this.select(ctx, 's', (texts) =>
      audible(texts, ctx)
        .andWhere('s.ticketNumber IN (:...numbers)', { numbers })
        .andWhere(condition, parameters)
        .select(['s.ticketNumber AS "number"', 's.seq AS "seq"'])
        .getRawMany<FoundRow>(),
    );
    return rows.map(({ number, seq }) => ({ number, seq, isHit: true }));
  }

  private having(
    query: Texts,
    ctx: TenantContext,
    { word, beginsWith }: IndexedWord,
    part: Part,
    at: Stretches,
  ): Texts {
    const kinds = kindsOf(ctx, part);
    const terms: FullTextTerm[] = [];
    for (let stretch = at.from; stretch <= at.to; stretch++) {
      for (const kind of kinds) terms.push({ text: storedWord(ctx.tenant.id, kind, stretch, word), beginsWith });
    }
    const { condition, value } = this.database.hasAny('search_texts', 's', 'terms', terms);
    return audible(query.andWhere(condition, { terms: value }), ctx);
  }

  private likeAll(ctx: TenantContext, query: SearchQuery) {
    const patterns = query.map((item) => patternOf(ctx.tenant.id, item));
    return {
      condition: patterns.map((_, index) => `s.text LIKE :pattern${index} ESCAPE '!'`).join(' AND '),
      parameters: Object.fromEntries(patterns.map((pattern, index) => [`pattern${index}`, pattern])),
    };
  }

  private async add(
    ctx: TenantScope,
    ticketNumber: number,
    seq: number,
    isInternal: boolean,
    text: string,
  ): Promise<void> {
    await this.insert(ctx, [{ ticketNumber, seq, internal: Number(isInternal), text } as SearchTextEntity]);
  }
}

const MOST_COUNTED = 5_000;

function audible(query: Texts, ctx: TenantContext): Texts {
  return isStaff(ctx.actor) ? query : query.andWhere('s.internal = 0');
}

function kindsOf({ actor }: TenantContext, part: Part): readonly WordKind[] {
  if (part === 'subject') return ['s'];
  return isStaff(actor) ? ['p', 'i'] : ['p'];
}
