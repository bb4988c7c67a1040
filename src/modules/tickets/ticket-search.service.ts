import { Injectable } from '@nestjs/common';
import { isStaff, type TenantContext } from '../../platform/context/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Cursors } from '../../platform/http/cursors.js';
import { INVALID_CURSOR } from '../../platform/http/http-errors.js';
import { Page } from '../../platform/http/page.js';
import { excerpt, highlighted, type Piece } from '../../platform/search/highlight.js';
import { findAll, type SearchQuery } from '../../platform/search/search-query.js';
import { SIZE, unitOf } from '../../platform/search/stored-words.js';
import { searchable } from '../../platform/search/words.js';
import { partyOf } from './domain/ticket.policy.js';
import { DESCRIPTION_SEQ, type Ticket } from './domain/ticket.js';
import { MessageBodies } from './message-bodies.js';
import { type Part, SearchTextsRepository, type Span, type TextFound } from './persistence/search-texts.repository.js';
import { TicketsRepository } from './persistence/tickets.repository.js';
import type { TicketFilter } from './ticket-query.js';

export interface TicketSearchRequest {
  readonly query: SearchQuery;
  readonly filter: TicketFilter;
  readonly limit: number;
  readonly cursor?: string;
}

/** Where the words were found. */
export interface Highlight {
  readonly subject: readonly Piece[];
  /** A message that has all of them; null when it is the subject that does. */
  readonly message: { readonly seq: number; readonly pieces: readonly Piece[] } | null;
}

export interface FoundTicket {
  readonly ticket: Ticket;
  readonly highlight: Highlight;
}

/** A ticket among those found: those whose subject has all words come first, then the others, each from the newest. */
interface Hit {
  readonly part: Part;
  readonly number: number;
  readonly seq: number;
}

interface Walk {
  readonly hits: readonly Hit[];
  /** Behind which number there may be more; null when there is nothing. */
  readonly stoppedAt: Position | null;
}

interface Position {
  readonly part: Part;
  readonly before: number;
}

const PARTS = ['subject', 'text'] as const satisfies readonly Part[];
/** Of so few tickets the texts are read one by one, without the index: of all that there are, or of what is left of them. */
const FEW = { ofAll: 200, ofSome: 2_000 };
/** Tickets whose texts are read at once. */
const READ_AT_ONCE = 100;
/** Tickets whose subjects, visibility and filters are asked for at once. */
const CHUNK = 200;
/** Messages that a look into the index should give; with more than so many it was too wide, and a narrower one is taken. */
const AIM = 120;
const TOO_MANY = 1_000;
/**
 * So many messages in some stretches of blocks tell that all of them have too many. To be told so by the blocks themselves
 * would take a tenth of a second for each: all of a list is read before the first of it is given.
 */
const TOO_MANY_OF_SOME = 64;
/** Messages after which a request looks no further. */
const MOST_LOOKED_AT = 3_000;
/** How much wider each look may be than the one before, and how many lists it may look into for each kind of words. */
const GROWTH = 8;
const WIDEST = 32;
/** A block is looked into where so much of it is wanted: one long list costs less than many short ones. */
const ENOUGH_OF_A_BLOCK = SIZE.block / 4;

/** Full-text search over the tickets and messages that the caller may see. */
@Injectable()
export class TicketSearch {
  constructor(
    private readonly tickets: TicketsRepository,
    private readonly texts: SearchTextsRepository,
    private readonly bodies: MessageBodies,
    private readonly cursors: Cursors,
  ) {}

