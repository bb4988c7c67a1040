import { Injectable } from '@nestjs/common';
import { isStaff, type TenantContext } from '../../platform/context/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Cursors } from '../../platform/http/cursors.js';
import { INVALID_CURSOR } from '../../platform/http/http-errors.js';
import { Page } from '../../platform/http/page.js';
import { excerpt, highlighted, type Piece } from '../../platform/search/highlight.js';
import { findAll, type SearchQuery } from '../../platform/search/search-query.js';
import { startOf, stretchOf } from '../../platform/search/stored-words.js';
import { searchable } from '../../platform/search/words.js';
import { partyOf } from './domain/ticket.policy.js';
import { DESCRIPTION_SEQ, type Ticket } from './domain/ticket.js';
import { MessageBodies } from './message-bodies.js';
import {
  type IndexedWord,
  type Part,
  SearchTextsRepository,
  type TextFound,
} from './persistence/search-texts.repository.js';
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
/** Tickets whose visibility and filters are asked for at once. */
const CHUNK = 200;
/** Messages that a look into the index should give. */
const AIM = 1_500;
/** Messages after which a request looks no further. */
const MOST_LOOKED_AT = 3_000;
const WIDEST = 256;
const GROWTH = 16;
const MOST_WORDS = 6;

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
        ? await this.searchAmong(ctx, query, candidates, from)
        : await this.searchIndex(ctx, request, from);
    const shown = hits.slice(0, limit);
    const last = shown.at(-1);
    const next = hits.length > limit && last ? { part: last.part, before: last.number } : stoppedAt;
    const nextCursor = next && this.cursors.write(list, [PARTS.indexOf(next.part), next.before]);
    return new Page(await this.present(ctx, query, shown), limit, nextCursor);
  }

  private async searchAmong(
    ctx: TenantContext,
    query: SearchQuery,
    numbers: readonly number[],
    from: Position | null,
  ): Promise<Walk> {
    const found = newestOf(await this.texts.findAmong(ctx, query, numbers));
    const subjects = await this.tickets.subjectsAmong(ctx, {}, [...found.keys()]);
    const hits = subjects.map(({ number, subject }): Hit => {
      const part = findAll(query, searchable(subject)) ? 'subject' : 'text';
      return { part, number, seq: part === 'subject' ? DESCRIPTION_SEQ : found.get(number)! };
    });
    hits.sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || b.number - a.number);
    return { hits: hits.filter((hit) => isBehind(hit, from)), stoppedAt: null };
  }

  /** Walks the index from the newest tickets on, over wider stretches the rarer the word is that is looked up. */
  private async searchIndex(
    ctx: TenantContext,
    { query, filter, limit }: TicketSearchRequest,
    from: Position | null,
  ): Promise<Walk> {
    const end = (await this.texts.newest(ctx)) + 1;
    const word = await this.rarestWord(ctx, query, Math.max(0, stretchOf(end) - 1));
    const hits: Hit[] = [];
    let lookedAt = 0;
    for (const part of from?.part === 'text' ? (['text'] as const) : PARTS) {
      const before = from?.part === part ? from.before : end;
      let [to, width] = [stretchOf(before - 1), 2];
      while (to >= 0) {
        if (lookedAt >= MOST_LOOKED_AT) {
          return { hits, stoppedAt: { part, before: Math.min(before, startOf(to + 1)) } };
        }
        const at = { from: Math.max(0, to - width + 1), to };
        const looked = await this.texts.lookUp(ctx, word, { query, part, at, before });
        lookedAt += looked.length;
        await this.collect(ctx, { query, filter, part, limit }, looked, hits);
        if (hits.length > limit) return { hits, stoppedAt: null };
        const density = looked.length / (at.to - at.from + 1);
        width = Math.max(1, Math.min(width * GROWTH, WIDEST, density > 0 ? Math.floor(AIM / density) : WIDEST));
        to = at.from - 1;
      }
    }
    return { hits, stoppedAt: null };
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

  /** Of all words the one in the fewest messages of a stretch, and of those the longest. */
  private async rarestWord(ctx: TenantContext, query: SearchQuery, stretch: number): Promise<IndexedWord> {
    const words = query.flatMap(({ words: row, beginsWith }) =>
      row.map((word, index) => ({ word, beginsWith: beginsWith && index === row.length - 1 })),
    );
    const longest = words.sort((a, b) => b.word.length - a.word.length).slice(0, MOST_WORDS);
    if (longest.length === 1) return longest[0]!;
    const counts = await this.texts.frequencies(ctx, longest, stretch);
    return longest[counts.indexOf(Math.min(...counts))]!;
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
