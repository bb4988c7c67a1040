import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { MINUTE } from '../../../platform/clock/clock.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { Conditions } from '../../../platform/database/conditions.js';
import { Database } from '../../../platform/database/database.service.js';
import { type Alternative, TenantRepository } from '../../../platform/database/tenant.repository.js';
import type { ListPosition, Sort, TicketFilter } from '../ticket-query.js';
import { gathered, isByTag, type ListPart, type Narrowing, only, planOf, stepsOver } from './list-plan.js';
import { type Between, stretches } from './list-stretches.js';
import { TicketEntity } from './ticket.entities.js';
import { filtered, type Order, ordering } from './ticket-queries.js';
import { type Ground, listGrounds, seenOn } from './visibility.js';

interface ListRequest {
  readonly filter: TicketFilter;
  readonly sort: Sort;
  readonly after: ListPosition | null;
  readonly limit: number;
}

/** Where the tickets of a list stand, from some place on. */
export interface ListStretch {
  /** As many as were asked for, or all up to `reach`. */
  readonly positions: readonly ListPosition[];
  /** How far was looked; null to the end of the list. */
  readonly reach: ListPosition | null;
}

/** A part of a list as it is seen on one ground. */
interface Way {
  readonly ground: Ground;
  readonly part: ListPart;
}

/** What fewer tickets fulfil is rare, and gathered. */
const RARE = 3_000;
/**
 * How many tickets are stepped over at most, a look after the other, until the page is full: few at first, as what is asked
 * for is rarely rare. Then the page ends with what was found, so that no list of the staff's costs more the more tickets
 * there are.
 */
const STEPS: readonly number[] = [1_000, 10_000, 10_000, 10_000, 10_000, 10_000];

const LATELY = { max: 10_000, ttl: MINUTE };

/**
 * Where the tickets of lists stand. By number alone: asked for whole, MariaDB would rather begin with the categories and
 * sort all.
 */
@Injectable()
export class TicketListsRepository extends TenantRepository<TicketEntity> {
  /** How many tickets fulfilled a condition lately, so far as that is rare: how to read a list is not decided each time. */
  private readonly counted = new LRUCache<string, number>(LATELY);
  /** What had its end within the first steps lately. */
  private readonly short = new LRUCache<string, true>(LATELY);

  constructor(database: Database) {
    super(database, TicketEntity);
  }

  /**
   * The first positions of a list, so many of them. As planned, which steps over what the filter does not want, unless few
   * tickets fulfil one of its conditions: those are gathered and sorted.
   */
  async findPositions(
    ctx: TenantContext,
    request: ListRequest,
    steps: readonly number[] = STEPS,
  ): Promise<ListStretch> {
    const { filter, sort, limit } = request;
    const ways = await this.waysTo(ctx, filter, sort);
    // By number: what has changed in between may come again.
    const found = new Map<number, ListPosition>();
    let reach = request.after;
    for (const most of steps) {
      const stretch = await this.walk(ctx, { sort, after: reach, limit }, ways, most);
      for (const position of stretch.positions) found.set(position.number, found.get(position.number) ?? position);
      ({ reach } = stretch);
      if (found.size >= limit || reach === null) break;
    }
    return { positions: [...found.values()].slice(0, limit), reach };
  }

  private async waysTo(ctx: TenantContext, filter: TicketFilter, sort: Sort): Promise<readonly Way[]> {
    const plans = listGrounds(ctx.actor, filter).map(({ kind, condition }) => ({
      ground: condition,
      ...planOf(filter, sort, kind),
    }));
    const steppedOver = plans.flatMap((plan) => plan.steppedOver);
    const rarest = await this.rarest(ctx, filter, steppedOver);
    return plans.flatMap(({ ground, parts }) =>
      (rarest ? [gathered(filter, rarest)] : parts).map((part): Way => ({ ground, part })),
    );
  }