  /**
   * A page of what was found. A page may hold fewer than asked for though more follow: how much one request looks at is
   * bounded, however common the words are. Throws `invalid_cursor`.
   */
  async search(ctx: TenantContext, request: TicketSearchRequest): Promise<Page<FoundTicket>> {
    const { query, filter, limit, cursor } = request;
    const { tenant, actor } = ctx;
    const reader = `${partyOf(actor)}/${actor.userId}${actor.ownTicketsOnly ? '/own' : ''}`;
    const list = `search/${tenant.id}/${reader}/${JSON.stringify([query, filter])}`;
    const from = cursor === undefined ? null : this.positionIn(list, cursor);
    const few = isStaff(actor) && Object.keys(filter).length === 0 ? FEW.ofAll : FEW.ofSome;
    const candidates = await this.tickets.numbersFound(ctx, filter, few + 1);
    const { hits, stoppedAt } =
      candidates.length <= few
        ? await this.searchAmong(ctx, request, candidates, from)
        : await this.searchIndex(ctx, request, from);
    const shown = hits.slice(0, limit);
    const last = shown.at(-1);
    const next = hits.length > limit && last ? { part: last.part, before: last.number } : stoppedAt;
    const nextCursor = next && this.cursors.write(list, [PARTS.indexOf(next.part), next.before]);
    return new Page(await this.present(ctx, query, shown), limit, nextCursor);
  }

  /** Reads the texts from the newest ticket on until the page is full; the subjects of all, as they come first. */
  private async searchAmong(
    ctx: TenantContext,
    { query, limit }: TicketSearchRequest,
    candidates: readonly number[],
    from: Position | null,
  ): Promise<Walk> {
    const hits: Hit[] = [];
    const newestFirst = candidates.toSorted((a, b) => b - a);
    const titled = new Set<number>();
    for (const numbers of portions(newestFirst, CHUNK)) {
      for (const { number } of await this.texts.findSubjects(ctx, query, numbers)) titled.add(number);
    }
    const add = (part: Part, found: ReadonlyMap<number, number>) => {
      for (const [number, seq] of [...found].sort(([a], [b]) => b - a)) {
        const hit = { part, number, seq };
        if (isBehind(hit, from)) hits.push(hit);
      }
    };
    add('subject', new Map([...titled].map((number) => [number, DESCRIPTION_SEQ])));
    const untitled = newestFirst.filter((number) => !titled.has(number));
    for (const numbers of portions(untitled, READ_AT_ONCE)) {
      if (hits.length > limit) break;
      if (from?.part === 'text' && numbers.at(-1)! >= from.before) continue;
      add('text', newestOf(await this.texts.findAmong(ctx, query, numbers)));
    }
    return { hits, stoppedAt: null };
  }

  /**
   * From the newest tickets on: the first texts are read, which is enough for words that are in every other, and then the
   * index is asked, over wider spans the rarer the words are. Where a span has too many of them narrow ones follow, which
   * grow no wider until it is known where they are: the word is common further back, and the newest of those are wanted.
   */
  private async searchIndex(
    ctx: TenantContext,
    { query, filter, limit }: TicketSearchRequest,
    from: Position | null,
  ): Promise<Walk> {
    const end = (await this.texts.newest(ctx)) + 1;
    const hits: Hit[] = [];
    let lookedAt = 0;
    for (const part of from?.part === 'text' ? (['text'] as const) : PARTS) {
      let span = readFirst(from?.part === part ? from.before : end);
      /** Where a span begins that had too many, as long as it is not known where they are. */
      let crowdedFrom: number | null = null;
      while (span) {
        if (lookedAt >= MOST_LOOKED_AT) return { hits, stoppedAt: { part, before: span.before } };
        const width = span.before - span.from;
        const looked = await this.look(ctx, query, part, span);
        if (looked === null) {
          crowdedFrom = span.from;
          span = spanBelow(span.before, width / GROWTH);
          continue;
        }
        lookedAt += looked.length;
        await this.collect(ctx, { query, filter, part, limit }, looked, hits);
        if (hits.length > limit) return { hits, stoppedAt: null };
        if (looked.length * GROWTH >= AIM || (crowdedFrom !== null && span.from <= crowdedFrom)) crowdedFrom = null;
        const growth = crowdedFrom === null ? GROWTH : 1;
        const fitting = looked.length > 0 ? (width * AIM) / looked.length : Infinity;
        span = spanBelow(span.from, Math.min(width * growth, fitting));
      }
    }
    return { hits, stoppedAt: null };
  }

