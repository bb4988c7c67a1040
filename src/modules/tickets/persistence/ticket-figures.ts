import { Injectable } from '@nestjs/common';
import { DAY, HOUR, type Instant } from '../../../platform/clock/clock.js';
import type { ZoneStretch } from '../../../platform/clock/time-zone.js';
import { Database } from '../../../platform/database/database.service.js';
import type { TenantScope } from '../../../platform/database/tenant.repository.js';
import { isSettled, STATUSES } from '../domain/ticket-status.js';

/** From one moment to before another. */
export interface Period {
  readonly from: Instant;
  readonly before: Instant;
}

/** How long tickets took, in milliseconds: the least time within which a half, or nine in ten, of them were done. */
export interface Durations {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
}

/** What happens to a ticket once: the column that says when, and the index that has it with all that is asked here. */
const MOMENTS = {
  created: { column: 'created_at', index: 'tickets_by_creation' },
  answered: { column: 'first_response_at', index: 'tickets_by_first_response' },
  resolved: { column: 'resolved_at', index: 'tickets_by_resolution' },
} as const;
type Moment = keyof typeof MOMENTS;

const OPEN = STATUSES.filter((status) => !isSettled(status));

const WEEK = 7 * DAY;
/** From the Monday of the week in which 1970 began to its first day. */
const MONDAY_TO_1970 = 3 * DAY;

interface Tally {
  readonly bucket: number | string;
  readonly count: number | string;
}

interface DurationRow extends Record<keyof Durations, number | string | null> {
  readonly assignee?: number;
}

/**
 * Figures over all tickets of a tenant, deleted ones left out, for staff and their like: no caller's view narrows them.
 * All are counted by the database in an
 * index that has all that is needed, over the period alone; left to itself MariaDB would rather read the tickets of a
 * young tenant whole.
 */
@Injectable()
export class TicketFigures {
  constructor(private readonly database: Database) {}

  /** How many tickets there were a day, by the day's midnight on the wall; none is not there. */
  async perDay(
    ctx: TenantScope,
    moment: 'created' | 'resolved',
    stretches: readonly ZoneStretch[],
  ): Promise<ReadonlyMap<number, number>> {
    return this.tally(ctx, moment, stretches, (wall) => `${wall} - ${wall} % ${DAY}`);
  }

  /** How many tickets there were in each hour of the week, by the hours since Monday began; none is not there. */
  async perHourOfWeek(
    ctx: TenantScope,
    moment: 'created' | 'resolved',
    stretches: readonly ZoneStretch[],
  ): Promise<ReadonlyMap<number, number>> {
    const inWeek = (wall: string) => `(${wall} + ${MONDAY_TO_1970}) % ${WEEK}`;
    const found = await this.tally(ctx, moment, stretches, (wall) => `${inWeek(wall)} - ${inWeek(wall)} % ${HOUR}`);
    return new Map([...found].map(([bucket, count]) => [bucket / HOUR, count]));
  }

  /** How long it took from the opening to what came about in the period; null when nothing did. Exact. */
  async durations(ctx: TenantScope, moment: 'answered' | 'resolved', period: Period): Promise<Durations | null> {
    const [row] = await this.ask<DurationRow>(
      ctx,
      `SELECT ${QUANTILES} FROM (
        SELECT ${took(moment)} AS took, ROW_NUMBER() OVER (ORDER BY ${took(moment)}) AS place, COUNT(*) OVER () AS total
        ${this.happened(moment)}
      ) ranked`,
      [ctx.tenant.id, period.from, period.before],
    );
    return row ? toDurations(row) : null;
  }

  /** The same for the tickets of each of these assignees; who has none is not there. */
  async durationsByAssignee(
    ctx: TenantScope,
    moment: 'answered' | 'resolved',
    period: Period,
    assigneeIds: readonly number[],
  ): Promise<ReadonlyMap<number, Durations>> {
    if (assigneeIds.length === 0) return new Map();
    const rows = await this.ask<DurationRow>(
      ctx,
      `SELECT assignee_id AS assignee, ${QUANTILES} FROM (
        SELECT assignee_id, ${took(moment)} AS took,
          ROW_NUMBER() OVER (PARTITION BY assignee_id ORDER BY ${took(moment)}) AS place,
          COUNT(*) OVER (PARTITION BY assignee_id) AS total
        ${this.happened(moment)} AND assignee_id IN (${places(assigneeIds)})
      ) ranked GROUP BY assignee_id`,
      [ctx.tenant.id, period.from, period.before, ...assigneeIds],
    );
    return new Map(
      rows.flatMap((row) => {
        const durations = toDurations(row);
        return durations ? [[Number(row.assignee), durations] as const] : [];
      }),
    );
  }