  /**
   * The first positions within so many steps. Where no index has all of the list in its order, several have a part of it
   * each: of every part so many are looked up, and then the first of all, so that what is read does not grow with what
   * there is.
   */
  private async walk(
    ctx: TenantContext,
    { sort, after, limit }: Omit<ListRequest, 'filter'>,
    ways: readonly Way[],
    steps: number,
  ): Promise<ListStretch> {
    const order = ordering(sort, ctx.actor);
    const known = ways.filter(({ part }) => stepsOver(part)).map(knownOf);
    const unsure = known.filter((way) => !this.short.has(keyOf(ctx, way)));
    const onward = { from: after, to: null };
    const skip = Math.ceil(steps / (unsure.length * stretches(onward, order).length));
    const [reach = null] = await this.first(ctx, unsure, order, onward, { skip, limit: 1 });
    if (!reach && !after) for (const way of unsure) this.short.set(keyOf(ctx, way), true);
    return { positions: await this.first(ctx, ways, order, { from: after, to: reach }, { skip: 0, limit }), reach };
  }

  private async first(
    ctx: TenantContext,
    ways: readonly Way[],
    order: Order,
    between: Between,
    wanted: { readonly skip: number; readonly limit: number },
  ): Promise<readonly ListPosition[]> {
    const alternatives = ways.flatMap(({ ground, part: { filter, index, tags } }) =>
      stretches(between, order).map((narrow): Alternative => {
        const conditions = filtered(seenOn(ground), filter, ctx.actor, tags);
        for (const [text, values] of narrow) conditions.andWhere(text, values);
        return { conditions, index };
      }),
    );
    if (alternatives.length === 0) return [];
    const { column, direction } = order;
    const columns = { value: column, number: 't.number' };
    const rows = await this.firstOf<ListPosition>(ctx, 't', alternatives, columns, { direction, ...wanted });
    return rows.map(({ value, number }) => ({ value: Number(value), number: Number(number) }));
  }

  /** What fewest tickets fulfil of these, each by itself, if that is rare. */
  private async rarest(
    ctx: TenantContext,
    filter: TicketFilter,
    narrowings: readonly Narrowing[],
  ): Promise<Narrowing | undefined> {
    const keyed = narrowings.map((narrowing) => {
      return { narrowing, key: JSON.stringify([ctx.tenant.id, only(filter, narrowing.by)]) };
    });
    const uncounted = keyed.filter(({ key }) => !this.counted.has(key));
    const counts = await this.countFew(
      ctx,
      filter,
      uncounted.map(({ narrowing }) => narrowing),
    );
    uncounted.forEach(({ key }, place) => this.counted.set(key, counts[place]));
    const [rarest] = keyed
      .map(({ narrowing, key }) => ({ narrowing, count: this.counted.get(key) ?? RARE }))
      .sort((a, b) => a.count - b.count);
    return rarest && rarest.count < RARE ? rarest.narrowing : undefined;
  }

  /** How many tickets fulfil each of these conditions by itself, counted no further than what is rare. */
  private async countFew(
    ctx: TenantContext,
    filter: TicketFilter,
    narrowings: readonly Narrowing[],
  ): Promise<readonly number[]> {
    const others = narrowings.filter((each) => !isByTag(each));
    const groups = others.map(({ by, index }): readonly Alternative[] => [
      { conditions: filtered(new Conditions(), only(filter, by), ctx.actor), index },
    ]);
    const counts = await this.count(ctx, 't', RARE, groups);
    const tagged = others.length < narrowings.length ? await this.countTagged(ctx, filter.tags!) : RARE;
    return narrowings.map((each) => (isByTag(each) ? tagged : counts[others.indexOf(each)]!));
  }

  /** How many tickets there are of the rarest of these tags. */
  private async countTagged(ctx: TenantContext, tags: readonly (readonly string[])[]): Promise<number> {
    const places = tags.map((alternatives) => alternatives.map(() => '?').join(', '));
    const counts = places.map(
      (list) => `(SELECT COUNT(*) FROM (SELECT 1 FROM ticket_tags g WHERE g.tenant_id = ? AND g.tag IN (${list})
        LIMIT ${RARE}) found)`,
    );
    const values = tags.flatMap((alternatives) => [ctx.tenant.id, ...alternatives]);
    const sql = `SELECT ${counts.map((count, place) => `${count} AS c${place}`).join(', ')}`;
    const [row = {}] = await this.database.read(ctx, (manager) => manager.query<Record<string, number>[]>(sql, values));
    return Math.min(...Object.values(row).map(Number));
  }
}

/** The part as its index alone has it. */
function knownOf({ ground, part }: Way): Way {
  return { ground, part: { ...part, filter: part.known ?? {} } };
}

function keyOf({ tenant }: TenantContext, { ground, part }: Way): string {
  return JSON.stringify([tenant.id, ground, part.index, part.filter]);
}
