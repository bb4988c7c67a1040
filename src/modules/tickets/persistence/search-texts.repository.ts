import { Injectable } from '@nestjs/common';
import { isStaff, type TenantContext } from '../../../platform/context/request-context.js';
import { Conditions } from '../../../platform/database/conditions.js';
import { Database, type FullTextTerm } from '../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import type { SearchQuery } from '../../../platform/search/search-query.js';
import {
  patternOf,
  SIZE,
  storedMessage,
  storedOpening,
  storedWord,
  type Unit,
  unitOf,
  type WordKind,
} from '../../../platform/search/stored-words.js';
import { DESCRIPTION_SEQ, type TicketState } from '../domain/ticket.js';
import { SearchTextEntity } from './search-text.entity.js';

/**
 * Numbers of tickets from one on and below another, looked up by stretches or by blocks, which begin at `from`; without a
 * unit their texts are read.
 */
export interface Span {
  readonly unit: Unit | null;
  readonly from: number;
  readonly before: number;
}

export type Part = 'subject' | 'text';

export interface TextFound {
  readonly number: number;
  readonly seq: number;
  /** Whether the message has what was looked for, and not only its words somewhere. */
  readonly isHit: boolean;
}

interface FoundRow {
  readonly number: number;
  readonly seq: number;
  readonly hit: number;
}

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

  /** The messages of a span in which all words of the query are: of subjects, or of texts. No more than `most` are looked up. */
  findIn(
    ctx: TenantContext,
    query: SearchQuery,
    part: Part,
    { unit, ...span }: Span,
    most: number | null = null,
  ): Promise<readonly TextFound[]> {
    if (unit === null) return this.read(ctx, query, part, span);
    return this.lookUp(ctx, query, part, span, placesIn(span, unit), most);
  }

  /** Some of them: those of the first stretch of each block. */
  findSome(
    ctx: TenantContext,
    query: SearchQuery,
    part: Part,
    span: Numbers,
    most: number,
  ): Promise<readonly TextFound[]> {
    const places = placesIn(span, 'block').map(({ at }): Place => {
      return { unit: 'stretch', at: unitOf('stretch', at * SIZE.block) };
    });
    return this.lookUp(ctx, query, part, span, places, most);
  }

  private read(ctx: TenantContext, query: SearchQuery, part: Part, span: Numbers): Promise<readonly TextFound[]> {
    const within = inSpan(audible(new Conditions(), ctx), span);
    if (part === 'text') return this.readThese(ctx, within, likeAll(ctx, query));
    return this.readThese(ctx, within.andWhere('s.seq = :opening', OPENING), likeAll(ctx, query, 's'));
  }

  private async lookUp(
    ctx: TenantContext,
    query: SearchQuery,
    part: Part,
    span: Numbers,
    places: readonly Place[],
    most: number | null,
  ): Promise<readonly TextFound[]> {
    const { condition, value } = this.database.hasAll('search_texts', 's', 'terms', groupsOf(ctx, query, part, places));
    const like = isTold(query) ? null : likeAll(ctx, query);
    const wanted = inSpan(audible(new Conditions(), ctx).andWhere(condition, { terms: value }), span);
    if (like) wanted.with(like.parameters);
    const shape = `found by words ${like?.condition ?? ''} ${most}`;
    const rows = await this.rows<FoundRow>(ctx, 's', wanted, shape, (texts) =>
      texts
        .select(['s.ticketNumber AS "number"', 's.seq AS "seq"'])
        .addSelect(like ? `CASE WHEN ${like.condition} THEN 1 ELSE 0 END` : '1', 'hit')
        .limit(most ?? undefined),
    );
    return rows.map(({ number, seq, hit }) => ({ number, seq, isHit: Number(hit) === 1 }));
  }

  /** The messages of these tickets in which all of the query is. */
  findAmong(ctx: TenantContext, query: SearchQuery, numbers: readonly number[]): Promise<readonly TextFound[]> {
    if (numbers.length === 0) return Promise.resolve([]);
    return this.readThese(ctx, amongst(audible(new Conditions(), ctx), numbers), likeAll(ctx, query));
  }

  /** Those of these tickets in whose subject all of the query is. */
  findSubjects(ctx: TenantContext, query: SearchQuery, numbers: readonly number[]): Promise<readonly TextFound[]> {
    if (numbers.length === 0) return Promise.resolve([]);
    const openings = amongst(new Conditions(), numbers).andWhere('s.seq = :opening', OPENING);
    return this.readThese(ctx, openings, likeAll(ctx, query, 's'));
  }

  /** Those of these texts that are as asked for, without the index. */
  private async readThese(ctx: TenantContext, wanted: Conditions, like: Like): Promise<readonly TextFound[]> {
    wanted.andWhere(like.condition, like.parameters);
    const rows = await this.rows<FoundRow>(ctx, 's', wanted, 'found one by one', (texts) =>
      texts.select(['s.ticketNumber AS "number"', 's.seq AS "seq"']),
    );
    return rows.map(({ number, seq }) => ({ number, seq, isHit: true }));
  }

  private async add(
    ctx: TenantScope,
    ticketNumber: number,
    seq: number,
    isInternal: boolean,
    text: string,
  ): Promise<void> {
    await this.insert(ctx, [{ ticketNumber, seq, internal: Number(isInternal), text }]);
  }
}