  /** How many tickets that are neither resolved nor closed each of these people has now; who has none is not there. */
  async openByAssignee(ctx: TenantScope, assigneeIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
    if (assigneeIds.length === 0) return new Map();
    const rows = await this.ask<Tally>(
      ctx,
      `SELECT assignee_id AS bucket, COUNT(*) AS count FROM ${this.database.engine.byIndex('tickets', 'tickets_by_assignee')}
       WHERE tenant_id = ? AND assignee_id IN (${places(assigneeIds)}) AND status IN (${places(OPEN)})
         AND deleted_at IS NULL
       GROUP BY assignee_id`,
      [ctx.tenant.id, ...assigneeIds, ...OPEN],
    );
    return countsOf(rows);
  }

  /** How many tickets of each of these assignees there were in the period; who has none is not there. */
  async countByAssignee(
    ctx: TenantScope,
    moment: Moment,
    { from, before }: Period,
    assigneeIds: readonly number[],
  ): Promise<ReadonlyMap<number, number>> {
    if (assigneeIds.length === 0) return new Map();
    const rows = await this.ask<Tally>(
      ctx,
      `SELECT assignee_id AS bucket, COUNT(*) AS count ${this.happened(moment)} AND assignee_id IN (${places(assigneeIds)})
       GROUP BY assignee_id`,
      [ctx.tenant.id, from, before, ...assigneeIds],
    );
    return countsOf(rows);
  }

  private async tally(
    ctx: TenantScope,
    moment: Moment,
    stretches: readonly ZoneStretch[],
    bucketOf: (wall: string) => string,
  ): Promise<ReadonlyMap<number, number>> {
    const counts = new Map<number, number>();
    for (const { from, before, offset } of stretches) {
      const rows = await this.ask<Tally>(
        ctx,
        `SELECT ${bucketOf('wall')} AS bucket, COUNT(*) AS count FROM (
          SELECT ${MOMENTS[moment].column} + ? AS wall ${this.happened(moment)}
        ) happened GROUP BY bucket`,
        [offset, ctx.tenant.id, from, before],
      );
      for (const { bucket, count } of rows) {
        counts.set(Number(bucket), (counts.get(Number(bucket)) ?? 0) + Number(count));
      }
    }
    return counts;
  }

  /** The tickets of a tenant to which something happened in a period; takes the values of the three, in this order. */
  private happened(moment: Moment): string {
    const { column, index } = MOMENTS[moment];
    const tickets = this.database.engine.byIndex('tickets', index);
    return `FROM ${tickets} WHERE tenant_id = ? AND ${column} >= ? AND ${column} < ? AND deleted_at IS NULL`;
  }

  private ask<Row>(ctx: TenantScope, sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
    return this.database.read(ctx, async (manager) => {
      const { rows } = await this.database.engine.execute(manager, sql, values);
      return rows as readonly Row[];
    });
  }
}

function took(moment: Moment): string {
  return `${MOMENTS[moment].column} - created_at`;
}

/** By the nearest rank: each is a duration that some ticket took. */
const QUANTILES = `MAX(total) AS count,
  MIN(CASE WHEN place * 2 >= total THEN took END) AS p50,
  MIN(CASE WHEN place * 10 >= total * 9 THEN took END) AS p90`;

function toDurations({ count, p50, p90 }: DurationRow): Durations | null {
  return count === null ? null : { count: Number(count), p50: Number(p50), p90: Number(p90) };
}

function countsOf(rows: readonly Tally[]): ReadonlyMap<number, number> {
  return new Map(rows.map(({ bucket, count }) => [Number(bucket), Number(count)]));
}

function places(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