  /** The messages of a span that have the words; null when there are too many, and a narrower one is possible. */
  private async look(
    ctx: TenantContext,
    query: SearchQuery,
    part: Part,
    span: Span,
  ): Promise<readonly TextFound[] | null> {
    if (span.unit === 'block') {
      const some = await this.texts.findSome(ctx, query, part, span, TOO_MANY_OF_SOME);
      if (some.length === TOO_MANY_OF_SOME) return null;
    }
    const isNarrowest = span.unit === null || (span.unit === 'stretch' && span.before - span.from <= SIZE.stretch);
    if (isNarrowest) return this.texts.findIn(ctx, query, part, span);
    const looked = await this.texts.findIn(ctx, query, part, span, TOO_MANY);
    return looked.length === TOO_MANY ? null : looked;
  }

  /** Adds those of the tickets that the caller sees, that the filter admits and that belong to this part. */
  private async collect(
    ctx: TenantContext,
    { query, filter, part, limit }: Omit<TicketSearchRequest, 'cursor'> & { readonly part: Part },
    looked: readonly TextFound[],
    hits: Hit[],
  ): Promise<void> {
    const found = newestOf(looked);
    const numbers = [...found.keys()].sort((a, b) => b - a);
    for (let start = 0; start < numbers.length && hits.length <= limit; start += CHUNK) {
      const subjects = await this.tickets.subjectsAmong(ctx, filter, numbers.slice(start, start + CHUNK));
      for (const { number, subject } of subjects.toSorted((a, b) => b.number - a.number)) {
        const isSubject = findAll(query, searchable(subject)) !== null;
        if (isSubject === (part === 'subject')) hits.push({ part, number, seq: found.get(number)! });
      }
    }
  }

  private async present(ctx: TenantContext, query: SearchQuery, hits: readonly Hit[]): Promise<readonly FoundTicket[]> {
    const found = await this.tickets.findAll(
      ctx,
      hits.map(({ number }) => number),
    );
    const tickets = new Map(found.map((ticket) => [ticket.number, ticket]));
    const replies = await this.bodies.of(
      ctx,
      hits.filter(({ seq }) => seq !== DESCRIPTION_SEQ),
    );
    return hits.flatMap(({ number, seq }) => {
      const ticket = tickets.get(number);
      if (!ticket) return [];
      const reply = replies.find((each) => each.number === number && each.seq === seq);
      const message = reply ?? { shownSeq: DESCRIPTION_SEQ, body: ticket.description };
      const pieces = excerpt(query, message.body);
      const subject = highlighted(query, ticket.subject);
      return [{ ticket, highlight: { subject, message: pieces && { seq: message.shownSeq, pieces } } }];
    });
  }

  private positionIn(list: string, cursor: string): Position {
    const [place, before] = this.cursors.read(list, cursor);
    const part = PARTS[Number(place)];
    if (!part || typeof before !== 'number') throw new DomainError(INVALID_CURSOR);
    return { part, before };
  }
}

/** The newest message of each ticket that has everything. */
function newestOf(found: readonly TextFound[]): Map<number, number> {
  const newest = new Map<number, number>();
  for (const { number, seq, isHit } of found) {
    if (isHit) newest.set(number, Math.max(seq, newest.get(number) ?? 0));
  }
  return newest;
}

function isBehind({ part, number }: Hit, from: Position | null): boolean {
  if (!from) return true;
  return part === from.part ? number < from.before : part === 'text';
}

/** The first numbers below one, whose texts are read; null when there are none. */
function readFirst(before: number): Span | null {
  return before <= 1 ? null : { unit: null, from: Math.max(0, before - READ_AT_ONCE), before };
}

/** The numbers below one, about so many and no more than may be looked up at once; null when there are none. */
function spanBelow(before: number, wanted: number): Span | null {
  if (before <= 1) return null;
  const unit = wanted < ENOUGH_OF_A_BLOCK ? 'stretch' : 'block';
  const count = Math.max(1, Math.min(WIDEST, Math.floor(wanted / SIZE[unit])));
  const lowest = Math.max(0, unitOf(unit, before - 1) - count + 1);
  return { unit, from: lowest * SIZE[unit], before };
}

/** All of one size, the last filled up with its last number: each size would be a statement of its own. */
function* portions(numbers: readonly number[], size: number): Generator<readonly number[]> {
  for (let start = 0; start < numbers.length; start += size) {
    const some = numbers.slice(start, start + size);
    yield [...some, ...new Array<number>(size - some.length).fill(some.at(-1)!)];
  }
}
