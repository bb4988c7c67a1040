import { ApiProperty } from '@nestjs/swagger';

/** The days that a report is about, as it was asked for them. */
class ReportDto {
  @ApiProperty({ format: 'date', example: '2026-03-01' })
  from: string;
  @ApiProperty({ format: 'date', example: '2026-03-07' })
  to: string;
  @ApiProperty({ example: 'Europe/Madrid' })
  time_zone: string;
}

class DayDto {
  @ApiProperty({ format: 'date', example: '2026-03-01' })
  day: string;
  @ApiProperty({ type: 'integer', example: 14 })
  created: number;
  @ApiProperty({ type: 'integer', example: 11 })
  resolved: number;
}

export class DailyReportDto extends ReportDto {
  @ApiProperty({ type: 'integer', example: 14, description: 'Tickets opened in the range.' })
  created: number;
  @ApiProperty({ type: 'integer', example: 11, description: 'Tickets resolved in the range and not reopened since.' })
  resolved: number;
  @ApiProperty({ type: [DayDto], description: 'Every day of the range, in order.' })
  days: readonly DayDto[];
}

class DurationsDto {
  @ApiProperty({ type: 'integer', example: 87, description: 'Tickets that were measured.' })
  count: number;
  @ApiProperty({ type: 'integer', example: 1_260, description: 'A half took this long or less.' })
  p50_seconds: number;
  @ApiProperty({ type: 'integer', example: 14_400, description: 'Nine in ten took this long or less.' })
  p90_seconds: number;
}

export class ResponseTimesReportDto extends ReportDto {
  @ApiProperty({
    type: DurationsDto,
    nullable: true,
    description: 'From the opening to the first public reply of staff.',
  })
  first_response: DurationsDto | null;
  @ApiProperty({ type: DurationsDto, nullable: true, description: 'From the opening to the resolution that stands.' })
  resolution: DurationsDto | null;
}

class WeekdayDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 7, example: 1, description: 'From Monday.' })
  weekday: number;
  @ApiProperty({
    type: [Number],
    minItems: 24,
    maxItems: 24,
    example: [0, 0, 0, 0, 0, 0, 1, 4, 9, 12, 11, 8, 6, 7, 9, 8, 6, 4, 2, 1, 1, 0, 0, 0],
    description: 'Tickets opened in each hour, from midnight.',
  })
  created: readonly number[];
}

export class BusiestHoursReportDto extends ReportDto {
  @ApiProperty({ type: [WeekdayDto], minItems: 7, maxItems: 7, description: 'All days of that name together.' })
  weekdays: readonly WeekdayDto[];
}

class ReportedAgentDto {
  @ApiProperty({ type: 'integer', example: 3 })
  id: number;
  @ApiProperty({ example: 'Sam Agent' })
  name: string;
}

class AgentFiguresDto {
  @ApiProperty({ type: ReportedAgentDto })
  agent: ReportedAgentDto;
  @ApiProperty({ type: 'integer', example: 12, description: 'Assigned tickets, neither resolved nor closed, now.' })
  open: number;
  @ApiProperty({ type: 'integer', example: 34, description: 'Public messages written in the range.' })
  replies: number;
  @ApiProperty({ type: 'integer', example: 21, description: 'Assigned tickets that were resolved in the range.' })
  resolved: number;
  @ApiProperty({
    type: DurationsDto,
    nullable: true,
    description: 'Of the assigned tickets that had their first response in the range.',
  })
  first_response: DurationsDto | null;
}

export class AgentsReportDto extends ReportDto {
  @ApiProperty({ type: [AgentFiguresDto], description: 'Most replies first.' })
  agents: readonly AgentFiguresDto[];
}
