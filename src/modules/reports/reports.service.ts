import { Injectable } from '@nestjs/common';
import { DAY, type Instant, toIso } from '../../platform/clock/clock.js';
import type { TimeZone } from '../../platform/clock/time-zone.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { UsersService } from '../auth/index.js';
import { ReplyFigures } from '../messages/index.js';
import { type Durations, TicketFigures } from '../tickets/index.js';

/** Whole days in a zone. */
export interface ReportRange {
  readonly zone: TimeZone;
  /** Midnight of the first day on the wall, as if it were in Greenwich. */
  readonly firstDay: number;
  readonly days: number;
  readonly from: Instant;
  readonly before: Instant;
}

export interface DayFigures {
  /** `2026-03-01` */
  readonly day: string;
  readonly created: number;
  readonly resolved: number;
}

export interface AgentFigures {
  readonly agent: { readonly id: number; readonly name: string };
  readonly open: number;
  readonly replies: number;
  readonly resolved: number;
  readonly firstResponse: Durations | null;
}

const HOURS = 24;
const WEEKDAYS = 7;
/** People whom the report on agents looks at. */
export const MOST_AGENTS = 200;

/** What happened in a tenant's desk in a range of days. For staff: figures are over all tickets. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly tickets: TicketFigures,
    private readonly replies: ReplyFigures,
    private readonly users: UsersService,
  ) {}

  /** Every day of the range, also those on which nothing happened. */
  async daily(ctx: TenantContext, range: ReportRange): Promise<readonly DayFigures[]> {
    const stretches = range.zone.stretches(range.from, range.before);
    const created = await this.tickets.perDay(ctx, 'created', stretches);
    const resolved = await this.tickets.perDay(ctx, 'resolved', stretches);
    return Array.from({ length: range.days }, (_, index) => {
      const day = range.firstDay + index * DAY;
      return { day: toIso(day).slice(0, 10), created: created.get(day) ?? 0, resolved: resolved.get(day) ?? 0 };
    });
  }

  /** How long the first responses and the resolutions of the range took; null where there were none. */
  async responseTimes(ctx: TenantContext, range: ReportRange) {
    return {
      firstResponse: await this.tickets.durations(ctx, 'answered', range),
      resolution: await this.tickets.durations(ctx, 'resolved', range),
    };
  }

  /** Tickets opened by weekday, from Monday, and by hour, from midnight. */
  async busiestHours(ctx: TenantContext, { zone, from, before }: ReportRange): Promise<readonly (readonly number[])[]> {
    const counts = await this.tickets.perHourOfWeek(ctx, 'created', zone.stretches(from, before));
    return Array.from({ length: WEEKDAYS }, (_day, weekday) =>
      Array.from({ length: HOURS }, (_hour, hour) => counts.get(weekday * HOURS + hour) ?? 0),
    );
  }

  /**
   * What each agent and admin has and did, most replies first; of those deactivated who has or did something. Of more than
   * `MOST_AGENTS` those who came first.
   */
  async agents(ctx: TenantContext, range: ReportRange): Promise<readonly AgentFigures[]> {
    const staff = await this.users.listStaff(ctx, MOST_AGENTS);
    const ids = staff.map(({ id }) => id);
    const open = await this.tickets.openByAssignee(ctx, ids);
    const firstResponses = await this.tickets.durationsByAssignee(ctx, 'answered', range, ids);
    const resolutions = await this.tickets.countByAssignee(ctx, 'resolved', range, ids);
    const replies = await this.replies.publicByAuthor(ctx, range, ids);
    return staff
      .map(({ id, name, status }) => ({
        status,
        agent: { id, name },
        open: open.get(id) ?? 0,
        replies: replies.get(id) ?? 0,
        resolved: resolutions.get(id) ?? 0,
        firstResponse: firstResponses.get(id) ?? null,
      }))
      .filter(({ status, ...did }) => status === 'active' || did.open + did.replies + did.resolved > 0)
      .map(({ status: _, ...figures }) => figures)
      .sort((a, b) => b.replies - a.replies || b.resolved - a.resolved || b.open - a.open || a.agent.id - b.agent.id);
  }
}
