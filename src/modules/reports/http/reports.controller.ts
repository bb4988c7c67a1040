import { Get, Query } from '@nestjs/common';
import { SECOND } from '../../../platform/clock/clock.js';
import { Ctx } from '../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { Answer } from '../../../platform/http/answer.decorator.js';
import { NativeController } from '../../../platform/http/native-controller.decorator.js';
import { Allow, AllowKeys } from '../../auth/index.js';
import type { Durations } from '../../tickets/index.js';
import { MOST_AGENTS, type ReportRange, ReportsService } from '../reports.service.js';
import { MOST_DAYS, rangeOf, ReportQueryDto } from './report-query.js';
import { AgentsReportDto, BusiestHoursReportDto, DailyReportDto, ResponseTimesReportDto } from './report.dto.js';

const EXACT = `Exact over all tickets but deleted ones; a range has ${MOST_DAYS} days at most.`;
const ROUNDED =
  'The percentiles are exact, by the nearest rank, and shown in whole seconds; time goes by the clock, nights and weekends too.';

@NativeController('reports', 'Reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get('daily')
  @Allow('agent', 'admin')
  @AllowKeys('tickets:read')
  @Answer({
    summary: 'Report tickets created and resolved per day',
    description:
      `A ticket counts as resolved on the day of the resolution that stands: one reopened since does not. ${EXACT} How many ` +
      'are open now by status, priority and category tells `GET /api/v1/tickets/counts`.',
    message: 'Days reported',
    data: DailyReportDto,
  })
  async reportDays(@Ctx() ctx: TenantContext, @Query() query: ReportQueryDto): Promise<DailyReportDto> {
    const range = rangeOf(query);
    const days = await this.reports.daily(ctx, range);
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    const created = sum(days.map((each) => each.created));
    return { ...asked(query, range), created, resolved: sum(days.map((each) => each.resolved)), days };
  }

  @Get('response-times')
  @Allow('agent', 'admin')
  @AllowKeys('tickets:read')
  @Answer({
    summary: 'Report how long first responses and resolutions took',
    description: `Of the tickets that had their first response, or were resolved, in the range, whenever they were opened. ${ROUNDED} ${EXACT}`,
    message: 'Response times reported',
    data: ResponseTimesReportDto,
  })
  async reportResponseTimes(
    @Ctx() ctx: TenantContext,
    @Query() query: ReportQueryDto,
  ): Promise<ResponseTimesReportDto> {
    const range = rangeOf(query);
    const { firstResponse, resolution } = await this.reports.responseTimes(ctx, range);
    return { ...asked(query, range), first_response: inSeconds(firstResponse), resolution: inSeconds(resolution) };
  }

  @Get('busiest-hours')
  @Allow('agent', 'admin')
  @AllowKeys('tickets:read')
  @Answer({
    summary: 'Report at which hours of the week tickets are opened',
    description: EXACT,
    message: 'Busiest hours reported',
    data: BusiestHoursReportDto,
  })
  async reportBusiestHours(@Ctx() ctx: TenantContext, @Query() query: ReportQueryDto): Promise<BusiestHoursReportDto> {
    const range = rangeOf(query);
    const weekdays = await this.reports.busiestHours(ctx, range);
    return { ...asked(query, range), weekdays: weekdays.map((created, day) => ({ weekday: day + 1, created })) };
  }

  @Get('agents')
  @Allow('agent', 'admin')
  @AllowKeys('tickets:read')
  @Answer({
    summary: 'Report what agents have and did',
    description:
      `Agents and admins, the first ${MOST_AGENTS} who came; those deactivated only if they have or did something. Tickets count ` +
      `for whom they are assigned to now, replies for who wrote them, those to tickets deleted since too. ${ROUNDED} ${EXACT}`,
    message: 'Agents reported',
    data: AgentsReportDto,
  })
  async reportAgents(@Ctx() ctx: TenantContext, @Query() query: ReportQueryDto): Promise<AgentsReportDto> {
    const range = rangeOf(query);
    const agents = await this.reports.agents(ctx, range);
    return {
      ...asked(query, range),
      agents: agents.map(({ firstResponse, ...each }) => ({ ...each, first_response: inSeconds(firstResponse) })),
    };
  }
}

function asked({ from, to }: ReportQueryDto, { zone }: ReportRange) {
  return { from, to, time_zone: zone.name };
}

function inSeconds(durations: Durations | null) {
  return (
    durations && {
      count: durations.count,
      p50_seconds: Math.round(durations.p50 / SECOND),
      p90_seconds: Math.round(durations.p90 / SECOND),
    }
  );
}
