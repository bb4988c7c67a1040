import { Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Ctx } from '../../../platform/context/ctx.decorator.js';
import { isStaff, type TenantContext } from '../../../platform/context/request-context.js';
import type { EventRecord } from '../../../platform/events/event.js';
import { Answer } from '../../../platform/http/answer.decorator.js';
import { EventStream } from '../../../platform/http/event-stream.js';
import { NativeController } from '../../../platform/http/native-controller.decorator.js';
import { Allow, AllowKeys, StandingAccess } from '../../auth/index.js';
import { EventReading } from '../event-reading.service.js';
import { EventStreams } from '../event-streams.service.js';
import { EventDto, EventQueryDto, EventStreamQueryDto } from './event.dto.js';
import { presentEvent } from './event.presenter.js';

const STREAM = `Server-sent events, not in the envelope: \`event\` is the type, \`data\` the event as in the feed, \`id\` what to come
again with as \`Last-Event-ID\`. Without one it starts now. Nothing is left out and nothing comes twice between one
connection and the next. An event \`reset\` says that events were missed because they are not kept any more. A comment comes
every 15 seconds. The stream ends when the token does: connect again with a fresh one.`;

@NativeController('events', 'Events')
export class EventsController {
  constructor(
    private readonly reading: EventReading,
    private readonly streams: EventStreams,
    private readonly access: StandingAccess,
  ) {}

  @Get()
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('events:read')
  @Answer({
    summary: 'Read the events of all tickets and of the tenant',
    description:
      'In the order of their commits, oldest first, nothing skipped. `meta.next_cursor` is there at the end, too: ask again with it. Customers see public events of their tickets only.',
    message: 'Events retrieved',
    data: [EventDto],
    paged: true,
    errors: { 400: ['invalid_cursor'] },
  })
  async listEvents(@Ctx() ctx: TenantContext, @Query() query: EventQueryDto) {
    return (await this.reading.page(ctx, query)).map((event) => present(ctx, event));
  }

  @Get('stream')
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('events:read')
  @ApiOperation({ summary: 'Follow the events as they happen', description: STREAM })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The `id` of the last event that was received.' })
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, description: 'The events', schema: { type: 'string' } })
  @ApiResponse({ status: 400, description: '`invalid_cursor`' })
  async streamEvents(
    @Ctx() ctx: TenantContext,
    @Query() { types, cursor }: EventStreamQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { 'last-event-id': lastId } = request.headers;
    await this.streams.start(ctx, {
      types,
      cursor: typeof lastId === 'string' && lastId !== '' ? lastId : cursor,
      mayStay: this.access.of(request),
      begin: () => new EventStream(reply),
      present: (event) => present(ctx, event),
    });
  }
}

function present({ actor, tenant }: TenantContext, event: EventRecord): EventDto {
  return presentEvent(isStaff(actor) ? 'staff' : 'public', tenant.code, event);
}