type Numbers = Pick<Span, 'from' | 'before'>;

interface Place {
  readonly unit: Unit;
  readonly at: number;
}

function placesIn({ from, before }: Numbers, unit: Unit): readonly Place[] {
  const [first, last] = [unitOf(unit, from), unitOf(unit, before - 1)];
  return Array.from({ length: last - first + 1 }, (_, place) => ({ unit, at: first + place }));
}

const OPENING = { opening: DESCRIPTION_SEQ };

function inSpan(conditions: Conditions, { from, before }: Numbers): Conditions {
  return conditions.andWhere('s.ticketNumber >= :from AND s.ticketNumber < :before', { from, before });
}

function amongst(conditions: Conditions, numbers: readonly number[]): Conditions {
  return conditions.andWhere('s.ticketNumber IN (:...numbers)', { numbers });
}

interface Like {
  readonly condition: string;
  readonly parameters: Readonly<Record<string, string>>;
}

function likeAll({ tenant }: TenantContext, query: SearchQuery, kind?: WordKind): Like {
  const patterns = query.map((item) => patternOf(tenant.id, item, kind));
  return {
    condition: patterns.map((_, index) => `s.text LIKE :pattern${index} ESCAPE '!'`).join(' AND '),
    parameters: Object.fromEntries(patterns.map((pattern, index) => [`pattern${index}`, pattern])),
  };
}

/** The index is asked for so many words, the longest; the others are looked for in what it finds. */
const MOST_WORDS = 6;

interface IndexedWord {
  readonly word: string;
  readonly beginsWith: boolean;
}

/** Whether the index itself tells what has all of the query: it does not know which words stand in a row. */
function isTold(query: SearchQuery): boolean {
  return query.length <= MOST_WORDS && query.every(({ words }) => words.length === 1);
}

function indexedWords(query: SearchQuery): readonly IndexedWord[] {
  const words = query.flatMap(({ words: row, beginsWith }) =>
    row.map((word, index) => ({ word, beginsWith: beginsWith && index === row.length - 1 })),
  );
  return words.sort((a, b) => b.word.length - a.word.length).slice(0, MOST_WORDS);
}

/** All words must be in one message, so in one unit and of one kind. */
function groupsOf(
  ctx: TenantContext,
  query: SearchQuery,
  part: Part,
  places: readonly Place[],
): readonly (readonly FullTextTerm[])[] {
  const words = indexedWords(query);
  return places.flatMap((place) =>
    kindsOf(ctx, part).map((kind) =>
      words.map(({ word, beginsWith }) => ({ text: storedWord(ctx.tenant.id, kind, place, word), beginsWith })),
    ),
  );
}

function audible(conditions: Conditions, ctx: TenantContext): Conditions {
  return isStaff(ctx.actor) ? conditions : conditions.andWhere('s.internal = 0');
}

function kindsOf({ actor }: TenantContext, part: Part): readonly WordKind[] {
  if (part === 'subject') return ['s'];
  return isStaff(actor) ? ['p', 'i'] : ['p'];
}
