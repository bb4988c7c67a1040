import { Body, Get, Logger, Param, Post, Req } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Ctx } from '../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { TakesFiles } from '../../platform/http/takes-files.decorator.js';
import { WireAnswer } from '../../platform/http/wire-answer.decorator.js';
import { type Attachment, AttachmentPresenter, AttachmentsService, uploadOf } from '../../modules/attachments/index.js';
import { Allow, DialectController } from '../../modules/auth/index.js';
import { MessagesService, Threads } from '../../modules/messages/index.js';
import { type Ticket, TicketListing, TicketOpening, TicketsService } from '../../modules/tickets/index.js';
import { problemText } from './errors.js';
import { TICKET } from './ids.js';
import { KinconectaCallers } from './kinconecta.callers.js';
import { contactIn, newTicketOf } from './to-domain.js';
import { file, supportTicket } from './to-wire.js';
import { Uploaders } from './uploaders.js';
import { KinconectaFile, KinconectaTicket } from './wire/answers.js';
import { KinconectaNewTicket } from './wire/requests.js';

/** The list of this wire has no pages; so many tickets are in it at most. */
const LONGEST_LIST = 1_000;

const WITHOUT_TOKEN = 'Whether it needs a token is for the tenant to say.';

/** The support tickets of the KinConecta travel platform. */
@DialectController({
  dialect: 'kinconecta',
  path: 'api/support-tickets',
  tag: 'Support tickets',
  describe: problemText,
  scheme: KinconectaCallers,
})
export class KinconectaController {
  private readonly logger = new Logger('Kinconecta');

  constructor(
    private readonly opening: TicketOpening,
    private readonly tickets: TicketsService,
    private readonly listing: TicketListing,
    private readonly threads: Threads,
    private readonly messages: MessagesService,
    private readonly attachments: AttachmentsService,
    private readonly presenter: AttachmentPresenter,
    private readonly uploaders: Uploaders,
  ) {}

  @Get()
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'Get all support tickets, by id',
    description: `Of more than ${LONGEST_LIST} the newest. ${WITHOUT_TOKEN}`,
    body: [KinconectaTicket],
    errors: { 403: 'Only staff may read here' },
  })
  async getSupportTickets(@Ctx() ctx: TenantContext) {
    const page = await this.listing.list(ctx, { filter: {}, sort: '-created_at', limit: LONGEST_LIST });
    if (page.nextCursor !== null) {
      this.logger.warn(`The list of tenant ${ctx.tenant.code} was cut to its newest ${LONGEST_LIST} tickets`);
    }
    return this.present(
      ctx,
      page.items.toSorted((one, other) => one.number - other.number),
    );
  }

  @Get(':id')
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'Get a support ticket by its id',
    description: WITHOUT_TOKEN,
    body: KinconectaTicket,
    errors: { 400: 'The id is no positive integer', 403: 'Only staff may read here', 404: 'There is no such ticket' },
  })
  async getSupportTicket(@Ctx() ctx: TenantContext, @Param('id', TICKET) number: number) {
    return this.presentOne(ctx, await this.tickets.get(ctx, number));
  }

  @Post()
  @Allow('customer', 'agent', 'admin')
  @WireAnswer({
    summary: 'Create a support ticket',
    description: `All wrong fields are told. ${WITHOUT_TOKEN}`,
    body: KinconectaTicket,
    errors: { 400: 'Fields are missing or wrong' },
  })
  async createSupportTicket(@Ctx() ctx: TenantContext, @Body() body: KinconectaNewTicket) {
    const input = newTicketOf(body);
    const ticket = isNobody(ctx)
      ? await this.opening.openByContact(ctx, contactIn(body), input)
      : await this.opening.open(ctx, input);
    return this.presentOne(ctx, ticket);
  }

  @Post(':id/attachments')
  @Allow('customer', 'agent', 'admin')
  @TakesFiles()
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @WireAnswer({
    summary: 'Add a file to a support ticket',
    description: `It becomes a message, so that the desk takes notice. ${WITHOUT_TOKEN}`,
    body: KinconectaFile,
    errors: { 400: 'The file is wrong, or the ticket is closed', 404: 'There is no such ticket' },
  })
  async addAttachment(@Ctx() ctx: TenantContext, @Param('id', TICKET) number: number, @Req() request: FastifyRequest) {
    const uploader = await this.uploaders.uploaderTo(ctx, number);
    const uploaded = await this.attachments.upload(uploader, await uploadOf(request));
    // Who has no token gets no words into the requester's mouth, not by a file's name either.
    const body = ctx.actor.type === 'system' ? 'A file was added without signing in.' : uploaded.fileName;
    await this.messages.post(uploader, number, { body, visibility: 'public', attachmentIds: [uploaded.id] });
    return file(uploaded, this.presenter.urlOf(uploader, uploaded));
  }

  private async presentOne(ctx: TenantContext, ticket: Ticket): Promise<KinconectaTicket | undefined> {
    const [presented] = await this.present(ctx, [ticket]);
    return presented;
  }

  private async present(ctx: TenantContext, tickets: readonly Ticket[]): Promise<readonly KinconectaTicket[]> {
    const files = await this.threads.publicFiles(ctx, tickets);
    return tickets.map((ticket) =>
      supportTicket(ticket, files.get(ticket.number) ?? [], (each) => this.urlOf(ctx, ticket, each)),
    );
  }

  /** A link that nobody in particular asks for is made in the name of the ticket's requester, who may see the file. */
  private urlOf(ctx: TenantContext, { requester: { id } }: Ticket, attachment: Attachment): string {
    const actor = isNobody(ctx) ? { ...ctx.actor, id, userId: id } : ctx.actor;
    return this.presenter.urlOf({ ...ctx, actor }, attachment);
  }
}

function isNobody({ actor }: TenantContext): boolean {
  return actor.type === 'system';
}
